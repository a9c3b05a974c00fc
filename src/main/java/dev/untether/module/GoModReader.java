package dev.untether.module;

import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the module, go and toolchain lines of a {@code go.mod}, alone or in blocks. The lexical
 * rules are those of golang.org/x/mod/modfile: words end at white space, at brackets, commas and
 * {@code //}; strings are quoted with {@code "} or backquotes.
 */
final class GoModReader {
  static final String RULE = "go-mod";

  private static final String MODULE = "module";
  private static final String GO = "go";
  private static final String TOOLCHAIN = "toolchain";
  private static final Pattern VERSION =
      Pattern.compile("[1-9][0-9]*\\.(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))?([a-z]+[0-9]+)?");
  private static final Pattern TOOLCHAIN_NAME = Pattern.compile("default|go1(\\..+)?");

  private final String shownAs;
  private final SourceText text;
  private final byte[] bytes;
  private final List<Finding> problems = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();
  // The directive of the block that is open; empty outside blocks.
  private String block = "";
  private int next;

  GoModReader(String shownAs, SourceText text) {
    this.shownAs = shownAs;
    this.text = text;
    this.bytes = text.bytes();
  }

  private record Word(int start, String value, boolean quoted) {
    boolean is(String punctuation) {
      return !quoted && value.equals(punctuation);
    }
  }

  GoMod read() {
    next = text.hasByteOrderMark() ? 3 : 0;
    while (next < bytes.length) {
      List<Word> words = line();
      if (!words.isEmpty()) {
        directive(words);
      }
    }
    if (!block.isEmpty()) {
      report(bytes.length, "the block of " + block + " is not closed");
    }
    if (!values.containsKey(MODULE)) {
      problems.add(
          new Finding(RULE, Severity.ERROR, shownAs, Finding.WHOLE_FILE, "no module line"));
    }
    return new GoMod(value(MODULE), value(GO), value(TOOLCHAIN), problems);
  }

  private Optional<String> value(String directive) {
    return Optional.ofNullable(values.get(directive));
  }

  private void directive(List<Word> words) {
    Word first = words.get(0);
    Word last = words.get(words.size() - 1);
    if (!block.isEmpty()) {
      if (first.is(")")) {
        block = "";
      } else {
        assign(block, first, words);
      }
    } else if (words.size() == 2 && last.is("(")) {
      block = first.value();
      if (block.equals(GO) || block.equals(TOOLCHAIN)) {
        report(first.start(), "Go does not allow a block of " + block + " lines");
      }
    } else if (words.size() == 3 && words.get(1).is("(") && last.is(")")) {
      return;
    } else {
      assign(first.value(), first, words.subList(1, words.size()));
    }
  }

  private void assign(String directive, Word at, List<Word> arguments) {
    if (!directive.equals(MODULE) && !directive.equals(GO) && !directive.equals(TOOLCHAIN)) {
      return;
    }
    if (arguments.size() != 1 || arguments.get(0).value().isEmpty()) {
      report(at.start(), directive + " wants exactly one argument");
      return;
    }
    Word argument = arguments.get(0);
    if (values.containsKey(directive)) {
      report(at.start(), "a second " + directive + " line; the first one counts");
    } else if (!isAllowed(directive, argument.value())) {
      report(argument.start(), "not what " + directive + " wants: " + argument.value());
    } else {
      values.put(directive, argument.value());
    }
  }

  private static boolean isAllowed(String directive, String value) {
    if (directive.equals(GO)) {
      return VERSION.matcher(value).matches();
    }
    return directive.equals(MODULE) || TOOLCHAIN_NAME.matcher(value).matches();
  }

  /** Returns the words up to the end of the line and moves behind it. */
  private List<Word> line() {
    List<Word> words = new ArrayList<>();
    while (next < bytes.length && bytes[next] != '\n') {
      byte b = bytes[next];
      if (b == ' ' || b == '\t' || b == '\r') {
        next++;
      } else if (isCommentAt(next)) {
        skipToLineEnd();
      } else if (b == '"' || b == '`') {
        words.add(quoted(b));
      } else {
        words.add(bare());
      }
    }
    next++;
    return words;
  }

  private boolean isCommentAt(int i) {
    return bytes[i] == '/' && i + 1 < bytes.length && bytes[i + 1] == '/';
  }

  private void skipToLineEnd() {
    while (next < bytes.length && bytes[next] != '\n') {
      next++;
    }
  }

  private Word bare() {
    int start = next;
    if (isPunctuation(bytes[next])) {
      next++;
    } else {
      while (next < bytes.length && isWordByte(bytes[next]) && !isCommentAt(next)) {
        next++;
      }
    }
    return new Word(start, text.slice(start, next), /* quoted= */ false);
  }

  private static boolean isWordByte(byte b) {
    return b != ' ' && b != '\t' && b != '\r' && b != '\n' && !isPunctuation(b);
  }

  private static boolean isPunctuation(byte b) {
    return "()[]{},".indexOf(b) >= 0;
  }

  /** Reads a string; one with backquotes may span lines. */
  private Word quoted(byte quote) {
    int start = next++;
    StringBuilder value = new StringBuilder();
    int from = next;
    while (next < bytes.length && bytes[next] != quote) {
      if (quote == '"' && bytes[next] == '\n') {
        break;
      }
      if (quote == '"' && isEscapeAt(next)) {
        value.append(text.slice(from, next));
        // Only \" and \\ can occur in a path or version; other escapes stay as they are.
        next++;
        from = bytes[next] == '"' || bytes[next] == '\\' ? next : next - 1;
      }
      next++;
    }
    int end = Math.min(next, bytes.length);
    value.append(new String(bytes, from, end - from, StandardCharsets.UTF_8));
    if (next < bytes.length && bytes[next] == quote) {
      next++;
    } else {
      report(start, "the string is not closed");
    }
    return new Word(start, value.toString(), /* quoted= */ true);
  }

  private boolean isEscapeAt(int i) {
    return bytes[i] == '\\' && i + 1 < bytes.length && bytes[i + 1] != '\n';
  }

  private void report(int offset, String message) {
    problems.add(new Finding(RULE, Severity.ERROR, shownAs, text.positionOf(offset), message));
  }
}
