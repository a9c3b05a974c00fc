package dev.untether.golang;

import dev.untether.golang.LinknameDirective.Argument;
import dev.untether.golang.LinknameDirective.Shape;
import dev.untether.syntax.TokenBuffer;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import dev.untether.text.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds directives as the compiler does: in every comment of the file, wherever it stands, and in
 * nothing but comments.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/compile/internal/noder/noder.go#L213
 */
final class DirectiveReader {
  private static final byte[] WORD = "go:linkname".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STD = "std".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] HOST = "//go:wasmimport ".getBytes(StandardCharsets.US_ASCII);

  private final SourceText source;
  private final byte[] bytes;
  private final TokenBuffer tokens;
  private final RunningPosition positions;
  private final List<LinknameDirective> linknames = new ArrayList<>();
  private final TreeSet<Integer> hostImports = new TreeSet<>();

  DirectiveReader(SourceText source, TokenBuffer tokens) {
    this.source = source;
    this.bytes = source.bytes();
    this.tokens = tokens;
    positions = new RunningPosition(source);
  }

  List<LinknameDirective> linknames() {
    return linknames;
  }

  /** Returns whether a directive between two offsets says that a function is the host's. */
  boolean isImportedFromHost(int from, int to) {
    Integer next = hostImports.ceiling(from);
    return next != null && next < to;
  }

  void read() {
    for (int i = 0; i < tokens.size(); i++) {
      GoKind kind = kind(i);
      if (kind == GoKind.LINE_COMMENT || kind == GoKind.BLOCK_COMMENT) {
        comment(i, kind == GoKind.BLOCK_COMMENT);
      }
    }
  }

  private GoKind kind(int token) {
    return GoKind.of(tokens.kindOrdinal(token));
  }

  private void comment(int token, boolean block) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    int word = start + 2;
    while (word < end && (bytes[word] == ' ' || bytes[word] == '\t')) {
      word++;
    }
    if (startsWith(HOST, start, end) && isAloneOnLine(token)) {
      hostImports.add(start);
    }
    if (!startsWith(WORD, word, end)) {
      return;
    }
    boolean std = startsWith(STD, word + WORD.length, end);
    int wordEnd = word + WORD.length + (std ? STD.length : 0);
    int textEnd = block ? end - 2 : end;
    // Something like go:linknames is another word.
    if (wordEnd < textEnd && space(wordEnd) == 0) {
      return;
    }
    List<Argument> arguments = arguments(wordEnd, textEnd);
    Shape shape = shape(token, block, word - start - 2, wordEnd, arguments.size());
    if (shape.isIgnored() && !isMeant(shape, arguments)) {
      return;
    }
    linknames.add(
        new LinknameDirective(
            new Span(start, end),
            positions.of(start),
            source.slice(start, end),
            std,
            shape,
            arguments.stream().findFirst(),
            arguments.stream().skip(1).findFirst()));
  }

  private Shape shape(int token, boolean block, int indent, int wordEnd, int arguments) {
    if (block) {
      return Shape.BLOCK_COMMENT;
    }
    if (indent > 0) {
      return Shape.SPACE_BEFORE_WORD;
    }
    if (!isAloneOnLine(token)) {
      return Shape.BEHIND_CODE;
    }
    if (wordEnd == tokens.end(token) || bytes[wordEnd] != ' ') {
      return Shape.NO_SPACE_BEHIND_WORD;
    }
    return switch (arguments) {
      case 1 -> Shape.ONE_ARGUMENT;
      case 2 -> Shape.TWO_ARGUMENTS;
      default -> Shape.WRONG_ARGUMENT_COUNT;
    };
  }

  /** Tells a directive that is spelled wrong from a sentence about directives. */
  private static boolean isMeant(Shape shape, List<Argument> arguments) {
    return shape == Shape.NO_SPACE_BEHIND_WORD
        || (arguments.size() == 1 || arguments.size() == 2)
            && arguments.get(0).text().codePoints().allMatch(Character::isJavaIdentifierPart);
  }

  private boolean isAloneOnLine(int token) {
    int before = token - 1;
    while (before >= 0 && kind(before) == GoKind.SPACE) {
      before--;
    }
    if (before < 0) {
      return true;
    }
    GoKind kind = kind(before);
    return kind == GoKind.NEWLINE || kind == GoKind.BYTE_ORDER_MARK;
  }

  /** Cuts at the white space of Go's {@code strings.Fields}. */
  private List<Argument> arguments(int from, int to) {
    List<Argument> arguments = new ArrayList<>();
    int i = from;
    while (i < to) {
      int width = space(i);
      if (width > 0) {
        i += width;
        continue;
      }
      int start = i;
      while (i < to && space(i) == 0) {
        i++;
      }
      arguments.add(new Argument(source.slice(start, i), new Span(start, i)));
    }
    return arguments;
  }

  /** Returns the length of the white space character at {@code offset}, 0 if there is none. */
  private int space(int offset) {
    int c = Utf8.codePoint(bytes, offset);
    boolean space =
        switch (c) {
          case ' ', '\t', '\n', 0x0B, '\f', '\r', 0x85, 0xA0, 0x1680 -> true;
          case 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
          default -> c >= 0x2000 && c <= 0x200A;
        };
    return space ? Utf8.width(c) : 0;
  }

  private boolean startsWith(byte[] prefix, int from, int to) {
    if (to - from < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[from + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
