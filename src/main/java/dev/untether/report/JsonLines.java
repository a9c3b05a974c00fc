package dev.untether.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON Lines: one compact object a line, UTF-8, fields in the order they are given, each
 * line ended by one line feed whatever the platform.
 *
 * <p>A line is written whole or not at all. Nothing is flushed but by {@link #flush()}. Not safe
 * for use by several threads.
 */
public final class JsonLines {
  static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .characterEscapes(new LineSafeEscapes())
          // Or characters beyond U+FFFF come as two escapes, unlike all others.
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .rootValueSeparator("")
          .build();

  private final OutputStream out;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
  private @Nullable JsonGenerator generator;

  /** Creates a writer to {@code out}, which it never closes. */
  public JsonLines(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes one line: the object whose fields {@code fields} gives. When {@code fields} throws, no
   * byte of the line is written and the exception passes through.
   */
  public void object(Consumer<JsonObjectWriter> fields) throws IOException {
    line.reset();
    // Out of the field while in use: after a failure it would still be inside the broken object.
    JsonGenerator current = generator != null ? generator : newGenerator();
    generator = null;
    try {
      current.writeStartObject();
      fields.accept(new JsonObjectWriter(current));
      current.writeEndObject();
      current.writeRaw('\n');
      current.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    generator = current;
    line.writeTo(out);
  }

  /** Flushes the stream below. */
  public void flush() throws IOException {
    out.flush();
  }

  private JsonGenerator newGenerator() throws IOException {
    return FACTORY.createGenerator(line);
  }

  /**
   * Escapes the line breaks that JSON allows within strings. Readers that split lines as Unicode
   * has it (Python's {@code splitlines}, old JavaScript) would break the object at them.
   */
  private static final class LineSafeEscapes extends CharacterEscapes {
    private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int ch) {
      return switch (ch) {
        case 0x85 -> new SerializedString("\\u0085");
        case 0x2028 -> new SerializedString("\\u2028");
        case 0x2029 -> new SerializedString("\\u2029");
        default -> null;
      };
    }
  }
}
