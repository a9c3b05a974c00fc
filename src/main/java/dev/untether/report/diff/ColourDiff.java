package dev.untether.report.diff;

import dev.untether.report.terminal.Ansi;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * A unified diff to look at: {@link UnifiedDiff} in the colours of {@code git diff}, with blanks at
 * the end of added lines on a red ground.
 *
 * <p>Control characters other than tabs and the CR of a CRLF are shown as {@code ^[}, in reverse
 * video. The files come from strangers: an escape sequence in one of them must not be able to hide
 * a change from the person who reviews it. For a diff to apply, use {@link UnifiedDiff}.
 */
public final class ColourDiff {
  private final DiffParts parts;

  /** Creates a renderer with {@link UnifiedDiff#DEFAULT_CONTEXT} lines of context. */
  public ColourDiff() {
    this(UnifiedDiff.DEFAULT_CONTEXT);
  }

  /**
   * Creates a renderer with {@code context} unchanged lines around each change.
   *
   * @throws IllegalArgumentException when {@code context} is negative
   */
  public ColourDiff(int context) {
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
    parts.send(patches, new TerminalSink(buffer));
    buffer.flush();
  }

  private record TerminalSink(OutputStream out) implements DiffSink {

    @Override
    public void header(String line) throws IOException {
      write(Ansi.BOLD.paint(line) + "\n");
    }

    @Override
    public void hunk(String range, byte[] heading) throws IOException {
      write(Ansi.CYAN.paint(range));
      if (heading.length > 0) {
        write(" ");
        writeVisibly(heading, 0, heading.length, "");
      }
      out.write('\n');
    }

    @Override
    public void line(Side side, byte[] text, int start, int end) throws IOException {
      switch (side) {
        case BOTH -> writeLine("", side, text, start, end);
        case BEFORE -> writeLine(Ansi.RED.start(), side, text, start, end);
        case AFTER -> writeAdded(text, start, end);
      }
    }

    @Override
    public void missingNewline() throws IOException {
      write("\\ No newline at end of file\n");
    }

    private void writeLine(String colour, Side side, byte[] text, int start, int end)
        throws IOException {
      // As in git, a CR at the end comes after the reset, where no pager takes it for text.
      boolean carriageReturn = end > start && text[end - 1] == '\r';
      write(colour + side.mark());
      writeVisibly(text, start, carriageReturn ? end - 1 : end, colour);
      write((colour.isEmpty() ? "" : Ansi.RESET) + (carriageReturn ? "\r\n" : "\n"));
    }

    private void writeAdded(byte[] text, int start, int end) throws IOException {
      int blank = end;
      while (blank > start && " \t\r".indexOf(text[blank - 1]) >= 0) {
        blank--;
      }
      String colour = Ansi.GREEN.start();
      write(colour + Side.AFTER.mark() + Ansi.RESET);
      if (blank > start) {
        write(colour);
        writeVisibly(text, start, blank, colour);
        write(Ansi.RESET);
      }
      if (blank < end) {
        write(Ansi.ON_RED.start());
        out.write(text, blank, end - blank);
        write(Ansi.RESET);
      }
      out.write('\n');
    }

    private void writeVisibly(byte[] text, int start, int end, String colour) throws IOException {
      int written = start;
      for (int i = start; i < end; i++) {
        int b = text[i] & 0xFF;
        // U+0080 to U+009F, two bytes in UTF-8, are control characters to some terminals too.
        boolean c1 = b == 0xC2 && i + 1 < end && (text[i + 1] & 0xE0) == 0x80;
        if (c1 || (b < 0x20 && b != '\t') || b == 0x7F) {
          out.write(text, written, i - written);
          String shown = c1 ? String.format("<U+%04X>", text[++i] & 0xFF) : "^" + (char) (b ^ 0x40);
          write(Ansi.REVERSE.paint(shown) + colour);
          written = i + 1;
        }
      }
      out.write(text, written, end - written);
    }

    private void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
