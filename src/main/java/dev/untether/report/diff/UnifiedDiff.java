package dev.untether.report.diff;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * The unified diff that {@code git apply} and {@code patch -p1} take, in the spelling of {@code git
 * diff --full-index}. The ids in its {@code index} lines let {@code git apply --3way} fall back on
 * a merge where the files have moved on, and tell GNU patch that an empty file is to be deleted.
 *
 * <p>Lines of the files are copied byte for byte, whatever their encoding and line endings. The
 * output depends on the patches alone: sorted by path, nothing for files that do not change. Files
 * are created and deleted with mode 100644, since a text has no mode.
 */
public final class UnifiedDiff {
  /** How many unchanged lines surround a change unless told otherwise. */
  public static final int DEFAULT_CONTEXT = 3;

  private final DiffParts parts;

  /** Creates a renderer with {@link #DEFAULT_CONTEXT} lines of context. */
  public UnifiedDiff() {
    this(DEFAULT_CONTEXT);
  }

  /**
   * Creates a renderer with {@code context} unchanged lines around each change. With 0, {@code git
   * apply} wants {@code --unidiff-zero}.
   *
   * @throws IllegalArgumentException when {@code context} is negative
   */
  public UnifiedDiff(int context) {
    this.parts = new DiffParts(context);
  }

  /**
   * Writes the diff of {@code patches} to {@code out} and flushes it.
   *
   * @throws IllegalArgumentException when two patches are for one path; nothing is written then
   */
  public void write(Collection<FilePatch> patches, OutputStream out) throws IOException {
    // Not closed: the stream is the caller's.
    BufferedOutputStream buffer = new BufferedOutputStream(out, 1 << 16);
    parts.send(patches, new PlainSink(buffer));
    buffer.flush();
  }

  /**
   * Returns the diff of {@code patches}.
   *
   * @throws IllegalArgumentException when two patches are for one path
   */
  public byte[] toBytes(Collection<FilePatch> patches) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(patches, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private record PlainSink(OutputStream out) implements DiffSink {

    @Override
    public void header(String line) throws IOException {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }

    @Override
    public void hunk(String range, byte[] heading) throws IOException {
      out.write(range.getBytes(StandardCharsets.UTF_8));
      if (heading.length > 0) {
        out.write(' ');
        out.write(heading);
      }
      out.write('\n');
    }

    @Override
    public void line(Side side, byte[] text, int start, int end) throws IOException {
      out.write(side.mark());
      out.write(text, start, end - start);
      out.write('\n');
    }

    @Override
    public void missingNewline() throws IOException {
      header("\\ No newline at end of file");
    }
  }
}
