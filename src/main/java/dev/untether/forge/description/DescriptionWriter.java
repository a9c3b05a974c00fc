package dev.untether.forge.description;

import dev.untether.forge.ForgeKind;
import dev.untether.git.AppliedRecipe;
import dev.untether.recipe.template.GroupText;
import dev.untether.recipe.template.Problems;
import dev.untether.recipe.template.Rendering;
import dev.untether.recipe.template.Templates;
import dev.untether.text.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes what pull requests say: a part for each thing there is to say, from the most important on
 * until the forge takes no more. Safe for use by several threads.
 */
public final class DescriptionWriter {
  // What forges take: https://github.com/orgs/community/discussions/27190 for GitHub, a setting of
  // GitLab, the size of the column in Gitea's databases.
  private static final Map<ForgeKind, Integer> LIMITS =
      Map.of(
          ForgeKind.GITHUB, 65_536,
          ForgeKind.GITLAB, 1_048_576,
          ForgeKind.GITEA, 65_535,
          ForgeKind.GERRIT, 65_535);

  private static final int TITLE_LENGTH = 200;
  private static final int TEXT_LENGTH = 4_000;
  private static final int PART_LENGTH = 100_000;
  private static final int MAX_FILES = 300;
  private static final int MAX_LINES = 500;

  /** The parts that may be cut, in the order of the body. */
  private enum Kind {
    WHAT("what was done"),
    VERDICTS("verdicts"),
    PROOF("proof"),
    FILES("files"),
    REFUSALS("what is left as it is"),
    NOTES("notes");

    // From the most important on.
    static final List<Kind> BY_IMPORTANCE = List.of(WHAT, VERDICTS, REFUSALS, FILES, PROOF, NOTES);

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final Templates templates;

  /** Creates a writer; it can be used for any number of descriptions. */
  public DescriptionWriter() {
    Problems problems = new Problems();
    String name = "description.stg";
    try (InputStream in = DescriptionWriter.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      templates = Templates.compile(List.of(new GroupText(name, text)), problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.sorted().toString());
    }
  }

  /**
   * Returns the description for a forge. The block of metadata, how to get the same files and how
   * to stop us are always in it.
   *
   * @throws IllegalArgumentException if the metadata cannot be written, see {@link
   *     MetadataBlock#of}
   */
  public Description write(Description.Values values, ForgeKind kind) {
    String fixed =
        reproduce(values) + "\n\n" + stop(values) + "\n\n" + MetadataBlock.of(values.metadata());
    String cutAll = cut(List.of(Kind.values()));
    int budget = LIMITS.getOrDefault(kind, 0) - Part.length(fixed) - Part.length(cutAll) - 4;
    Map<Kind, String> fitted = new EnumMap<>(Kind.class);
    List<Kind> missing = new ArrayList<>();
    for (Kind part : Kind.BY_IMPORTANCE) {
      String text = text(part, values, kind);
      Optional<String> some = new Part(part.words, text).fitted(budget - 2);
      if (!text.isEmpty() && some.isPresent()) {
        fitted.put(part, some.get());
        budget -= Part.length(some.get()) + 2;
      } else if (!text.isEmpty()) {
        missing.add(part);
      }
    }
    StringBuilder body = new StringBuilder();
    fitted.values().forEach(text -> body.append(text).append("\n\n"));
    if (!missing.isEmpty()) {
      body.append(cut(missing)).append("\n\n");
    }
    return new Description(title(values.title()), body.append(fixed).append('\n').toString());
  }

  /** Returns one line that is no longer than forges take. */
  static String title(String text) {
    String line = Markdown.oneLine(text);
    int length = line.codePointCount(0, line.length());
    return length <= TITLE_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, TITLE_LENGTH - 1)) + "\u2026";
  }

  private String text(Kind part, Description.Values values, ForgeKind kind) {
    return switch (part) {
      case WHAT -> what(values.recipes(), kind);
      case VERDICTS -> verdicts(values.before(), values.after());
      case PROOF ->
          values.proof().isBlank() ? "" : render("proof", Map.of("proof", given(values.proof())));
      case FILES -> files(values.files());
      case REFUSALS -> findings("refusals", values.refusals());
      case NOTES -> findings("notes", values.notes());
    };
  }

  private String what(List<AppliedRecipe> recipes, ForgeKind kind) {
    List<Map<String, Object>> shown = new ArrayList<>();
    int room = PART_LENGTH;
    for (AppliedRecipe recipe : recipes) {
      String title = Markdown.prose(start(recipe.title()));
      String text = Markdown.prose(start(firstParagraph(recipe.description())));
      List<String> why =
          recipe.why().stream().limit(10).map(uri -> Markdown.link(uri, kind)).toList();
      room -= title.length() + text.length() + why.stream().mapToInt(String::length).sum();
      if (room < 0 || shown.size() == MAX_LINES) {
        break;
      }
      shown.add(
          Map.of(
              "title",
              title,
              "id",
              Markdown.code(start(recipe.id())),
              "text",
              some(text),
              "why",
              why));
    }
    return recipes.isEmpty()
        ? ""
        : render("what", Map.of("recipes", shown, "more", more(recipes.size() - shown.size())));
  }

  private String verdicts(String before, String after) {
    return before.isBlank() && after.isBlank()
        ? ""
        : render("verdicts", Map.of("before", some(given(before)), "after", some(given(after))));
  }

  private String files(List<String> files) {
    List<String> names = shown(files, MAX_FILES, file -> Markdown.code(start(file)));
    return files.isEmpty()
        ? ""
        : render(
            "files",
            Map.of(
                "count",
                files.size(),
                "one",
                files.size() == 1,
                "names",
                names,
                "more",
                more(files.size() - names.size())));
  }

  private String findings(String template, List<Finding> findings) {
    List<String> lines = shown(findings, MAX_LINES, DescriptionWriter::line);
    return findings.isEmpty()
        ? ""
        : render(template, Map.of("lines", lines, "more", more(findings.size() - lines.size())));
  }

  private static String line(Finding finding) {
    boolean whole = finding.position().line() == 0;
    String place = whole ? finding.path() : finding.path() + ":" + finding.position();
    return Markdown.code(start(place)) + ": " + Markdown.prose(start(finding.message()));
  }

  private String reproduce(Description.Values values) {
    String command = Markdown.oneLine(start(values.command()));
    return render(
        "reproduce",
        Map.of(
            "base", values.metadata().base(),
            "command", command,
            "fence", Markdown.fence(command)));
  }

  private String stop(Description.Values values) {
    String name = values.optOut();
    return render(
        "stop", Map.of("optOut", name.isBlank() ? List.of() : Markdown.code(start(name))));
  }

  private String cut(List<Kind> parts) {
    return render("cut", Map.of("parts", parts.stream().map(part -> part.words).toList()));
  }

  private static <T> List<String> shown(List<T> all, int most, Function<T, String> line) {
    List<String> shown = new ArrayList<>();
    int room = PART_LENGTH;
    for (T one : all.subList(0, Math.min(most, all.size()))) {
      String text = line.apply(one);
      room -= text.length();
      if (room < 0) {
        break;
      }
      shown.add(text);
    }
    return shown;
  }

  /** Returns Markdown that was given, as much of it as can be rendered, in whole lines. */
  private static String given(String markdown) {
    String text = markdown.substring(0, Math.min(markdown.length(), 2 * PART_LENGTH));
    text = Markdown.defused(text);
    if (text.length() <= PART_LENGTH && markdown.length() <= 2 * PART_LENGTH) {
      return text;
    }
    int end = text.lastIndexOf('\n', PART_LENGTH);
    return new Part("", text.substring(0, Math.max(0, end)) + "\n\n\u2026")
        .fitted(3 * PART_LENGTH)
        .orElse("");
  }

  private static String firstParagraph(String markdown) {
    return start(markdown.strip()).split("\\R[ \\t]*\\R", 2)[0];
  }

  /** Returns what is shown of a text: nobody writes that much, but anybody can. */
  private static String start(String text) {
    return text.length() <= TEXT_LENGTH ? text : text.substring(0, TEXT_LENGTH) + "\u2026";
  }

  /** Returns a value that a template sees as nothing when it is empty. */
  private static Object some(String text) {
    return text.isBlank() ? List.of() : text;
  }

  private static Object more(int count) {
    return count == 0 ? List.of() : count;
  }

  private String render(String template, Map<String, Object> values) {
    Rendering rendering = templates.render(template, values);
    return rendering
        .text()
        .orElseThrow(() -> new IllegalStateException(rendering.findings().toString()))
        .strip();
  }
}
