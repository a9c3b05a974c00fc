package dev.untether.module.script;

import dev.untether.text.Comment;
import dev.untether.text.Position;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place where a build script switches the linker's check of linknames off.
 *
 * @param script the file
 * @param position the flag
 * @param span the flag alone
 * @param argument the whole {@code -ldflags} argument, if it holds nothing but the flag
 * @param text the flag as it is written
 * @param remarks the comments that belong to it: on its line, and above its statement
 */
public record CheckFlag(
    BuildScript script,
    Position position,
    Span span,
    Optional<Span> argument,
    String text,
    List<Comment> remarks) {

  private static final byte[] WORD = "checklinkname".getBytes(StandardCharsets.US_ASCII);

  // What strconv.ParseBool takes for false; a flag package's boolean takes its value behind "=".
  private static final Pattern OFF =
      Pattern.compile(
          "(?<![\\w-])--?checklinkname=(['\"]?)(?:0|f|F|false|False|FALSE)\\1(?![\\w.])");
  private static final Pattern ALONE =
      Pattern.compile(
          "(['\"]?)--?(?:ldflags|gc_linkopts)(?:=|\\s+)(['\"]?)(?:all=|[\\w./-]+=)?\\s*"
              + "--?checklinkname=\\w+(?:\\s+(?=['\"]))?\\2\\1");
  private static final int ABOVE = 6;

  /** Copies the list. */
  public CheckFlag {
    remarks = List.copyOf(remarks);
  }

  /** Returns the places in all of {@code scripts}, by file and place. */
  public static List<CheckFlag> in(List<BuildScript> scripts) {
    return scripts.stream().flatMap(script -> in(script).stream()).toList();
  }

  /** Returns the places in a script, in order; not those in comments and in prose. */
  public static List<CheckFlag> in(BuildScript script) {
    if (!mentions(script.text())) {
      return List.of();
    }
    List<CheckFlag> flags = new ArrayList<>();
    List<ScriptLines.Line> lines = ScriptLines.of(script).lines();
    for (ScriptLines.Line line : lines) {
      Matcher matcher = OFF.matcher(line.text());
      while (matcher.find()) {
        Span span = bytes(line, matcher.start(), matcher.end());
        if (line.runs(span.start())) {
          flags.add(
              new CheckFlag(
                  script,
                  script.text().positionOf(span.start()),
                  span,
                  alone(line, matcher.start(), matcher.end()),
                  matcher.group(),
                  remarks(lines, line)));
        }
      }
    }
    return List.copyOf(flags);
  }

  private static boolean mentions(SourceText text) {
    byte[] bytes = text.bytes();
    for (int i = 0; i + WORD.length <= bytes.length; i++) {
      if (bytes[i] == WORD[0] && Arrays.equals(bytes, i, i + WORD.length, WORD, 0, WORD.length)) {
        return true;
      }
    }
    return false;
  }

  private static Span bytes(ScriptLines.Line line, int from, int to) {
    int start = line.span().start() + SourceText.of(line.text().substring(0, from)).length();
    return new Span(start, start + SourceText.of(line.text().substring(from, to)).length());
  }

  private static Optional<Span> alone(ScriptLines.Line line, int from, int to) {
    Matcher matcher = ALONE.matcher(line.text());
    while (matcher.find()) {
      if (matcher.start() <= from && to <= matcher.end()) {
        return Optional.of(bytes(line, matcher.start(), matcher.end()));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the comment on the line, and those above the statement that it belongs to: above lines
   * that go on behind a backslash, and above the keys of YAML that it stands under.
   */
  private static List<Comment> remarks(List<ScriptLines.Line> lines, ScriptLines.Line line) {
    List<Comment> remarks = new ArrayList<>();
    line.comment().ifPresent(remarks::add);
    int i = line.number() - 2;
    for (int steps = 0; steps < ABOVE && i >= 0 && !lines.get(i).isComment(); steps++) {
      if (!leadsOn(lines.get(i).text().stripTrailing())) {
        return remarks;
      }
      i--;
    }
    for (; i >= 0 && lines.get(i).isComment(); i--) {
      lines.get(i).comment().ifPresent(remarks::add);
    }
    Collections.reverse(remarks);
    return remarks;
  }

  private static boolean leadsOn(String line) {
    return line.endsWith("\\")
        || line.endsWith(":")
        || line.endsWith("|")
        || line.endsWith(">")
        || line.endsWith(">-")
        || line.endsWith("[")
        || line.endsWith("(")
        || line.stripLeading().startsWith("- -");
  }
}
