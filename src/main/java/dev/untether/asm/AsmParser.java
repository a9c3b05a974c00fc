package dev.untether.asm;

import dev.untether.syntax.SyntaxTree;
import dev.untether.syntax.TokenBuffer;
import dev.untether.syntax.TreeBuilder;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.Set;

/**
 * Makes the tree of one file: a flat run of statements and directives, unexpanded. It needs neither
 * headers nor an architecture, so that one tree serves every target.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/asm/internal/asm/parse.go
 */
final class AsmParser {
  static final String GNU_SYNTAX = "gnu-assembly";

  /** Words whose operand may touch them in parentheses without being macros. */
  private static final Set<String> INDIRECT =
      Set.of("CALL", "JMP", "B", "BL", "BR", "BX", "JAL", "JALR", "JR", "RET", "JIRL");

  private static final Set<String> GNU_DIRECTIVES =
      Set.of(
          ("text data bss section globl global align p2align balign type size file "
                  + "ident intel_syntax att_syntax syntax arch cpu fpu macro byte long quad "
                  + "word ascii asciz string set equ hidden weak local code32 thumb arm "
                  + "machine abiversion option build_version subsections_via_symbols "
                  + "private_extern cfi_sections cfi_startproc eabi_attribute")
              .split(" "));

  private final String path;
  private final SourceText source;
  private final TokenView tokens;
  private final int count;
  private final TreeBuilder builder;
  private final Problems problems;
  private final DirectiveParser directives;
  private boolean seenText;
  private int gnuDirective = -1;

  AsmParser(String path, SourceText source) {
    this.path = path;
    this.source = source;
    boolean binary = source.isBinary();
    tokens = new TokenView(source, binary ? wholeFile(source) : AsmLexer.tokens(source));
    count = tokens.count();
    problems = new Problems(path, tokens);
    builder = new TreeBuilder(source, tokens.buffer(), AsmKind.all(), AsmKind.FILE);
    directives = new DirectiveParser(tokens, builder, problems);
  }

  AsmFile parse() {
    if (source.isBinary()) {
      problems.add(
          SourceText.BINARY,
          Severity.WARNING,
          -1,
          "not a text file (it holds NUL bytes); it was not read");
      return wholeFileBad(AsmFile.Dialect.BINARY);
    }
    int i = 0;
    boolean lineStart = true;
    while (i < count) {
      AsmKind kind = tokens.kind(i);
      if (kind == AsmKind.NEWLINE) {
        lineStart = true;
        i++;
      } else if (kind.isTrivia()) {
        i++;
      } else if (kind == AsmKind.HASH && lineStart) {
        i = directives.parse(i);
      } else if (kind == AsmKind.SEMICOLON) {
        lineStart = false;
        i++;
      } else {
        lineStart = false;
        i = kind == AsmKind.IDENT ? statement(i) : notAStatement(i);
      }
      if (gnuDirective >= 0) {
        return gnu();
      }
    }
    directives.finish();
    missingFinalNewline();
    if (!source.isUtf8()) {
      problems.add(
          SourceText.NOT_UTF8, Severity.WARNING, -1, "not UTF-8; it is reported but never edited");
    }
    return new AsmFile(path, builder.build(), AsmFile.Dialect.GO, problems.inOrder());
  }

  private AsmFile gnu() {
    problems.clear();
    problems.add(
        GNU_SYNTAX,
        Severity.NOTE,
        gnuDirective,
        "GNU assembler syntax ("
            + tokens.text(gnuDirective)
            + tokens.text(gnuDirective + 1)
            + "), which the Go assembler does not read; skipped");
    return wholeFileBad(AsmFile.Dialect.GNU);
  }

  private AsmFile wholeFileBad(AsmFile.Dialect dialect) {
    TreeBuilder whole = new TreeBuilder(source, tokens.buffer(), AsmKind.all(), AsmKind.FILE);
    if (count > 0) {
      whole.start(AsmKind.BAD, 0);
      whole.finish(count);
    }
    SyntaxTree tree = whole.build();
    return new AsmFile(path, tree, dialect, problems.inOrder());
  }

  private static TokenBuffer wholeFile(SourceText source) {
    TokenBuffer whole = new TokenBuffer(1);
    whole.add(AsmKind.OTHER, source.length());
    return whole;
  }

  // Statements.

  /** Parses labels and the statement after them; returns the index of what ends it. */
  private int statement(int i) {
    int afterWord = tokens.skipBlanks(i + 1);
    while (tokens.kind(afterWord) == AsmKind.COLON) {
      builder.node(AsmKind.LABEL, i, afterWord + 1);
      i = tokens.skipBlanks(afterWord + 1);
      if (tokens.kind(i) == AsmKind.NEWLINE || tokens.kind(i) == AsmKind.SEMICOLON) {
        return i;
      }
      if (tokens.kind(i) != AsmKind.IDENT) {
        return notAStatement(i);
      }
      afterWord = tokens.skipBlanks(i + 1);
    }
    int end = i;
    while (end < count
        && tokens.kind(end) != AsmKind.NEWLINE
        && tokens.kind(end) != AsmKind.SEMICOLON) {
      end++;
    }
    int last = tokens.trimEnd(i, end);
    if (isMacroCall(i, last)) {
      macroCall(i, last);
      return end;
    }
    AsmKind kind = statementKind(i);
    int mark = builder.mark();
    builder.start(kind, i);
    int trouble = operands(afterSuffixes(afterWord), last);
    if (trouble >= 0) {
      builder.rewindTo(mark);
      builder.node(AsmKind.BAD, i, last);
    } else {
      builder.finish(last);
    }
    seenText |= kind == AsmKind.TEXT;
    return end;
  }

  private AsmKind statementKind(int word) {
    return switch (tokens.length(word)) {
      case 4 ->
          tokens.is(word, "TEXT")
              ? AsmKind.TEXT
              : tokens.is(word, "DATA") ? AsmKind.DATA : AsmKind.INSTRUCTION;
      case 5 -> tokens.is(word, "GLOBL") ? AsmKind.GLOBL : AsmKind.INSTRUCTION;
      case 6 -> tokens.is(word, "PCDATA") ? AsmKind.PCDATA : AsmKind.INSTRUCTION;
      case 8 -> tokens.is(word, "FUNCDATA") ? AsmKind.FUNCDATA : AsmKind.INSTRUCTION;
      default -> AsmKind.INSTRUCTION;
    };
  }

  private int afterSuffixes(int i) {
    while (tokens.kind(i) == AsmKind.DOT) {
      int name = tokens.skipBlanks(i + 1);
      if (tokens.kind(name) != AsmKind.IDENT) {
        return i;
      }
      i = tokens.skipBlanks(name + 1);
    }
    return i;
  }

  /** Returns whether the whole statement is a name that touches its parenthesised arguments. */
  private boolean isMacroCall(int word, int last) {
    if (tokens.kind(word + 1) != AsmKind.LEFT_PAREN
        || tokens.kind(last - 1) != AsmKind.RIGHT_PAREN) {
      return false;
    }
    int nesting = 0;
    for (int i = word + 1; i < last; i++) {
      AsmKind kind = tokens.kind(i);
      nesting += kind == AsmKind.LEFT_PAREN ? 1 : kind == AsmKind.RIGHT_PAREN ? -1 : 0;
      if (nesting == 0 && i < last - 1) {
        return false;
      }
    }
    String name = tokens.text(word);
    return nesting == 0 && (directives.isMacroWithArguments(name) || !INDIRECT.contains(name));
  }

  private void macroCall(int word, int last) {
    builder.start(AsmKind.MACRO_CALL, word);
    int first = -1;
    int nesting = 0;
    for (int i = word + 2; i < last; i++) {
      AsmKind kind = tokens.kind(i);
      boolean ends = nesting == 0 && kind == AsmKind.COMMA || i == last - 1;
      if (ends && first >= 0) {
        builder.node(AsmKind.OPERAND, first, tokens.trimEnd(first, i));
        first = -1;
      } else if (!ends && first < 0 && !kind.isTrivia()) {
        first = i;
      }
      nesting += kind == AsmKind.LEFT_PAREN ? 1 : kind == AsmKind.RIGHT_PAREN ? -1 : 0;
    }
    builder.finish(last);
  }

  /** Adds the operands; returns the token that makes the statement bad, or -1. */
  private int operands(int i, int last) {
    int first = i;
    int nesting = 0;
    boolean any = false;
    int opener = -1;
    for (; i < last; i++) {
      switch (tokens.kind(i)) {
        case LEFT_PAREN, LEFT_BRACKET -> {
          opener = nesting++ == 0 ? i : opener;
        }
        case RIGHT_PAREN, RIGHT_BRACKET -> nesting--;
        case COMMA, COLON -> {
          // On x86, DX:AX is the old spelling of the operand pair AX, DX.
          if (nesting == 0) {
            if (!operand(first, i)) {
              return bad(i, "missing operand before '" + tokens.text(i) + "'");
            }
            any = true;
            first = i + 1;
          }
        }
        case UNTERMINATED -> {
          return bad(i, "literal or comment is not closed");
        }
        case HASH -> {
          return bad(i, "'#' must be the first item on its line");
        }
        case BACKSLASH, OTHER -> {
          return bad(i, "unexpected " + tokens.quote(i));
        }
        default -> {}
      }
    }
    if (!operand(first, last) && any) {
      return bad(last - 1, "missing operand after '" + tokens.text(last - 1) + "'");
    }
    if (nesting != 0 && !mentionsMacro(first, last)) {
      return bad(opener >= 0 && nesting > 0 ? opener : last - 1, "parentheses do not match");
    }
    return -1;
  }

  private boolean operand(int from, int to) {
    while (from < to && tokens.kind(from).isTrivia()) {
      from++;
    }
    int end = tokens.trimEnd(from, to);
    if (from >= end) {
      return false;
    }
    builder.node(AsmKind.OPERAND, from, end);
    return true;
  }

  private boolean mentionsMacro(int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.kind(i) == AsmKind.IDENT && directives.isMacro(tokens.text(i))) {
        return true;
      }
    }
    return false;
  }

  private int notAStatement(int i) {
    AsmKind kind = tokens.kind(i);
    if (kind == AsmKind.DOT
        && !seenText
        && tokens.kind(i + 1) == AsmKind.IDENT
        && GNU_DIRECTIVES.contains(tokens.text(i + 1))) {
      gnuDirective = i;
      return count;
    }
    int end = kind == AsmKind.UNTERMINATED ? i + 1 : tokens.lineEnd(i);
    builder.node(AsmKind.BAD, i, Math.max(i + 1, tokens.trimEnd(i, end)));
    String message =
        switch (kind) {
          case UNTERMINATED -> "literal or comment is not closed";
          case HASH -> "'#' must be the first item on its line";
          default -> "expected an instruction, a label or a directive, found " + tokens.quote(i);
        };
    problems.add(i, message);
    return end;
  }

  private void missingFinalNewline() {
    int i = count;
    while (i > 0 && tokens.kind(i - 1).isTrivia() && tokens.kind(i - 1) != AsmKind.NEWLINE) {
      i--;
    }
    boolean ended =
        i == 0
            || switch (tokens.kind(i - 1)) {
              // A label needs no line of its own; what is not closed is a problem already.
              case NEWLINE, SEMICOLON, COLON, UNTERMINATED -> true;
              default -> false;
            };
    if (!ended) {
      problems.add(i - 1, "the assembler wants a newline at the end of the file");
    }
  }

  private int bad(int token, String message) {
    problems.add(token, message);
    return token;
  }
}
