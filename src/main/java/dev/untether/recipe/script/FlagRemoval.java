package dev.untether.recipe.script;

import dev.untether.module.script.CheckFlag;
import dev.untether.module.script.ScriptKind;
import dev.untether.text.Comment;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a build script has {@code -checklinkname=0}, and what has to go with it so that the rest of
 * the script means what it meant.
 */
final class FlagRemoval {
  private static final Pattern LDFLAGS_BEFORE =
      Pattern.compile("-ldflags['\"]?\\s*,?\\s*(?:- +)?['\"]?$");
  private static final Pattern PART_OF_BLOCK =
      Pattern.compile("#+\\s*(?:issue|owner|remove by):.*", Pattern.CASE_INSENSITIVE);

  private final CheckFlag flag;
  private final SourceText text;

  FlagRemoval(CheckFlag flag) {
    this.flag = flag;
    this.text = flag.script().text();
  }

  /** Returns why a person has to remove the flag; empty if {@link #edit} can. */
  Optional<String> obstacle() {
    ScriptKind kind = flag.script().kind();
    if (kind == ScriptKind.MAGEFILE || kind == ScriptKind.NIX || kind == ScriptKind.BAZEL) {
      return Optional.of(
          "the flag can go, but a " + kind.words() + " is a program; take it out by hand");
    }
    Span place = element();
    String before = text.slice(Math.max(0, place.start() - 60), place.start());
    if (flag.argument().isEmpty() && LDFLAGS_BEFORE.matcher(before).find() && isAlone(place)) {
      return Optional.of("the flag can go, and -ldflags before it too; take both out by hand");
    }
    return Optional.empty();
  }

  /** Hands the edits to {@code draft}; {@code file} is the module's name of the script. */
  void edit(String file, ModuleDraft draft) {
    for (Comment remark : flag.remarks()) {
      boolean isMarked =
          remark.text().contains("checklinkname")
              || PART_OF_BLOCK.matcher(remark.text()).matches() && isException();
      if (remark.alone() && isMarked) {
        draft.replace(file, lines(remark.span().start(), remark.span().start()), "");
      }
    }
    Span place = element();
    int start = lineStart(place.start());
    int end = lineEnd(place.end());
    String before = text.slice(start, place.start());
    String after = text.slice(place.end(), end);
    boolean goesOn = after.strip().equals("\\");
    boolean continues = start > 0 && lineBefore(start).endsWith("\\");
    if (before.isBlank() && goesOn) {
      draft.replace(file, lines(start, start), "");
    } else if (before.isBlank() && continues && after.isBlank()) {
      int slash = text.slice(0, start).lastIndexOf('\\');
      int from = bytes(text.slice(0, start).substring(0, slash).stripTrailing());
      boolean isCarriageReturn = end > 0 && text.bytes()[end - 1] == '\r';
      draft.replace(file, new Span(from, isCarriageReturn ? end - 1 : end), "");
    } else if (before.strip().equals("-") && after.isBlank()) {
      listItem(file, start, draft);
    } else if (before.strip().matches("[\\w.-]+\\s*\\+=") && after.isBlank()) {
      draft.replace(file, lines(start, start), "");
    } else if (isYaml() && before.strip().matches("(?:- )?[\\w.-]+:") && after.isBlank()) {
      draft.replace(file, place, "\"\"");
    } else {
      draft.replace(file, withSpace(place), "");
    }
  }

  private boolean isException() {
    return flag.remarks().stream().anyMatch(one -> one.text().contains("checklinkname"));
  }

  private boolean isYaml() {
    return flag.script().relative().matches(".*\\.ya?ml");
  }

  /** Removes an item of a list, and the key of a list that has no other. */
  private void listItem(String file, int start, ModuleDraft draft) {
    int from = start;
    String above = start > 0 ? lineBefore(start) : "";
    int end = lineEnd(start);
    String next = end < text.length() ? text.slice(end + 1, lineEnd(end + 1)) : "";
    int indent = indent(text.slice(start, end));
    boolean isOnly =
        above.strip().matches("[\\w.-]+:")
            && !(next.strip().startsWith("- ") && indent(next) == indent)
            && !next.strip().startsWith("#");
    if (isOnly) {
      from = lineStart(start - 1);
    }
    draft.replace(file, new Span(from, Math.min(text.length(), end + 1)), "");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** Returns the argument or flag, with quotes around it where it is an element by itself. */
  private Span element() {
    Span place = flag.argument().orElse(flag.span());
    byte[] bytes = text.bytes();
    int start = place.start();
    int end = place.end();
    if ((bytes[start] == '"' || bytes[start] == '\'') && bytes[start] == bytes[end - 1]) {
      start++;
      end--;
    }
    boolean isQuoted =
        start > 0
            && end < bytes.length
            && (bytes[start - 1] == '"' || bytes[start - 1] == '\'')
            && bytes[start - 1] == bytes[end];
    if (!isQuoted) {
      return place;
    }
    int behind = end + 1;
    String before = text.slice(lineStart(start), start - 1).stripTrailing();
    String after = text.slice(behind, lineEnd(behind)).strip();
    boolean isElement =
        before.endsWith("[") || before.endsWith(",") || before.endsWith("-") || before.isEmpty();
    boolean isList =
        before.strip().equals("-") || before.matches(".*\\[.*") || before.endsWith(",");
    if (!isElement || !isList) {
      return place;
    }
    if (after.startsWith(",")) {
      int comma = text.slice(0, behind).length();
      int offset = bytes(text.toString().substring(0, text.toString().indexOf(',', comma) + 1));
      while (offset < bytes.length && bytes[offset] == ' ') {
        offset++;
      }
      return new Span(start - 1, offset);
    }
    if (before.endsWith(",")) {
      return new Span(lineStart(start) + bytes(before.substring(0, before.length() - 1)), behind);
    }
    return new Span(start - 1, behind);
  }

  private boolean isAlone(Span place) {
    byte[] bytes = text.bytes();
    return place.end() >= bytes.length || bytes[place.end()] != ' ';
  }

  /** Returns the place with one of the spaces around it. */
  private Span withSpace(Span place) {
    byte[] bytes = text.bytes();
    int start = place.start();
    int end = place.end();
    boolean isElement = !place.equals(flag.argument().orElse(flag.span()));
    if (isElement) {
      return place;
    }
    if (start > 0 && bytes[start - 1] == ' ' && !text.slice(lineStart(start), start).isBlank()) {
      return new Span(start - 1, end);
    }
    return end < bytes.length && bytes[end] == ' ' ? new Span(start, end + 1) : place;
  }

  private Span lines(int from, int to) {
    return new Span(lineStart(from), Math.min(text.length(), lineEnd(to) + 1));
  }

  private int lineStart(int offset) {
    int start = offset;
    while (start > 0 && text.bytes()[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  /** Returns where the line break of the line stands, or the end; a carriage return is before. */
  private int lineEnd(int offset) {
    int end = offset;
    while (end < text.length() && text.bytes()[end] != '\n') {
      end++;
    }
    return end;
  }

  private String lineBefore(int start) {
    return text.slice(lineStart(start - 1), start - 1).stripTrailing();
  }

  private static int bytes(String prefix) {
    return SourceText.of(prefix).length();
  }

  /**
   * Returns where a comment about the flag can stand: above its statement, and not within text that
   * would make it a part of something else.
   */
  Optional<Integer> placeOfComment() {
    if (!flag.script().kind().hasHashComments()) {
      return Optional.empty();
    }
    int start = lineStart(flag.span().start());
    while (start > 0 && lineBefore(start).endsWith("\\")) {
      start = lineStart(start - 1);
    }
    if (isYaml()) {
      start = aboveScalar(start);
    }
    return isWithinQuotes(start) ? Optional.empty() : Optional.of(start);
  }

  /** Goes above the key of a text that no shell reads. */
  private int aboveScalar(int start) {
    int indent = indent(text.slice(start, lineEnd(start)));
    for (int line = start; line > 0; ) {
      line = lineStart(line - 1);
      String content = text.slice(line, lineEnd(line));
      if (content.isBlank() || indent(content) >= indent) {
        continue;
      }
      Matcher key = Pattern.compile("\\s*(?:- )?([\\w.-]+):\\s*([|>])[+-]?\\s*").matcher(content);
      if (key.matches()) {
        boolean isScript = key.group(2).equals("|") && !key.group(1).contains("flags");
        return isScript ? start : line;
      }
      return start;
    }
    return start;
  }

  private boolean isWithinQuotes(int offset) {
    if (isYaml()) {
      return false;
    }
    byte quote = 0;
    byte[] bytes = text.bytes();
    for (int i = 0; i < offset; i++) {
      byte b = bytes[i];
      if (b == '\\' && quote != '\'') {
        i++;
      } else if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '#' && (i == 0 || bytes[i - 1] <= ' ')) {
        i = lineEnd(i);
      } else if (b == '"' || b == '\'') {
        quote = b;
      }
    }
    return quote != 0;
  }

  /** Returns the white space that a comment at {@code offset} starts with. */
  String indentAt(int offset) {
    String line = text.slice(offset, lineEnd(offset));
    boolean isRecipe = flag.script().kind() == ScriptKind.MAKEFILE && line.startsWith("\t");
    return isRecipe ? "" : line.substring(0, indent(line));
  }
}
