package dev.untether.recipe.folder;

import dev.untether.recipe.Option;
import dev.untether.recipe.template.Problems;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the {@code options} key. */
final class OptionReader {
  private static final List<String> TYPES = List.of("string", "bool", "int", "enum");

  private final ValueReader values;

  OptionReader(Problems.Reporter problems) {
    this.values = new ValueReader(problems);
  }

  /** Returns the options by name, in descriptor order. */
  Map<String, Option> options(Yaml value) {
    Map<String, Option> options = new LinkedHashMap<>();
    Optional<FieldReader> fields = values.fields(value, "name to option");
    for (Yaml.Field entry : fields.map(FieldReader::entries).orElse(List.of())) {
      Optional<String> name = values.name(entry.key(), "the name of an option");
      Optional<Option> option = option(entry.value());
      if (name.isPresent() && option.isPresent()) {
        options.put(name.get(), option.get());
      }
    }
    return Collections.unmodifiableMap(options);
  }

  private Optional<Option> option(Yaml value) {
    Optional<FieldReader> reader = values.fields(value, "`type`, `default`, `description`");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    FieldReader fields = reader.get();
    Optional<String> type =
        fields
            .required("type", "one of " + ValueReader.quoted(TYPES))
            .flatMap(it -> values.oneOf(it, TYPES));
    Optional<String> description =
        fields
            .required("description", "one sentence")
            .flatMap(it -> values.line(it, "one sentence"));
    Optional<Yaml> standard = fields.required("default", "the value that holds unless chosen");
    Optional<List<String>> words =
        type.filter("enum"::equals)
            .flatMap(it -> fields.required("values", "a list of words"))
            .flatMap(
                it ->
                    values.oneOrMore(it, "words", word -> values.name(word, "a kebab-case word")));
    fields.finish();
    if (type.isEmpty() || description.isEmpty() || standard.isEmpty()) {
      return Optional.empty();
    }
    return option(type.get(), description.get(), standard.get(), words);
  }

  private Optional<Option> option(
      String type, String description, Yaml standard, Optional<List<String>> words) {
    return switch (type) {
      case "string" ->
          standard instanceof Yaml.Scalar empty && empty.text().isEmpty() && !empty.plain()
              ? Optional.of(new Option.Text(description, ""))
              : values
                  .line(standard, "one line of text")
                  .map(text -> new Option.Text(description, text));
      case "bool" -> values.flag(standard).map(flag -> new Option.Flag(description, flag));
      case "int" ->
          values
              .number(standard, Integer.MIN_VALUE)
              .map(number -> new Option.WholeNumber(description, number));
      default ->
          words.flatMap(
              all ->
                  values
                      .oneOf(standard, all)
                      .map(word -> new Option.Choice(description, all, word)));
    };
  }
}
