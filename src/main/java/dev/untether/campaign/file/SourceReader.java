package dev.untether.campaign.file;

import dev.untether.campaign.Source;
import dev.untether.recipe.folder.ValueReader;
import dev.untether.recipe.folder.Yaml;
import dev.untether.recipe.template.Problems;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads where the repositories of a campaign come from. */
final class SourceReader {
  private static final Pattern ORGANISATION =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");
  private static final Pattern BRANCH = Pattern.compile("[^\\s~^:?*\\[\\\\-][^\\s~^:?*\\[\\\\]*");
  private static final int SHOWN = 100;

  private final Path directory;
  private final Problems all;
  private final Problems.Reporter problems;
  private final ValueReader values;
  private final Function<Yaml, Optional<List<String>>> patterns;

  /**
   * Creates a reader.
   *
   * @param directory what relative paths start from
   * @param all takes problems in other files
   * @param problems takes problems in this file
   * @param patterns reads patterns of paths
   */
  SourceReader(
      Path directory,
      Problems all,
      Problems.Reporter problems,
      Function<Yaml, Optional<List<String>>> patterns) {
    this.directory = directory;
    this.all = all;
    this.problems = problems;
    this.values = new ValueReader(problems);
    this.patterns = patterns;
  }

  /** Returns the sources that an item of the list stands for. */
  Optional<List<Source>> read(Yaml item) {
    if (!(item instanceof Yaml.Fields fields)) {
      values.error(item, item.kind() + "; expected a source such as `path: .`");
      return Optional.empty();
    }
    List<String> kinds =
        fields.entries().stream()
            .map(field -> field.key().text())
            .filter(Keys.SOURCE::contains)
            .toList();
    if (kinds.size() != 1) {
      values.error(
          item,
          (kinds.isEmpty() ? "no kind of source" : "a source of several kinds")
              + "; expected exactly one of "
              + String.join(", ", Keys.SOURCE));
      return Optional.empty();
    }
    return switch (kinds.get(0)) {
      case "path" -> local(item);
      case "repository" -> remote(item);
      case "repositories" -> list(item);
      default -> organisation(item);
    };
  }

  /** Returns a path, from the directory of the campaign file on. */
  Optional<Path> path(Yaml value, String what) {
    Optional<String> text = values.line(value, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(directory.resolve(text.get()).normalize());
    } catch (InvalidPathException e) {
      values.error(value, shown(text.get()) + "is no path; expected " + what);
      return Optional.empty();
    }
  }

  private Optional<List<Source>> local(Yaml item) {
    return mapping(item, Keys.PATH_SOURCE)
        .flatMap(
            mapping -> {
              Optional<Path> path = mapping.get("path", it -> path(it, "a directory such as ../"));
              List<String> include = mapping.get("include", patterns).orElse(List.of());
              return path.map(it -> List.of(new Source.Local(it, include)));
            });
  }

  private Optional<List<Source>> remote(Yaml item) {
    return mapping(item, Keys.REPOSITORY_SOURCE)
        .flatMap(
            mapping -> {
              Optional<String> url =
                  mapping.get("repository", it -> address(it, Addresses::mistakeInRepository));
              Optional<String> branch = mapping.get("branch", this::branch);
              return url.map(it -> List.of(new Source.Remote(it, branch)));
            });
  }

  private Optional<List<Source>> list(Yaml item) {
    return mapping(item, Keys.REPOSITORIES_SOURCE)
        .flatMap(mapping -> mapping.get("repositories", this::repositories));
  }

  private Optional<List<Source>> repositories(Yaml value) {
    Optional<Path> file = path(value, "a file with the address of a repository on each line");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(RepositoryList.read(file.get(), all));
    } catch (IOException e) {
      values.error(
          value,
          "cannot read "
              + file.get()
              + ": "
              + e.getMessage()
              + "; expected a file with the address of a repository on each line");
      return Optional.empty();
    }
  }

  private Optional<List<Source>> organisation(Yaml item) {
    return mapping(item, Keys.ORGANISATION_SOURCE)
        .flatMap(
            mapping -> {
              Optional<String> name =
                  mapping.get(
                      "organisation",
                      it -> matching(it, ORGANISATION, "the name of an organisation or group"));
              Optional<String> forge = mapping.get("forge", it -> values.oneOf(it, Keys.FORGES));
              Optional<String> server =
                  mapping
                      .get("server", it -> address(it, Addresses::mistakeInServer))
                      .map(it -> it.endsWith("/") ? it.substring(0, it.length() - 1) : it)
                      .or(() -> server(item, forge));
              List<String> include = mapping.get("include", patterns).orElse(List.of());
              return name.isEmpty() || server.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      List.of(new Source.Organisation(server.get(), forge, name.get(), include)));
            });
  }

  /** Returns the public server of a forge that has one. */
  private Optional<String> server(Yaml item, Optional<String> forge) {
    return switch (forge.orElse("github")) {
      case "github" -> Optional.of("https://github.com");
      case "gitlab" -> Optional.of("https://gitlab.com");
      default -> {
        values.error(
            item,
            "the key `server` is missing; expected the address of a server, since there are many"
                + " of "
                + forge.orElse(""));
        yield Optional.empty();
      }
    };
  }

  private Optional<String> address(Yaml value, Function<String, Optional<String>> mistakes) {
    Optional<String> text = values.line(value, "an address such as https://host/owner/name.git");
    Optional<String> mistake = text.flatMap(mistakes);
    mistake.ifPresent(it -> values.error(value, shown(text.orElse("")) + it));
    return mistake.isPresent() ? Optional.empty() : text;
  }

  private Optional<String> branch(Yaml value) {
    return matching(value, BRANCH, "the name of a branch");
  }

  private Optional<String> matching(Yaml value, Pattern form, String what) {
    Optional<String> text = values.line(value, what);
    if (text.isPresent() && (!form.matcher(text.get()).matches() || text.get().contains(".."))) {
      values.error(value, shown(text.get()) + "is none; expected " + what);
      return Optional.empty();
    }
    return text;
  }

  private Optional<Mapping> mapping(Yaml item, List<String> known) {
    return Mapping.of(item, "a source with the keys " + String.join(", ", known), known, problems);
  }

  /** Returns a text for a message: cut short, and without what may be a secret. */
  static String shown(String text) {
    String open = text.replaceAll("(?<=://)[^/]*@", "…@").replaceAll("[?#].*", "…");
    return "`" + (open.length() > SHOWN ? open.substring(0, SHOWN) + "…" : open) + "` ";
  }
}
