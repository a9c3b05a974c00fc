package dev.untether.recipe.folder;

import dev.untether.golang.LinkTarget;
import dev.untether.golang.Signature;
import dev.untether.recipe.FileMatch;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.LinknameMatch.Direction;
import dev.untether.recipe.LinknameMatch.Directives;
import dev.untether.recipe.LinknameMatch.Kind;
import dev.untether.recipe.LinknameMatch.Scope;
import dev.untether.recipe.LinknameMatch.Target;
import dev.untether.recipe.LinknameMatch.Tests;
import dev.untether.recipe.Match;
import dev.untether.recipe.ReleaseRange;
import dev.untether.recipe.ReleaseRange.Release;
import dev.untether.recipe.template.Problems;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the matches that look for linkname directives, and for files that are not Go's. */
final class LinknameReader {
  private static final Pattern IDENTIFIER = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final Pattern RELEASE = Pattern.compile("1\\.[0-9]{1,3}");
  private static final Pattern IMPORT_PATH = Pattern.compile("[\\w.~-]+(/[\\w.~-]+)*");

  private final ValueReader values;

  LinknameReader(Problems.Reporter problems) {
    this.values = new ValueReader(problems);
  }

  Optional<Match> linkname(Yaml value) {
    Optional<FieldReader> reader =
        values.fields(value, "`targets`, and perhaps `direction`, `kind`, `tests`");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    Direction direction = constant(fields, "direction", Direction.class, Direction.PULL);
    Kind kind = constant(fields, "kind", Kind.class, Kind.ANY);
    Tests tests = constant(fields, "tests", Tests.class, Tests.INCLUDE);
    Directives directives = constant(fields, "directives", Directives.class, Directives.WORKING);
    Optional<Yaml> targets =
        fields.required("targets", "`standard-library`, `module`, `all`, or a list of symbols");
    Optional<String> exported = fields.optional("exported").flatMap(this::template);
    fields.finish();
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    if (targets.get() instanceof Yaml.Scalar) {
      return values
          .oneOf(targets.get(), List.of("standard-library", "module", "all"))
          .map(
              word ->
                  switch (word) {
                    case "all" -> Scope.ALL;
                    case "module" -> Scope.MODULE;
                    default -> Scope.STANDARD_LIBRARY;
                  })
          .map(
              scope ->
                  new LinknameMatch(
                      direction, kind, tests, directives, scope, List.of(), exported));
    }
    Set<String> seen = new LinkedHashSet<>();
    return values
        .oneOrMore(targets.get(), "symbols", item -> target(item, seen))
        .map(
            table ->
                new LinknameMatch(
                    direction, kind, tests, directives, Scope.LISTED, table, exported));
  }

  Optional<Match> references(Yaml value) {
    Optional<FieldReader> reader = values.fields(value, "`targets`");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    Set<String> seen = new LinkedHashSet<>();
    Optional<Match> match =
        fields
            .required("targets", "a list of symbols")
            .flatMap(it -> values.oneOrMore(it, "symbols", item -> target(item, seen)))
            .map(Match.References::new);
    fields.finish();
    return match;
  }

  private <E extends Enum<E>> E constant(
      FieldReader fields, String key, Class<E> type, E standard) {
    return fields.optional(key).flatMap(it -> values.constant(it, type)).orElse(standard);
  }

  private Optional<Target> target(Yaml value, Set<String> seen) {
    Optional<FieldReader> reader = values.fields(value, "`symbol` and what is known about it");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    Optional<String> symbol =
        fields
            .required("symbol", "a symbol such as runtime.fastrand")
            .flatMap(it -> symbol(it, seen));
    List<String> signatures =
        fields
            .optional("signature")
            .flatMap(it -> values.oneOrMore(it, "function types", this::signature))
            .orElse(List.of());
    Optional<String> template = fields.optional("template").flatMap(this::template);
    Optional<String> declarations = fields.optional("declarations").flatMap(this::template);
    Map<String, String> imports =
        map(fields, "imports", it -> matching(it, IMPORT_PATH, "an import path"));
    Map<String, String> names =
        map(fields, "names", it -> matching(it, IDENTIFIER, "a name for Go"));
    Map<String, String> locals =
        map(fields, "locals", it -> matching(it, IDENTIFIER, "a name for Go"));
    Map<String, String> attributes =
        map(fields, "attributes", it -> values.line(it, "one line of text"));
    Optional<Release> since = release(fields, "since");
    Optional<Release> language = release(fields, "language");
    if (since.isPresent() && language.isPresent()) {
      values.error(value, "both `since` and `language`; expected one of them");
    }
    Optional<String> refusal =
        fields.optional("refuse").flatMap(it -> values.line(it, "a reason in one line"));
    if (refusal.isPresent() && template.isPresent()) {
      values.error(value, "both `template` and `refuse`; expected one of them");
    }
    fields.finish();
    return symbol.map(
        name ->
            new Target(
                name,
                signatures,
                template,
                imports,
                names,
                locals,
                declarations,
                attributes,
                language.or(() -> since),
                language.isPresent(),
                refusal));
  }

  private Optional<Release> release(FieldReader fields, String key) {
    return fields
        .optional(key)
        .flatMap(it -> matching(it, RELEASE, "a release such as \"1.22\""))
        .flatMap(text -> ReleaseRange.parse(">=" + text).flatMap(ReleaseRange::atLeast));
  }

  private Optional<String> template(Yaml value) {
    return values.name(value, "the name of a template in a *.stg file");
  }

  private Optional<String> symbol(Yaml value, Set<String> seen) {
    String what = "a symbol such as runtime.fastrand";
    Optional<String> symbol = values.line(value, what);
    if (symbol.isEmpty()) {
      return symbol;
    }
    LinkTarget target = LinkTarget.of(symbol.get());
    if (target.isExtern() || symbol.get().indexOf(' ') >= 0) {
      values.error(value, "`" + symbol.get() + "`; expected " + what);
      return Optional.empty();
    }
    if (!seen.add(symbol.get())) {
      values.error(value, "`" + symbol.get() + "` a second time; expected one entry a symbol");
      return Optional.empty();
    }
    return symbol;
  }

  private Optional<String> signature(Yaml value) {
    String what = "a function type such as func(uint32) uint32";
    Optional<String> text = values.line(value, what);
    Optional<String> type =
        text.filter(it -> it.startsWith("func")).flatMap(Signature::parse).map(Signature::type);
    if (text.isPresent() && type.isEmpty()) {
      values.error(value, "`" + text.get() + "`; expected " + what);
    }
    return type;
  }

  private Optional<String> matching(Yaml value, Pattern pattern, String what) {
    Optional<String> text = values.line(value, what);
    if (text.filter(it -> !pattern.matcher(it).matches()).isPresent()) {
      values.error(value, "`" + text.get() + "`; expected " + what);
      return Optional.empty();
    }
    return text;
  }

  private Map<String, String> map(
      FieldReader fields, String key, Function<Yaml, Optional<String>> read) {
    Map<String, String> map = new LinkedHashMap<>();
    Optional<FieldReader> reader =
        fields.optional(key).flatMap(it -> values.fields(it, "attribute to text"));
    for (Yaml.Field entry : reader.map(FieldReader::entries).orElse(List.of())) {
      Optional<String> name = matching(entry.key(), IDENTIFIER, "the name of an attribute");
      Optional<String> text = read.apply(entry.value());
      if (name.isPresent() && text.isPresent()) {
        map.put(name.get(), text.get());
      }
    }
    return map;
  }

  Optional<Match> files(Yaml value) {
    Optional<FieldReader> reader = values.fields(value, "`paths` and perhaps `containing`");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    Optional<List<String>> paths =
        fields
            .required("paths", "globs such as Makefile or .github/workflows/*.yml")
            .flatMap(it -> values.oneOrMore(it, "globs", this::glob));
    List<String> containing =
        fields
            .optional("containing")
            .flatMap(it -> values.oneOrMore(it, "texts", item -> values.line(item, "a text")))
            .orElse(List.of());
    fields.finish();
    return paths.map(globs -> new FileMatch(globs, containing));
  }

  private Optional<String> glob(Yaml value) {
    String what = "a path below the module's directory, with *, ? and ** as wildcards";
    Optional<String> glob = values.line(value, what);
    boolean leadsOut =
        glob.filter(it -> it.startsWith("/") || ("/" + it + "/").contains("/../")).isPresent();
    if (leadsOut) {
      values.error(value, "`" + glob.get() + "`; expected " + what);
      return Optional.empty();
    }
    return glob;
  }
}
