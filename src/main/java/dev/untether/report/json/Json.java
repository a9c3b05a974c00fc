package dev.untether.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value. What is asked of a value of another kind, or of a field that is not there, is
 * empty: answers of servers vary, and their readers say what they miss.
 */
public sealed interface Json {
  /** The kinds of values without parts. */
  enum Kind {
    NOTHING,
    TEXT,
    NUMBER,
    BOOL
  }

  /**
   * A value without parts.
   *
   * @param spelling the text, or the number or truth value as it was written
   */
  record Scalar(String spelling, Kind kind) implements Json {}

  /** An array. */
  record Items(List<Json> values) implements Json {
    /** Copies the list. */
    public Items {
      values = List.copyOf(values);
    }
  }

  /** An object; of fields with one name, the last one counts. */
  record Fields(Map<String, Json> values) implements Json {
    /** Copies the map. */
    public Fields {
      values = Map.copyOf(values);
    }
  }

  /**
   * Returns the one value that {@code text} holds.
   *
   * @throws IOException when it is no JSON, nested more than 1,000 deep, or followed by more
   */
  static Json parse(String text) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      if (parser.nextToken() == null) {
        throw new IOException("not JSON: nothing there");
      }
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw new IOException("not one JSON value: more follows it");
      }
      return value;
    }
  }

  private static Json value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          fields.put(name, value(parser));
        }
        yield new Fields(fields);
      }
      case START_ARRAY -> {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield new Items(items);
      }
      case VALUE_STRING -> new Scalar(parser.getText(), Kind.TEXT);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(parser.getText(), Kind.NUMBER);
      case VALUE_TRUE, VALUE_FALSE -> new Scalar(parser.getText(), Kind.BOOL);
      case VALUE_NULL -> nothing();
      default -> throw new IOException("not JSON: " + token);
    };
  }

  /** Returns a value that is not there, or {@code null}. */
  static Json nothing() {
    return new Scalar("", Kind.NOTHING);
  }

  /** Returns the field of that name; {@link #nothing} if this is no object or has none. */
  default Json at(String name) {
    Json value = this instanceof Fields fields ? fields.values().get(name) : null;
    return value == null ? nothing() : value;
  }

  /** Returns the values of an array; none if this is none. */
  default List<Json> items() {
    return this instanceof Items items ? items.values() : List.of();
  }

  /** Returns the text, if this is text. */
  default Optional<String> text() {
    return this instanceof Scalar scalar && scalar.kind() == Kind.TEXT
        ? Optional.of(scalar.spelling())
        : Optional.empty();
  }

  /** Returns the whole number, if this is one that fits. */
  default Optional<Long> number() {
    if (this instanceof Scalar scalar && scalar.kind() == Kind.NUMBER) {
      try {
        return Optional.of(Long.valueOf(scalar.spelling()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns whether this is {@code true}. */
  default boolean isTrue() {
    return this instanceof Scalar scalar
        && scalar.kind() == Kind.BOOL
        && scalar.spelling().equals("true");
  }
}
