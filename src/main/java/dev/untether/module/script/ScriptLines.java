package dev.untether.module.script;

import dev.untether.golang.GoComments;
import dev.untether.text.Comment;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a build script, told apart into what is run and what is said about it. */
public final class ScriptLines {
  private static final String BATCH_COMMENT = "(?i)\\s*@?(rem\\b|::).*";

  private final List<Line> lines;

  private ScriptLines(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param number counts from 1
   * @param span its bytes without the line break
   * @param text the same as text
   * @param live whether anything on it is run; false in a document outside of code blocks
   * @param comment the comment on it, with its mark
   */
  public record Line(int number, Span span, String text, boolean live, Optional<Comment> comment) {

    /** Returns whether it holds a comment and nothing else. */
    public boolean isComment() {
      return comment.filter(Comment::alone).isPresent();
    }

    /** Returns whether a byte offset of the file lies in what is run. */
    boolean runs(int offset) {
      return live && comment.map(it -> offset < it.span().start()).orElse(true);
    }
  }

  /** Returns the lines of a script. */
  public static ScriptLines of(BuildScript script) {
    return script.kind() == ScriptKind.MAGEFILE ? ofGo(script.text()) : ofText(script);
  }

  /** Returns the lines in order. */
  public List<Line> lines() {
    return lines;
  }

  private static ScriptLines ofText(BuildScript script) {
    List<Line> lines = new ArrayList<>();
    String fence = "";
    for (int number = 1; number <= script.text().lineCount(); number++) {
      Span span = line(script.text(), number);
      String text = script.text().slice(span);
      boolean live = true;
      if (script.kind().isProse()) {
        String mark = fenceMark(text);
        live = !fence.isEmpty() && mark.isEmpty();
        if (!mark.isEmpty()) {
          fence = fence.isEmpty() ? mark : mark.equals(fence) ? "" : fence;
        }
      }
      lines.add(new Line(number, span, text, live, comment(script, span, text)));
    }
    return new ScriptLines(lines);
  }

  private static String fenceMark(String line) {
    String start = line.strip();
    return start.startsWith("```") ? "```" : start.startsWith("~~~") ? "~~~" : "";
  }

  private static Optional<Comment> comment(BuildScript script, Span span, String text) {
    int at = -1;
    if (script.kind().hasHashComments() || script.kind().isProse()) {
      at = hash(text);
    } else if (script.kind() == ScriptKind.BATCH && text.matches(BATCH_COMMENT)) {
      at = text.length() - text.stripLeading().length();
    }
    if (at < 0) {
      return Optional.empty();
    }
    int start = span.start() + SourceText.of(text.substring(0, at)).length();
    return Optional.of(Comment.at(script.text(), new Span(start, span.end())));
  }

  /** Returns where a comment starts, or -1: not within quotes, and not within a word. */
  private static int hash(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\\') {
        i++;
      } else if ((c == '"' || c == '\'') && closes(line, i)) {
        quote = c;
      } else if (c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
        return i;
      }
    }
    return -1;
  }

  /** An apostrophe in prose opens nothing. */
  private static boolean closes(String line, int quote) {
    return line.indexOf(line.charAt(quote), quote + 1) >= 0;
  }

  private static ScriptLines ofGo(SourceText text) {
    List<Comment> comments = GoComments.of(text);
    List<Line> lines = new ArrayList<>();
    int next = 0;
    for (int number = 1; number <= text.lineCount(); number++) {
      while (next < comments.size() && comments.get(next).line() < number) {
        next++;
      }
      Span span = line(text, number);
      boolean has = next < comments.size() && comments.get(next).line() == number;
      Optional<Comment> comment = has ? Optional.of(comments.get(next)) : Optional.empty();
      lines.add(new Line(number, span, text.slice(span), /* live= */ true, comment));
    }
    return new ScriptLines(lines);
  }

  private static Span line(SourceText text, int number) {
    int start = text.lineStart(number);
    int end = number < text.lineCount() ? text.lineStart(number + 1) - 1 : text.length();
    return new Span(start, end > start && text.bytes()[end - 1] == '\r' ? end - 1 : end);
  }
}
