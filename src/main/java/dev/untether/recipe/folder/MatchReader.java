package dev.untether.recipe.folder;

import dev.untether.recipe.AssemblyMatch;
import dev.untether.recipe.Between;
import dev.untether.recipe.Callee;
import dev.untether.recipe.Match;
import dev.untether.recipe.Registers;
import dev.untether.recipe.Step;
import dev.untether.recipe.SymbolName;
import dev.untether.recipe.Value;
import dev.untether.recipe.template.Problems;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the {@code match} key, and remembers the names that it binds. */
final class MatchReader {
  private static final Pattern SYMBOL =
      Pattern.compile(
          "(?:(?<path>[\\w.~-]+(?:/[\\w.~-]+)*)\\.)?(?<name>[\\p{L}_][\\p{L}\\p{Nd}_]*)");
  private static final Pattern FUNCTION = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");

  /** Stands for the end of the function where a step is expected. */
  private static final String END = "end";

  private static final List<String> KINDS =
      List.of("assembly", "linkname", "assembly-reference", "files");

  private final Watch problems;
  private final ValueReader values;
  private final Set<String> architectures;
  // By name: where it is bound, to find names that are bound twice.
  private final Map<String, Yaml> bound = new HashMap<>();
  private final List<String> slots = new ArrayList<>();

  MatchReader(Problems.Reporter problems, Set<String> architectures) {
    this.problems = new Watch(problems);
    this.values = new ValueReader(this.problems);
    this.architectures = architectures;
  }

  /**
   * Returns the names of values whose stack slot is known, in the order in which they are bound.
   */
  List<String> slots() {
    return List.copyOf(slots);
  }

  /** Returns what the recipe looks for; the name of the key says which kind of place it is. */
  Optional<Match> match(Yaml value) {
    Optional<FieldReader> fields = values.fields(value, ValueReader.quoted(KINDS));
    Optional<Match> match = fields.flatMap(reader -> reader.exactlyOne(KINDS)).flatMap(this::match);
    fields.ifPresent(FieldReader::finish);
    return match;
  }

  private Optional<Match> match(Yaml.Field entry) {
    return switch (entry.key().text()) {
      case "linkname" -> new LinknameReader(problems).linkname(entry.value());
      case "assembly-reference" -> new LinknameReader(problems).references(entry.value());
      case "files" -> new LinknameReader(problems).files(entry.value());
      default -> assembly(entry.value());
    };
  }

  private Optional<Match> assembly(Yaml value) {
    Optional<FieldReader> reader = values.fields(value, "`function`, `sequence`, `between`");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    String what = "the name of a TEXT symbol without its package, or a list of names";
    Optional<List<String>> functions =
        fields
            .required("function", what)
            .flatMap(names -> values.oneOrMore(names, what, item -> function(item, what)));
    Optional<List<Step>> sequence =
        fields
            .required("sequence", "a list of steps")
            .flatMap(steps -> values.oneOrMore(steps, "steps", this::step));
    Optional<Yaml> conditions = fields.optional("between");
    fields.finish();
    if (problems.isTriggered() || functions.isEmpty() || sequence.isEmpty()) {
      // Names of broken steps would all be unknown; their own mistakes are enough to read.
      return Optional.empty();
    }
    var bare = new AssemblyMatch(functions.get(), sequence.get(), List.of());
    List<Between> between =
        conditions
            .map(list -> values.list(list, "conditions", item -> between(item, bare)))
            .orElse(List.of());
    return Optional.of(new AssemblyMatch(bare.functions(), bare.sequence(), between));
  }

  private Optional<String> function(Yaml item, String what) {
    Optional<String> name = values.line(item, what);
    if (name.filter(text -> !FUNCTION.matcher(text).matches()).isPresent()) {
      values.error(item, "`" + name.get() + "`; expected " + what);
      return Optional.empty();
    }
    return name;
  }

  private Optional<Step> step(Yaml value) {
    Optional<FieldReader> reader = values.fields(value, "a step such as `call`");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    Optional<Callee> callee =
        fields.exactlyOne(List.of("call")).flatMap(entry -> callee(entry.value()));
    Optional<String> name = fields.optional("as").flatMap(this::bind);
    Optional<Registers> clobbers =
        fields
            .optional("clobbers")
            .flatMap(it -> new RegistersReader(problems).registers(it, architectures, true));
    fields.finish();
    return callee.map(it -> new Step.Call(name, it, clobbers));
  }

  private Optional<Callee> callee(Yaml value) {
    Optional<FieldReader> reader = values.fields(value, "`symbol` or `indirect`");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    Optional<Yaml.Field> kind = fields.exactlyOne(List.of("symbol", "indirect"));
    Optional<Callee> callee = Optional.empty();
    if (kind.filter(entry -> entry.key().text().equals("symbol")).isPresent()) {
      String what = "a symbol such as runtime.load_g, or a list of symbols";
      callee =
          values
              .oneOrMore(kind.get().value(), what, item -> symbol(item, what))
              .map(Callee.Symbol::new);
    } else if (kind.isPresent()) {
      values.oneOf(kind.get().value(), List.of("true"));
      Optional<Value> through = fields.optional("through").flatMap(this::value);
      List<Callee.Passed> passes =
          fields
              .optional("passes")
              .map(list -> values.list(list, "passed values", this::passed))
              .orElse(List.of());
      callee = Optional.of(new Callee.Indirect(through, passes));
    }
    fields.finish();
    return callee;
  }

  private Optional<SymbolName> symbol(Yaml item, String what) {
    Optional<String> text = values.line(item, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var matcher = SYMBOL.matcher(text.get());
    if (!matcher.matches()) {
      values.error(item, "`" + text.get() + "`; expected " + what);
      return Optional.empty();
    }
    String path = matcher.group("path");
    String name = text.get().substring(matcher.start("name"));
    return Optional.of(new SymbolName(path == null ? "" : path, name));
  }

  private Optional<Callee.Passed> passed(Yaml value) {
    Optional<FieldReader> reader =
        values.fields(value, "`c-argument`, `loaded-from` and perhaps `as`");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    Optional<Integer> register =
        fields
            .required("c-argument", "the number of the C argument, from 0")
            .flatMap(it -> values.number(it, 0));
    Optional<Value> from =
        fields.required("loaded-from", "a value such as {argument: 1}").flatMap(this::value);
    Optional<String> name = fields.optional("as").flatMap(this::bind);
    name.ifPresent(slots::add);
    fields.finish();
    return register.isEmpty() || from.isEmpty()
        ? Optional.empty()
        : Optional.of(new Callee.Passed(register.get(), from.get(), name));
  }

  private Optional<Value> value(Yaml value) {
    Optional<FieldReader> fields = values.fields(value, "`argument`");
    Optional<Value> read =
        fields
            .flatMap(reader -> reader.exactlyOne(List.of("argument")))
            .flatMap(entry -> values.number(entry.value(), 0))
            .map(Value.Argument::new);
    fields.ifPresent(FieldReader::finish);
    return read;
  }

  private Optional<String> bind(Yaml value) {
    Optional<String> name = values.name(value, "a name such as load");
    if (name.filter(END::equals).isPresent()) {
      values.error(value, "`end` stands for the end of the function; expected another name");
      return Optional.empty();
    }
    if (name.isPresent()) {
      Yaml first = bound.putIfAbsent(name.get(), value);
      if (first != null) {
        values.error(
            value,
            "the name `" + name.get() + "` a second time; it stands already at " + first.at());
        return Optional.empty();
      }
    }
    return name;
  }

  private Optional<Between> between(Yaml value, AssemblyMatch match) {
    Optional<FieldReader> reader = values.fields(value, "a condition such as `not-calls: true`");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    int last = match.sequence().size() - 1;
    int from = fields.optional("from").map(name -> stepIndex(name, match, false)).orElse(0);
    int to = fields.optional("to").map(name -> stepIndex(name, match, true)).orElse(last);
    Optional<Yaml.Field> condition = fields.exactlyOne(List.of("not-reads", "not-calls", "keeps"));
    fields.finish();
    if (condition.isEmpty() || from < 0 || to < 0) {
      return Optional.empty();
    }
    if (to <= from) {
      values.error(value, "no step lies behind the other; expected `from` a step before `to`");
      return Optional.empty();
    }
    return condition(condition.get(), new Between.Gap(from, to), match);
  }

  private Optional<Between> condition(Yaml.Field entry, Between.Gap gap, AssemblyMatch match) {
    Yaml value = entry.value();
    switch (entry.key().text()) {
      case "not-reads" -> {
        return notReads(value, gap, match);
      }
      case "not-calls" -> {
        return values.oneOf(value, List.of("true")).map(yes -> new Between.NotCalls(gap));
      }
      default -> {
        return values.oneOf(value, slots).map(name -> new Between.Keeps(gap, name));
      }
    }
  }

  private Optional<Between> notReads(Yaml value, Between.Gap gap, AssemblyMatch match) {
    Optional<List<Between.Watched>> watched =
        values.oneOrMore(
            value, "`g`, `clobbers`", item -> values.constant(item, Between.Watched.class));
    if (watched.isEmpty()) {
      return Optional.empty();
    }
    Set<Between.Watched> set = EnumSet.copyOf(watched.get());
    if (set.contains(Between.Watched.CLOBBERS)
        && !statesClobbers(match.sequence().get(gap.from()))) {
      values.error(value, "the step before the gap has no `clobbers`; expected it to state them");
    }
    return Optional.of(new Between.NotReads(gap, set));
  }

  private static boolean statesClobbers(Step step) {
    return step instanceof Step.Call call && call.clobbers().isPresent();
  }

  // -1 after a problem was reported.
  private int stepIndex(Yaml value, AssemblyMatch match, boolean mayBeEnd) {
    List<String> names = new ArrayList<>();
    match.sequence().forEach(step -> step.name().ifPresent(names::add));
    if (mayBeEnd) {
      names.add(END);
    }
    Optional<String> name = values.oneOf(value, names);
    if (name.isEmpty()) {
      return -1;
    }
    return match.indexOf(name.get()).orElse(match.sequence().size());
  }
}
