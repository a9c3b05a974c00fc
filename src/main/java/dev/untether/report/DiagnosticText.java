package dev.untether.report;

import dev.untether.report.terminal.Ansi;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Findings as text, one a line: {@code path:line:col: severity: message [rule]}. On request in
 * colour, and with the line of the source and a caret under the column.
 *
 * <p>Paths, messages and source lines may quote analysed code; control characters in them are
 * replaced, so that a finding is always one line that says what it seems to say.
 */
public final class DiagnosticText {
  private static final int WIDEST_EXCERPT = 160;

  private final boolean colour;
  private final Function<String, Optional<SourceText>> sources;

  private DiagnosticText(boolean colour, Function<String, Optional<SourceText>> sources) {
    this.colour = colour;
    this.sources = sources;
  }

  /** Returns the renderer for programs and logs: no colour, no source lines. */
  public static DiagnosticText plain() {
    return new DiagnosticText(false, path -> Optional.empty());
  }

  /** Returns this renderer with colours switched on or off. */
  public DiagnosticText withColour(boolean on) {
    return new DiagnosticText(on, sources);
  }

  /**
   * Returns this renderer with source lines below the findings.
   *
   * @param texts gives the text of a finding's path; empty when it is not at hand, which leaves the
   *     source line out
   */
  public DiagnosticText withExcerpts(Function<String, Optional<SourceText>> texts) {
    return new DiagnosticText(colour, texts);
  }

  /** Writes {@code findings} to {@code out}, in the order given. */
  public void write(Iterable<Finding> findings, Appendable out) throws IOException {
    for (Finding finding : findings) {
      out.append(format(finding));
    }
  }

  /** Returns {@code finding} as lines, each with its line feed. */
  public String format(Finding finding) {
    Position position = finding.position();
    boolean wholeFile = position.line() == 0;
    String place = Printable.line(finding.path()) + (wholeFile ? "" : ":" + position) + ":";
    String word = finding.severity().word() + ":";
    StringBuilder text = new StringBuilder();
    text.append(colour ? Ansi.BOLD.paint(place) : place)
        .append(' ')
        .append(colour ? colourOf(finding.severity()).paint(word) : word)
        .append(' ')
        .append(Printable.line(finding.message()))
        .append(" [")
        .append(Printable.line(finding.rule()))
        .append("]\n");
    if (!wholeFile) {
      sources.apply(finding.path()).ifPresent(source -> appendExcerpt(text, source, position));
    }
    return text.toString();
  }

  private static Ansi colourOf(Severity severity) {
    return switch (severity) {
      case ERROR -> Ansi.BOLD_RED;
      case WARNING -> Ansi.BOLD_YELLOW;
      case NOTE -> Ansi.BOLD_CYAN;
    };
  }

  private void appendExcerpt(StringBuilder text, SourceText source, Position position) {
    if (position.line() > source.lineCount()) {
      // The finding is about another version of the file; a wrong line would mislead.
      return;
    }
    int[] line = lineOf(source, position.line()).codePoints().toArray();
    int caret = Math.min(Math.max(position.column() - 1, 0), line.length);
    int start = line.length <= WIDEST_EXCERPT ? 0 : Math.max(0, caret - WIDEST_EXCERPT / 2);
    int end = Math.min(line.length, start + WIDEST_EXCERPT);
    StringBuilder excerpt = new StringBuilder(start > 0 ? "…" : "");
    StringBuilder pad = new StringBuilder(start > 0 ? " " : "");
    for (int i = start; i < end; i++) {
      if (line[i] == '\uFEFF' && i == 0 && position.line() == 1) {
        // The byte order mark counts as a column and takes no room.
        continue;
      }
      excerpt.appendCodePoint(line[i]);
      if (i < caret) {
        // Only a tab is as wide as a tab, wherever the terminal has its stops.
        pad.append(line[i] == '\t' ? '\t' : ' ');
      }
    }
    excerpt.append(end < line.length ? "…" : "");
    String number = String.valueOf(position.line());
    text.append(' ').append(number).append(" | ").append(excerpt.toString().stripTrailing());
    text.append("\n ").append(" ".repeat(number.length())).append(" | ").append(pad);
    text.append(colour ? Ansi.BOLD_GREEN.paint("^") : "^").append('\n');
  }

  private static String lineOf(SourceText source, int line) {
    int start = source.lineStart(line);
    int end = line < source.lineCount() ? source.lineStart(line + 1) - 1 : source.length();
    if (end > start && source.bytes()[end - 1] == '\r') {
      end--;
    }
    return Printable.excerpt(source.slice(new Span(start, end)));
  }
}
