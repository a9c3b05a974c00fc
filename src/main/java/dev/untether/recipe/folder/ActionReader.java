package dev.untether.recipe.folder;

import dev.untether.recipe.AssemblyAction;
import dev.untether.recipe.CommentRule;
import dev.untether.recipe.Note;
import dev.untether.recipe.Registers;
import dev.untether.recipe.template.Architectures;
import dev.untether.recipe.template.Problems;
import dev.untether.recipe.template.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the {@code actions} and {@code notes} keys against the names that the match binds. */
final class ActionReader {
  private final Problems.Reporter problems;
  private final ValueReader values;
  private final Names names;
  private final Templates templates;

  /** The names that actions may refer to. */
  record Names(
      List<String> steps, List<String> slots, Set<String> options, Set<String> architectures) {}

  ActionReader(Problems.Reporter problems, Names names, Templates templates) {
    this.problems = problems;
    this.values = new ValueReader(problems);
    this.names = names;
    this.templates = templates;
  }

  /** Returns the actions, which must not edit a step twice. */
  List<AssemblyAction> actions(Yaml value) {
    Map<String, Yaml> edited = new LinkedHashMap<>();
    return values.oneOrMore(value, "actions", item -> action(item, edited)).orElse(List.of());
  }

  private Optional<AssemblyAction> action(Yaml value, Map<String, Yaml> edited) {
    Optional<FieldReader> reader = values.fields(value, "`remove` or `replace`");
    Optional<Yaml.Field> kind =
        reader.flatMap(fields -> fields.exactlyOne(List.of("remove", "replace")));
    if (reader.isEmpty() || kind.isEmpty()) {
      reader.ifPresent(FieldReader::finish);
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    Optional<String> step = values.oneOf(kind.get().value(), names.steps());
    if (step.isPresent()) {
      Yaml first = edited.putIfAbsent(step.get(), value);
      if (first != null) {
        values.error(value, "the step `" + step.get() + "` is edited already at " + first.at());
      }
    }
    CommentRule comments =
        fields.optional("comments").map(this::comments).orElse(CommentRule.KEEP_ALL);
    Optional<AssemblyAction> action =
        kind.get().key().text().equals("remove")
            ? step.map(name -> new AssemblyAction.Remove(name, comments))
            : replace(fields, step, comments);
    fields.finish();
    return action;
  }

  private Optional<AssemblyAction> replace(
      FieldReader fields, Optional<String> step, CommentRule comments) {
    Optional<Yaml> sources = fields.optional("attributes");
    Map<String, AssemblyAction.Attribute> attributes =
        sources.map(this::attributes).orElse(Map.of());
    Optional<Yaml> at = fields.required("template", "the name of a template in a *.stg file");
    Optional<String> template = at.flatMap(it -> values.name(it, "the name of a template"));
    if (at.isEmpty() || template.isEmpty()) {
      return Optional.empty();
    }
    checkTemplate(at.get(), template.get(), sources.map(ActionReader::keys).orElse(Set.of()));
    return step.map(name -> new AssemblyAction.Replace(name, template.get(), attributes, comments));
  }

  /** Reports architectures without template, and attributes that it does not have or misses. */
  private void checkTemplate(Yaml at, String name, Set<String> given) {
    Set<String> without = new TreeSet<>();
    Set<String> mismatches = new TreeSet<>();
    for (String goarch : names.architectures()) {
      Optional<String> found = templates.find(name, goarch);
      if (found.isEmpty()) {
        without.add(goarch);
      } else {
        templates.mismatch(found.get(), given).ifPresent(mismatches::add);
      }
    }
    if (!without.isEmpty()) {
      values.error(
          at,
          "no template `"
              + name
              + "` for "
              + ValueReader.quoted(Architectures.summarised(without))
              + "; expected `"
              + name
              + "`, or `"
              + name
              + "_<architecture>`, in a *.stg file");
    }
    for (String mismatch : mismatches) {
      values.error(at, mismatch);
    }
  }

  // What was meant to be given, even where its source is wrong.
  private static Set<String> keys(Yaml attributes) {
    Set<String> keys = new TreeSet<>();
    if (attributes instanceof Yaml.Fields fields) {
      fields.entries().forEach(entry -> keys.add(entry.key().text()));
    }
    return keys;
  }

  private Map<String, AssemblyAction.Attribute> attributes(Yaml value) {
    Map<String, AssemblyAction.Attribute> attributes = new LinkedHashMap<>();
    Optional<FieldReader> fields = values.fields(value, "attribute name to its source");
    for (Yaml.Field entry : fields.map(FieldReader::entries).orElse(List.of())) {
      Optional<String> name = values.name(entry.key(), "the name of an attribute");
      Optional<AssemblyAction.Attribute> attribute = attribute(entry.value());
      if (name.isPresent() && attribute.isPresent()) {
        attributes.put(name.get(), attribute.get());
      }
    }
    return attributes;
  }

  private Optional<AssemblyAction.Attribute> attribute(Yaml value) {
    Optional<FieldReader> reader = values.fields(value, "a source such as {register: g}");
    Optional<Yaml.Field> source =
        reader.flatMap(
            fields -> fields.exactlyOne(List.of("slot-of", "register", "text", "option")));
    reader.ifPresent(FieldReader::finish);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Yaml from = source.get().value();
    return switch (source.get().key().text()) {
      case "slot-of" -> values.oneOf(from, names.slots()).map(AssemblyAction.Attribute.SlotOf::new);
      case "register" ->
          values.oneOf(from, List.of("g")).map(g -> new AssemblyAction.Attribute.G());
      case "text" -> values.line(from, "one line of text").map(AssemblyAction.Attribute.Text::new);
      default -> values.oneOf(from, names.options()).map(AssemblyAction.Attribute.OptionValue::new);
    };
  }

  private CommentRule comments(Yaml value) {
    Optional<FieldReader> reader = values.fields(value, "`mentioning` and perhaps `unless`");
    if (reader.isEmpty()) {
      return CommentRule.KEEP_ALL;
    }
    String what = "phrases such as load_g";
    FieldReader fields = reader.get();
    List<String> mentioning =
        fields.required("mentioning", what).flatMap(it -> phrases(it, what)).orElse(List.of());
    List<String> unless =
        fields.optional("unless").flatMap(it -> phrases(it, what)).orElse(List.of());
    fields.finish();
    return new CommentRule(mentioning, unless);
  }

  private Optional<List<String>> phrases(Yaml value, String what) {
    return values.oneOrMore(value, what, item -> values.line(item, what));
  }

  /** Returns the notes. */
  List<Note> notes(Yaml value) {
    return values.list(value, "notes", this::note);
  }

  private Optional<Note> note(Yaml value) {
    Optional<FieldReader> reader = values.fields(value, "`when`, `registers`, `message`");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    Optional<String> when =
        fields
            .required("when", "`register-saved`")
            .flatMap(it -> values.oneOf(it, List.of("register-saved")));
    Optional<Registers> registers =
        fields
            .required("registers", "registers per architecture")
            .flatMap(
                it -> new RegistersReader(problems).registers(it, names.architectures(), false));
    Optional<String> message =
        fields
            .required("message", "one sentence for the reader")
            .flatMap(it -> values.line(it, "one sentence"));
    fields.finish();
    return when.isEmpty() || registers.isEmpty()
        ? Optional.empty()
        : message.map(text -> new Note.RegisterSaved(registers.get(), text));
  }
}
