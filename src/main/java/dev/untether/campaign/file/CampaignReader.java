package dev.untether.campaign.file;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Campaign.Copies;
import dev.untether.campaign.Campaign.RecipeUse;
import dev.untether.campaign.Campaign.ReviewRequest;
import dev.untether.campaign.Limits;
import dev.untether.campaign.Source;
import dev.untether.campaign.Split;
import dev.untether.campaign.Wave;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Targets;
import dev.untether.module.target.UnknownTargetException;
import dev.untether.recipe.folder.ValueReader;
import dev.untether.recipe.folder.Yaml;
import dev.untether.recipe.folder.YamlReader;
import dev.untether.recipe.template.Problems;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a campaign file. Every mistake is told with its line and column, and a file with one gives
 * no campaign: what it would do is not what somebody meant.
 */
public final class CampaignReader {
  /** Rule id: the file does not say what it should. */
  public static final String RULE = "campaign-file";

  /** The most bytes of a campaign file; lists of repositories have files of their own. */
  static final int MOST_BYTES = 1 << 20;

  /** What {@code limits} says for those that do not: what a team can look at in a day. */
  static final Limits LIMITS = new Limits(20, 50, List.of());

  static final Split SPLIT = new Split(Split.By.MODULE, 1, Split.ALL_FILES);
  static final ReviewRequest REVIEW =
      new ReviewRequest(false, List.of(), true, List.of(), List.of(), false);
  static final Copies COPIES = Copies.REPORT;
  static final Wave.Gate GATE = Wave.Gate.MERGED;
  static final String OPT_OUT = ".untether-ignore";
  static final String NO_LIMIT = "none";

  private static final YamlReader.Document DOCUMENT =
      new YamlReader.Document("campaign file", "keys such as `name` and `sources`");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,98}[A-Za-z0-9])?");
  private static final Pattern FILE_NAME =
      Pattern.compile("(?!\\.{1,2}$)[^/\\\\\\p{Cntrl}]{1,100}");
  private static final int LONGEST_PATTERN = 300;

  private final Path directory;
  private final Problems all;
  private final Problems.Reporter problems;
  private final ValueReader values;

  private CampaignReader(Path directory, Problems all, Problems.Reporter problems) {
    this.directory = directory;
    this.all = all;
    this.problems = problems;
    this.values = new ValueReader(problems);
  }

  /**
   * What came of reading.
   *
   * @param campaign nothing, if there are problems
   * @param problems what was wrong, in order
   */
  public record Result(Optional<Campaign> campaign, List<Finding> problems) {
    /** Copies the list. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Returns what a file says.
   *
   * @param file may be relative; findings name it as it was given
   */
  public static Result read(Path file) {
    String shownAs = file.toString();
    try {
      Path parent = file.toAbsolutePath().normalize().getParent();
      SourceText text = SourceText.of(BoundedFile.read(file, MOST_BYTES));
      return read(shownAs, text, parent == null ? file.toAbsolutePath() : parent);
    } catch (IOException e) {
      Problems problems = new Problems();
      problems.add(
          RULE,
          shownAs,
          Finding.WHOLE_FILE,
          "cannot be read: " + e.getMessage() + "; expected a campaign file");
      return new Result(Optional.empty(), problems.sorted());
    }
  }

  /**
   * Returns what a text says.
   *
   * @param shownAs the file as the user will see it named
   * @param directory what relative paths start from; absolute
   */
  public static Result read(String shownAs, SourceText text, Path directory) {
    Problems problems = new Problems();
    Problems.Reporter reporter = problems.reporter(RULE, shownAs);
    if (!text.isUtf8()) {
      problems.add(RULE, shownAs, Finding.WHOLE_FILE, "not UTF-8; expected a text file");
      return new Result(Optional.empty(), problems.sorted());
    }
    Optional<Campaign> campaign =
        YamlReader.read(text.toString(), DOCUMENT, reporter)
            .flatMap(new CampaignReader(directory, problems, reporter)::campaign);
    return new Result(problems.isEmpty() ? campaign : Optional.empty(), problems.sorted());
  }

  private Optional<Campaign> campaign(Yaml document) {
    return Mapping.of(document, "the keys of a campaign", Keys.CAMPAIGN, problems)
        .map(this::campaign);
  }

  private Campaign campaign(Mapping file) {
    SourceReader sources = new SourceReader(directory, all, problems, this::patterns);
    WindowReader windows = new WindowReader(problems);
    return new Campaign(
        file.required("name", "a name of letters, digits, dots and dashes", this::name).orElse(""),
        file.required("sources", "a list of where the repositories are", it -> sources(it, sources))
            .orElse(List.of()),
        file.get("recipes", it -> values.oneOrMore(it, "recipes", this::recipe)).orElse(List.of()),
        file.get("recipe-folder", it -> sources.path(it, "a folder with recipes")),
        file.get("go", this::releases),
        file.get("targets", this::targets),
        file.get("include-generated", values::flag).orElse(false),
        file.get("copies", it -> constant(it, Copies.class)).orElse(COPIES),
        file.get("split", this::split).orElse(SPLIT),
        file.get("wording", new WordingReader(problems)::read).orElse(WordingReader.standard()),
        file.get("review", this::review).orElse(REVIEW),
        file.get("limits", it -> limits(it, windows)).orElse(LIMITS),
        file.get("waves", this::waves).orElse(List.of()),
        file.get("verify", values::flag).orElse(false),
        file.get("opt-out", it -> matching(it, FILE_NAME, "the name of a file")).orElse(OPT_OUT),
        file.get("exclude", this::patterns).orElse(List.of()));
  }

  private Optional<String> name(Yaml value) {
    Optional<String> name =
        matching(value, NAME, "a name of up to 100 letters, digits, dots and dashes");
    // It becomes part of a branch: git takes neither of these there.
    if (name.filter(it -> it.contains("..") || it.endsWith(".lock")).isPresent()) {
      values.error(value, "`..` or `.lock` in a name; expected letters, digits, dots and dashes");
      return Optional.empty();
    }
    return name;
  }

  private Optional<List<Source>> sources(Yaml value, SourceReader reader) {
    return values
        .oneOrMore(value, "a source such as `path: .`", reader::read)
        .map(lists -> lists.stream().flatMap(Collection::stream).distinct().toList());
  }

  private Optional<RecipeUse> recipe(Yaml value) {
    String what = "a recipe: its id, or the keys id and options";
    if (value instanceof Yaml.Scalar) {
      return values.recipeId(value, what).map(id -> new RecipeUse(id, Map.of()));
    }
    return Mapping.of(value, what, Keys.RECIPE, problems)
        .flatMap(
            mapping -> {
              Optional<String> id =
                  mapping.required("id", "the id of a recipe", it -> values.recipeId(it, what));
              Map<String, String> options = mapping.get("options", this::options).orElse(Map.of());
              return id.map(it -> new RecipeUse(it, options));
            });
  }

  private Optional<Map<String, String>> options(Yaml value) {
    if (!(value instanceof Yaml.Fields fields)) {
      values.error(value, value.kind() + "; expected options by name");
      return Optional.empty();
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (Yaml.Field field : fields.entries()) {
      values
          .text(field.value(), "the value of an option")
          .ifPresent(text -> options.put(field.key().text(), text));
    }
    return Optional.of(options);
  }

  private Optional<ReleaseRange> releases(Yaml value) {
    String what = "Go releases such as 1.23..1.27";
    Optional<String> text = values.line(value, what);
    try {
      return text.map(ReleaseRange::parse);
    } catch (IllegalArgumentException e) {
      values.error(value, SourceReader.shown(text.orElse("")) + "are none; expected " + what);
      return Optional.empty();
    }
  }

  private Optional<String> targets(Yaml value) {
    String what = "a target such as linux/arm64, or all";
    return values.oneOrMore(value, what, it -> target(it, what)).map(it -> String.join(",", it));
  }

  private Optional<String> target(Yaml value, String what) {
    Optional<String> text = values.line(value, what);
    try {
      if (text.isPresent()) {
        Targets.known().select(text.get(), Targets.known().releases());
      }
      return text;
    } catch (UnknownTargetException e) {
      values.error(value, e.getMessage() + "; expected " + what);
      return Optional.empty();
    }
  }

  private Optional<Split> split(Yaml value) {
    return Mapping.of(value, keys("how to split", Keys.SPLIT), Keys.SPLIT, problems)
        .map(
            mapping ->
                new Split(
                    mapping.get("by", it -> constant(it, Split.By.class)).orElse(SPLIT.by()),
                    mapping.get("depth", it -> values.number(it, 1)).orElse(SPLIT.depth()),
                    mapping.get("max-files", this::bound).orElse(SPLIT.maxFiles())));
  }

  private Optional<ReviewRequest> review(Yaml value) {
    return Mapping.of(value, keys("who is to look", Keys.REVIEW), Keys.REVIEW, problems)
        .map(
            mapping ->
                new ReviewRequest(
                    mapping.get("draft", values::flag).orElse(REVIEW.draft()),
                    mapping.get("labels", it -> names(it, "a label")).orElse(REVIEW.labels()),
                    mapping.get("owners", values::flag).orElse(REVIEW.owners()),
                    mapping.get("reviewers", it -> names(it, "a user")).orElse(REVIEW.reviewers()),
                    mapping.get("assignees", it -> names(it, "a user")).orElse(REVIEW.assignees()),
                    mapping.get("auto-merge", values::flag).orElse(REVIEW.autoMerge())));
  }

  private Optional<Limits> limits(Yaml value, WindowReader windows) {
    return Mapping.of(value, keys("limits", Keys.LIMITS), Keys.LIMITS, problems)
        .map(
            mapping ->
                new Limits(
                    mapping.get("per-hour", this::bound).orElse(LIMITS.perHour()),
                    mapping.get("open", this::bound).orElse(LIMITS.open()),
                    mapping
                        .get("windows", it -> values.oneOrMore(it, "windows", windows::read))
                        .orElse(LIMITS.windows())));
  }

  private Optional<List<Wave>> waves(Yaml value) {
    Set<String> names = new HashSet<>();
    return values.oneOrMore(
        value,
        "waves",
        item ->
            Mapping.of(item, keys("a wave", Keys.WAVE), Keys.WAVE, problems)
                .flatMap(mapping -> wave(item, mapping, names)));
  }

  private Optional<Wave> wave(Yaml item, Mapping mapping, Set<String> names) {
    String what = "the name of a wave, such as canary";
    Optional<String> name = mapping.required("name", what, it -> matching(it, NAME, what));
    Optional<List<String>> units =
        mapping.required("units", "patterns of repository/unit", this::patterns);
    Wave.Gate gate = mapping.get("gate", it -> constant(it, Wave.Gate.class)).orElse(GATE);
    if (name.isPresent() && !names.add(name.get())) {
      values.error(item, "a second wave `" + name.get() + "`; expected each name once");
    }
    return name.isEmpty() || units.isEmpty()
        ? Optional.empty()
        : Optional.of(new Wave(name.get(), units.get(), gate));
  }

  private Optional<List<String>> names(Yaml value, String what) {
    return values.oneOrMore(value, what, it -> values.line(it, what));
  }

  private Optional<List<String>> patterns(Yaml value) {
    String what = "a pattern such as libs/**";
    return values.oneOrMore(
        value,
        what,
        item ->
            values
                .line(item, what)
                .filter(
                    text -> {
                      if (text.length() > LONGEST_PATTERN) {
                        values.error(
                            item, "a pattern of more than " + LONGEST_PATTERN + " letters");
                      }
                      return text.length() <= LONGEST_PATTERN;
                    }));
  }

  /** Returns a number from 1 on, or that there is no bound. */
  private Optional<Integer> bound(Yaml value) {
    return value instanceof Yaml.Scalar scalar && scalar.text().equals(NO_LIMIT)
        ? Optional.of(Limits.NONE)
        : values.number(value, 1);
  }

  private <E extends Enum<E>> Optional<E> constant(Yaml value, Class<E> type) {
    List<String> words = Keys.words(type);
    return values.oneOf(value, words).map(word -> type.getEnumConstants()[words.indexOf(word)]);
  }

  private Optional<String> matching(Yaml value, Pattern form, String what) {
    Optional<String> text = values.line(value, what);
    if (text.isPresent() && !form.matcher(text.get()).matches()) {
      values.error(value, SourceReader.shown(text.get()) + "is none; expected " + what);
      return Optional.empty();
    }
    return text;
  }

  private static String keys(String what, List<String> keys) {
    return what + " with the keys " + String.join(", ", keys);
  }
}
