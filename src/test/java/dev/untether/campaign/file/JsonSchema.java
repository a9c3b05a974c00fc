package dev.untether.campaign.file;

import dev.untether.report.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The part of JSON Schema 2020-12 that the schema of campaign files needs. */
final class JsonSchema {
  private static final Set<String> SAYS_NOTHING =
      Set.of("$schema", "$defs", "title", "description", "default", "examples");

  private final Json root;

  private JsonSchema(Json root) {
    this.root = root;
  }

  static JsonSchema ofCampaigns() {
    try (InputStream in =
        JsonSchema.class.getResourceAsStream("/dev/untether/campaign/campaign.schema.json")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks campaign.schema.json");
      }
      return new JsonSchema(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Json root() {
    return root;
  }

  Json definition(String name) {
    return root.at("$defs").at(name);
  }

  /** Returns the schema that is meant, where one only refers to it. */
  Json resolved(Json schema) {
    return schema
        .at("$ref")
        .text()
        .map(it -> definition(it.substring("#/$defs/".length())))
        .orElse(schema);
  }

  /** Returns what is wrong with a value, as its places; nothing if it is valid. */
  List<String> mistakes(Json value) {
    List<String> mistakes = new ArrayList<>();
    check(value, root, "", mistakes);
    return mistakes;
  }

  private boolean accepts(Json value, Json schema) {
    List<String> mistakes = new ArrayList<>();
    check(value, schema, "", mistakes);
    return mistakes.isEmpty();
  }

  private void check(Json value, Json schema, String at, List<String> mistakes) {
    for (Map.Entry<String, Json> rule : ((Json.Fields) schema).values().entrySet()) {
      if (!SAYS_NOTHING.contains(rule.getKey())
          && !holds(value, rule.getKey(), rule.getValue(), schema, at, mistakes)) {
        mistakes.add(at + ": " + rule.getKey());
      }
    }
  }

  private boolean holds(
      Json value, String rule, Json argument, Json schema, String at, List<String> mistakes) {
    return switch (rule) {
      case "$ref" -> {
        check(value, resolved(schema), at, mistakes);
        yield true;
      }
      case "type" ->
          (argument instanceof Json.Items ? argument.items() : List.of(argument))
              .stream().anyMatch(type -> is(value, type.text().orElseThrow()));
      case "const" -> value.equals(argument);
      case "enum" -> argument.items().contains(value);
      case "pattern" ->
          value.text().isEmpty()
              || Pattern.compile(argument.text().orElseThrow()).matcher(value.text().get()).find();
      case "minLength" -> value.text().isEmpty() || value.text().get().length() >= number(argument);
      case "maxLength" -> value.text().isEmpty() || value.text().get().length() <= number(argument);
      case "minimum" -> value.number().isEmpty() || value.number().get() >= number(argument);
      case "minItems" -> !(value instanceof Json.Items) || value.items().size() >= number(argument);
      case "required" ->
          !(value instanceof Json.Fields fields)
              || argument.items().stream()
                  .allMatch(key -> fields.values().containsKey(key.text().orElseThrow()));
      case "items" -> {
        value.items().forEach(item -> check(item, argument, at + "/items", mistakes));
        yield true;
      }
      case "properties" -> {
        fields(value)
            .forEach(
                (key, field) -> {
                  if (fields(argument).containsKey(key)) {
                    check(field, argument.at(key), at + "/" + key, mistakes);
                  }
                });
        yield true;
      }
      case "additionalProperties" -> additional(value, argument, schema);
      case "anyOf" -> argument.items().stream().anyMatch(choice -> accepts(value, choice));
      case "oneOf" ->
          argument.items().stream().filter(choice -> accepts(value, choice)).count() == 1;
      default -> throw new IllegalStateException("a rule that this test does not know: " + rule);
    };
  }

  private boolean additional(Json value, Json argument, Json schema) {
    Set<String> others = new TreeSet<>(fields(value).keySet());
    others.removeAll(fields(schema.at("properties")).keySet());
    return argument instanceof Json.Fields
        ? others.stream().allMatch(key -> accepts(value.at(key), argument))
        : others.isEmpty();
  }

  static Map<String, Json> fields(Json value) {
    return value instanceof Json.Fields fields ? fields.values() : Map.of();
  }

  private static long number(Json value) {
    return value.number().orElseThrow();
  }

  private static boolean is(Json value, String type) {
    return switch (type) {
      case "object" -> value instanceof Json.Fields;
      case "array" -> value instanceof Json.Items;
      case "string" -> value.text().isPresent();
      case "integer" -> value.number().isPresent();
      case "number" -> value instanceof Json.Scalar scalar && scalar.kind() == Json.Kind.NUMBER;
      case "boolean" -> value instanceof Json.Scalar scalar && scalar.kind() == Json.Kind.BOOL;
      default -> throw new IllegalStateException("a type that this test does not know: " + type);
    };
  }
}
