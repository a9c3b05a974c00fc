package dev.untether.recipe.folder;

import dev.untether.recipe.Action;
import dev.untether.recipe.AssemblyMatch;
import dev.untether.recipe.Match;
import dev.untether.recipe.Note;
import dev.untether.recipe.Option;
import dev.untether.recipe.Precondition;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.ReleaseRange;
import dev.untether.recipe.Safety;
import dev.untether.recipe.Step;
import dev.untether.recipe.template.Architectures;
import dev.untether.recipe.template.Problems;
import dev.untether.recipe.template.Templates;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the YAML of a descriptor into a {@link Recipe}; {@code recipes/README.md} is the grammar.
 */
final class DescriptorReader {
  private static final int MAX_TITLE = 80;

  private final String folderName;
  private final Templates templates;
  private final List<Precondition.Kind> preconditionKinds;
  private final Problems.Reporter problems;
  private final ValueReader values;

  DescriptorReader(
      String folderName,
      Templates templates,
      List<Precondition.Kind> preconditionKinds,
      Problems.Reporter problems) {
    this.folderName = folderName;
    this.templates = templates;
    this.preconditionKinds = List.copyOf(preconditionKinds);
    this.problems = problems;
    this.values = new ValueReader(problems);
  }

  /** Returns the recipe if all of it could be read; there may be problems even then. */
  Optional<Recipe> read(Yaml document) {
    Optional<FieldReader> reader = values.fields(document, "the keys of a recipe, from `id` on");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    Optional<Head> head = head(fields);
    boolean recommended = recommended(fields);
    ReleaseRange releases =
        fields.optional("releases").flatMap(this::releases).orElse(ReleaseRange.ALL);
    Map<String, Option> options =
        fields.optional("options").map(new OptionReader(problems)::options).orElse(Map.of());
    List<Precondition> preconditions = conditions(fields, "preconditions");
    List<Precondition> exclusions = conditions(fields, "exclusions");
    Set<String> architectures =
        fields
            .optional("architectures")
            .map(new RegistersReader(problems)::architectures)
            .orElseGet(Architectures::all);
    Optional<Body> body = body(fields, architectures, options.keySet());
    fields.finish();
    if (head.isEmpty() || body.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Recipe(
            head.get().id,
            head.get().version,
            head.get().title,
            head.get().description,
            head.get().why,
            head.get().safety,
            recommended,
            releases,
            architectures,
            options,
            preconditions,
            exclusions,
            body.get().match,
            List.copyOf(body.get().actions),
            body.get().notes,
            templates));
  }

  private record Head(
      String id, int version, String title, String description, List<URI> why, Safety safety) {}

  private Optional<Head> head(FieldReader fields) {
    Optional<String> id = fields.required("id", "the folder's name").flatMap(this::id);
    Optional<Integer> version =
        fields.required("version", "a number from 1 on").flatMap(it -> values.number(it, 1));
    Optional<String> title = fields.required("title", "one imperative line").flatMap(this::title);
    Optional<String> description =
        fields.required("description", "Markdown").flatMap(it -> values.text(it, "Markdown"));
    Optional<List<URI>> why =
        fields
            .required("why", "a link, or a list of links")
            .flatMap(it -> values.oneOrMore(it, "a link, or a list of links", this::link));
    Optional<Safety> safety =
        fields
            .required("safety", "`safe`, `review` or `unsafe`")
            .flatMap(it -> values.constant(it, Safety.class));
    if (id.isEmpty() || version.isEmpty() || title.isEmpty() || description.isEmpty()) {
      return Optional.empty();
    }
    return why.isEmpty() || safety.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Head(
                id.get(), version.get(), title.get(), description.get(), why.get(), safety.get()));
  }

  private List<Precondition> conditions(FieldReader fields, String key) {
    return fields
        .optional(key)
        .map(it -> values.list(it, key, this::precondition))
        .orElse(List.of());
  }

  private record Body(Match match, List<? extends Action> actions, List<Note> notes) {}

  private Optional<Body> body(FieldReader fields, Set<String> architectures, Set<String> options) {
    Optional<Yaml> parts = fields.optional("recipes");
    if (parts.isPresent()) {
      return composite(fields, parts.get());
    }
    var matches = new MatchReader(problems, architectures);
    Optional<Match> match =
        fields
            .required(
                "match",
                "`assembly`, `linkname`, `assembly-reference`, `files`, or `recipes` for a composite")
            .flatMap(matches::match);
    Optional<Yaml> actions = fields.required("actions", "a list of actions");
    Optional<Yaml> notes = fields.optional("notes");
    if (match.isEmpty()) {
      // Every name would be unknown: the mistakes in the match are enough to read.
      return Optional.empty();
    }
    if (!(match.get() instanceof AssemblyMatch assembly)) {
      notes.ifPresent(it -> values.error(it, "notes without an `assembly` match; expected none"));
      var reader = new EditReader(problems, match.get(), options, templates);
      return actions.map(reader::actions).map(read -> new Body(match.get(), read, List.of()));
    }
    var names =
        new ActionReader.Names(stepNames(assembly), matches.slots(), options, architectures);
    var reader = new ActionReader(problems, names, templates);
    List<? extends Action> read = actions.map(reader::actions).orElse(List.of());
    return Optional.of(new Body(assembly, read, notes.map(reader::notes).orElse(List.of())));
  }

  private Optional<Match.Part> part(Yaml item) {
    return values.recipeId(item, "the id of a recipe").map(id -> new Match.Part(id, item.at()));
  }

  private Optional<Body> composite(FieldReader fields, Yaml parts) {
    for (String key : List.of("match", "actions", "notes")) {
      fields
          .optional(key)
          .ifPresent(
              it -> values.error(it, "`" + key + "` beside `recipes`; expected one of them"));
    }
    return values
        .oneOrMore(parts, "ids of recipes", this::part)
        .map(ids -> new Body(new Match.Composite(ids), List.of(), List.of()));
  }

  private static List<String> stepNames(AssemblyMatch match) {
    return match.sequence().stream().map(Step::name).flatMap(Optional::stream).toList();
  }

  private Optional<String> id(Yaml value) {
    Optional<String> id = values.recipeId(value, "the folder's name, `" + folderName + "`");
    if (id.filter(text -> !text.equals(folderName)).isPresent()) {
      values.error(value, "`" + id.get() + "`; expected the folder's name, `" + folderName + "`");
    }
    return id;
  }

  private Optional<String> title(Yaml value) {
    Optional<String> title = values.line(value, "one imperative line");
    if (title.isPresent()) {
      String text = title.get();
      if (text.endsWith(".")) {
        values.error(value, "the title ends with a dot; expected none");
      }
      if (text.codePointCount(0, text.length()) > MAX_TITLE) {
        values.error(value, "the title is too long; expected at most " + MAX_TITLE + " characters");
      }
      if (!Character.isUpperCase(text.codePointAt(0))) {
        values.error(value, "the title starts in lower case; expected a capital letter");
      }
    }
    return title;
  }

  private Optional<URI> link(Yaml value) {
    Optional<String> text = values.line(value, "a link");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text.get());
      if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // Falls through: the same message as for links to elsewhere.
    }
    values.error(value, "`" + text.get() + "`; expected a link that starts with https://");
    return Optional.empty();
  }

  private boolean recommended(FieldReader fields) {
    Optional<Yaml> value = fields.optional("recommended");
    boolean recommended = value.flatMap(values::flag).orElse(false);
    boolean isUnsafe =
        fields.optional("safety").filter(it -> isWord(it, Safety.UNSAFE.word())).isPresent();
    if (recommended && isUnsafe && value.isPresent()) {
      values.error(value.get(), "an unsafe recipe that is recommended; expected `false`");
    }
    return recommended;
  }

  private static boolean isWord(Yaml value, String word) {
    return value instanceof Yaml.Scalar scalar && scalar.text().equals(word);
  }

  private Optional<ReleaseRange> releases(Yaml value) {
    String what = "a range of Go releases such as \">=1.21\" or \">=1.21 <1.27\"";
    Optional<String> text = values.line(value, what);
    Optional<ReleaseRange> range = text.flatMap(ReleaseRange::parse);
    if (text.isPresent() && range.isEmpty()) {
      values.error(value, "`" + text.get() + "`; expected " + what);
    }
    return range;
  }

  private Optional<Precondition> precondition(Yaml value) {
    Optional<FieldReader> reader = values.fields(value, "`kind` and its settings");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    List<String> kinds = preconditionKinds.stream().map(Precondition.Kind::name).toList();
    Optional<Yaml> kindValue = fields.required("kind", "a known kind of precondition");
    if (kindValue.isEmpty()) {
      return Optional.empty();
    }
    if (kinds.isEmpty()) {
      values.error(kindValue.get(), "no kind of precondition is known yet; expected none");
      return Optional.empty();
    }
    Optional<String> kind = values.oneOf(kindValue.get(), kinds);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> settings = new HashMap<>();
    for (String key : preconditionKinds.get(kinds.indexOf(kind.get())).settings()) {
      fields
          .required(key, "a setting of `" + kind.get() + "`")
          .flatMap(it -> values.line(it, "one line of text"))
          .ifPresent(text -> settings.put(key, text));
    }
    fields.finish();
    return Optional.of(new Precondition(kind.get(), settings));
  }
}
