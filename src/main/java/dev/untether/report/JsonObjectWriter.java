package dev.untether.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The fields of one JSON object under construction, written in the order of the calls. Valid only
 * within the call that handed it out.
 *
 * <p>Strings may hold anything: control characters and line breaks are escaped, and half a
 * surrogate pair, which UTF-8 cannot express, becomes U+FFFD. Names are the program's own and must
 * not repeat within an object.
 */
public final class JsonObjectWriter {
  private final JsonGenerator generator;

  JsonObjectWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  /** Writes a string. */
  public JsonObjectWriter string(String name, String value) {
    return write(
        () -> {
          generator.writeFieldName(name);
          generator.writeString(wellFormed(value));
        });
  }

  /** Writes a whole number. */
  public JsonObjectWriter number(String name, long value) {
    return write(() -> generator.writeNumberField(name, value));
  }

  /** Writes a truth value. */
  public JsonObjectWriter bool(String name, boolean value) {
    return write(() -> generator.writeBooleanField(name, value));
  }

  /** Writes {@code null}. */
  public JsonObjectWriter nothing(String name) {
    return write(() -> generator.writeNullField(name));
  }

  /** Writes an array of strings. */
  public JsonObjectWriter strings(String name, Iterable<String> values) {
    return write(
        () -> {
          generator.writeArrayFieldStart(name);
          for (String value : values) {
            generator.writeString(wellFormed(value));
          }
          generator.writeEndArray();
        });
  }

  /** Writes an array of whole numbers. */
  public JsonObjectWriter numbers(String name, Iterable<Long> values) {
    return write(
        () -> {
          generator.writeArrayFieldStart(name);
          for (long value : values) {
            generator.writeNumber(value);
          }
          generator.writeEndArray();
        });
  }

  /** Writes an object whose fields {@code fields} gives. */
  public JsonObjectWriter object(String name, Consumer<JsonObjectWriter> fields) {
    return write(
        () -> {
          generator.writeObjectFieldStart(name);
          fields.accept(this);
          generator.writeEndObject();
        });
  }

  /**
   * Writes an array with one object for each of {@code values}, whose fields {@code fields} gives.
   */
  public <T> JsonObjectWriter objects(
      String name, Iterable<T> values, BiConsumer<JsonObjectWriter, T> fields) {
    return write(
        () -> {
          generator.writeArrayFieldStart(name);
          for (T value : values) {
            generator.writeStartObject();
            fields.accept(this, value);
            generator.writeEndObject();
          }
          generator.writeEndArray();
        });
  }

  private JsonObjectWriter write(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      // JsonLines unwraps it again; in between lies the caller's Consumer, which cannot throw it.
      throw new UncheckedIOException(e);
    }
  }

  /** Returns {@code text} with each half of a surrogate pair replaced by U+FFFD. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaceHalves(text);
      }
    }
    return text;
  }

  private static String replaceHalves(String text) {
    StringBuilder replaced = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .forEach(replaced::appendCodePoint);
    return replaced.toString();
  }

  private interface Step {
    void run() throws IOException;
  }
}
