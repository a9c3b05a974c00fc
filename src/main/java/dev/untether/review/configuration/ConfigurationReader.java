package dev.untether.review.configuration;

import dev.untether.module.target.NearestWords;
import dev.untether.module.target.ReleaseRange;
import dev.untether.recipe.folder.ValueReader;
import dev.untether.recipe.folder.Yaml;
import dev.untether.recipe.folder.YamlReader;
import dev.untether.recipe.template.Problems;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code untether.yaml}. */
public final class ConfigurationReader {
  /** Rule id: the file does not say what it should. */
  public static final String RULE = "configuration";

  private static final YamlReader.Document DOCUMENT =
      new YamlReader.Document("configuration", "keys such as `go` and `rules`");
  private static final List<String> KEYS =
      List.of("go", "targets", "fail-on", "rules", "ignore", "recipes");
  private static final List<String> LEVELS = List.of("off", "note", "warning", "error");
  private static final List<String> THRESHOLDS = List.of("error", "warning", "note", "never");

  private final Set<String> knownRules;
  private final Path directory;
  private final Problems.Reporter problems;
  private final ValueReader values;

  private ConfigurationReader(Set<String> rules, Path directory, Problems.Reporter problems) {
    this.knownRules = rules;
    this.directory = directory;
    this.problems = problems;
    this.values = new ValueReader(problems);
  }

  /**
   * What came of reading.
   *
   * @param configuration what could be understood
   * @param problems what could not, in order
   */
  public record Result(Configuration configuration, List<Finding> problems) {
    /** Copies the list. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Returns what a file says.
   *
   * @param shownAs the file as the user will see it named
   * @param directory where the file is: other files that it names must be below
   * @param knownRules the ids of all rules
   */
  public static Result read(
      String shownAs, SourceText text, Path directory, Set<String> knownRules) {
    List<Finding> found = new ArrayList<>();
    Problems.Reporter reporter =
        (position, message) ->
            found.add(new Finding(RULE, Severity.ERROR, shownAs, position, message));
    Configuration configuration =
        YamlReader.read(text.toString(), DOCUMENT, reporter)
            .map(new ConfigurationReader(knownRules, directory, reporter)::read)
            .orElse(Configuration.NONE);
    return new Result(configuration, found.stream().sorted().toList());
  }

  private Configuration read(Yaml document) {
    Map<String, Yaml> keys = fields(document, KEYS, "key");
    return new Configuration(
        Optional.ofNullable(keys.get("go")).flatMap(this::releases),
        Optional.ofNullable(keys.get("targets")).flatMap(this::targets),
        Optional.ofNullable(keys.get("fail-on")).flatMap(it -> values.oneOf(it, THRESHOLDS)),
        Optional.ofNullable(keys.get("rules")).map(this::rules).orElse(Map.of()),
        Optional.ofNullable(keys.get("ignore"))
            .flatMap(it -> values.oneOrMore(it, "a pattern such as gen/**", this::pattern))
            .orElse(List.of()),
        Optional.ofNullable(keys.get("recipes")).flatMap(this::folder));
  }

  /** Returns the entries of a mapping whose keys are known; the others are problems. */
  private Map<String, Yaml> fields(Yaml value, Collection<String> known, String what) {
    Map<String, Yaml> fields = new HashMap<>();
    if (!(value instanceof Yaml.Fields mapping)) {
      values.error(value, value.kind() + "; expected a mapping with " + DOCUMENT.keys());
      return fields;
    }
    for (Yaml.Field entry : mapping.entries()) {
      String key = entry.key().text();
      if (known.contains(key)) {
        fields.put(key, entry.value());
      } else {
        problems.error(
            entry.key().at(),
            "unknown "
                + what
                + " `"
                + key
                + "`; nearest: "
                + String.join(", ", NearestWords.to(key, known)));
      }
    }
    return fields;
  }

  private Optional<ReleaseRange> releases(Yaml value) {
    String what = "Go releases such as 1.23..1.27";
    Optional<String> text = values.line(value, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ReleaseRange.parse(text.get()));
    } catch (IllegalArgumentException e) {
      values.error(value, "`" + text.get() + "`; expected " + what);
      return Optional.empty();
    }
  }

  private Optional<String> targets(Yaml value) {
    String what = "a target such as linux/arm64, or all";
    return values
        .oneOrMore(value, what, item -> values.line(item, what))
        .map(words -> String.join(",", words));
  }

  private Map<String, Configuration.Level> rules(Yaml value) {
    Map<String, Configuration.Level> levels = new HashMap<>();
    fields(value, knownRules, "rule")
        .forEach(
            (rule, level) ->
                values
                    .oneOf(level, LEVELS)
                    .ifPresent(
                        word ->
                            levels.put(
                                rule, Configuration.Level.valueOf(word.toUpperCase(Locale.ROOT)))));
    return levels;
  }

  private Optional<PathPattern> pattern(Yaml value) {
    return values.line(value, "a pattern such as gen/**").map(PathPattern::of);
  }

  /** Returns the folder, which must not lead out: the configuration may be somebody else's. */
  private Optional<Path> folder(Yaml value) {
    Optional<String> text = values.line(value, "a folder with recipes");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path folder = directory.resolve(text.get()).normalize();
      if (folder.startsWith(directory)) {
        return Optional.of(folder);
      }
    } catch (InvalidPathException e) {
      // Falls through to the message that says what is expected.
    }
    values.error(value, "`" + text.get() + "`; expected a folder below that of this file");
    return Optional.empty();
  }
}
