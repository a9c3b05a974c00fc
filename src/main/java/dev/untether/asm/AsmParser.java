package dev.untether.asm;

import dev.untether.syntax.SyntaxTree;
import dev.untether.syntax.TokenBuffer;
import dev.untether.syntax.TreeBuilder;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the tree of one file: a flat run of statements and directives, unexpanded. It needs neither
 * headers nor an architecture, so that one tree serves every target.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/asm/internal/asm/parse.go
 */
final class AsmParser {
  static final String SYNTAX = "asm-syntax";
  static final String GNU_SYNTAX = "gnu-assembly";
  static final String BINARY = "binary-file";
  static final String NOT_UTF8 = "not-utf8";

  /** A file with more is damaged as a whole; listing every line helps nobody. */
  private static final int MAX_PROBLEMS = 50;

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
  private final TokenBuffer tokens;
  private final int count;
  private final TreeBuilder builder;
  private final List<Finding> problems = new ArrayList<>();
  private final Set<String> macrosWithArguments = new HashSet<>();
  private final Set<String> macros = new HashSet<>();
  private final Deque<Integer> openConditionals = new ArrayDeque<>();
  private int problemCount;
  private boolean seenText;
  private int gnuDirective = -1;

  AsmParser(String path, SourceText source) {
    this.path = path;
    this.source = source;
    boolean binary = source.isBinary();
    tokens = binary ? wholeFile(source) : AsmLexer.tokens(source);
    count = tokens.size();
    builder = new TreeBuilder(source, tokens, AsmKind.all(), AsmKind.FILE);
  }

  AsmFile parse() {
    if (source.isBinary()) {
      problem(
          BINARY, Severity.WARNING, -1, "not a text file (it holds NUL bytes); it was not read");
      return wholeFileBad(AsmFile.Dialect.BINARY);
    }
    int i = 0;
    boolean lineStart = true;
    while (i < count) {
      AsmKind kind = kind(i);
      if (kind == AsmKind.NEWLINE) {
        lineStart = true;
        i++;
      } else if (kind.isTrivia()) {
        i++;
      } else if (kind == AsmKind.HASH && lineStart) {
        i = directive(i);
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
    for (int open : openConditionals) {
      problem(open, "#ifdef or #ifndef without #endif: add the missing #endif");
    }
    missingFinalNewline();
    if (!source.isUtf8()) {
      problem(NOT_UTF8, Severity.WARNING, -1, "not UTF-8; it is reported but never edited");
    }
    problems.sort(null);
    return new AsmFile(path, builder.build(), AsmFile.Dialect.GO, problems);
  }

  private AsmFile gnu() {
    problems.clear();
    problem(
        GNU_SYNTAX,
        Severity.NOTE,
        gnuDirective,
        "GNU assembler syntax ("
            + text(gnuDirective)
            + text(gnuDirective + 1)
            + "), which the Go assembler does not read; skipped");
    return wholeFileBad(AsmFile.Dialect.GNU);
  }

  private AsmFile wholeFileBad(AsmFile.Dialect dialect) {
    TreeBuilder whole = new TreeBuilder(source, tokens, AsmKind.all(), AsmKind.FILE);
    if (count > 0) {
      whole.start(AsmKind.BAD, 0);
      whole.finish(count);
    }
    SyntaxTree tree = whole.build();
    return new AsmFile(path, tree, dialect, problems);
  }

  private static TokenBuffer wholeFile(SourceText source) {
    TokenBuffer whole = new TokenBuffer(1);
    whole.add(AsmKind.OTHER, source.length());
    return whole;
  }

  // Tokens.

  private AsmKind kind(int i) {
    return i < count ? AsmKind.of(tokens.kindOrdinal(i)) : AsmKind.NEWLINE;
  }

  private String text(int i) {
    return source.slice(tokens.start(i), tokens.end(i));
  }

  private boolean is(int i, String ascii) {
    int start = tokens.start(i);
    if (tokens.end(i) - start != ascii.length()) {
      return false;
    }
    byte[] bytes = source.bytes();
    for (int k = 0; k < ascii.length(); k++) {
      if (bytes[start + k] != ascii.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the first token at or after {@code i} that is not trivia, a newline, or the end. */
  private int skipBlanks(int i) {
    while (i < count && kind(i).isTrivia() && kind(i) != AsmKind.NEWLINE) {
      i++;
    }
    return i;
  }

  /** Returns the index after the last token in {@code from..end} that is not trivia. */
  private int trimEnd(int from, int end) {
    while (end > from && kind(end - 1).isTrivia()) {
      end--;
    }
    return end;
  }

  private int lineEnd(int i) {
    while (i < count && kind(i) != AsmKind.NEWLINE) {
      i++;
    }
    return i;
  }

  // Statements.

  /** Parses labels and the statement after them; returns the index of what ends it. */
  private int statement(int i) {
    int afterWord = skipBlanks(i + 1);
    while (kind(afterWord) == AsmKind.COLON) {
      node(AsmKind.LABEL, i, afterWord + 1);
      i = skipBlanks(afterWord + 1);
      if (kind(i) == AsmKind.NEWLINE || kind(i) == AsmKind.SEMICOLON) {
        return i;
      }
      if (kind(i) != AsmKind.IDENT) {
        return notAStatement(i);
      }
      afterWord = skipBlanks(i + 1);
    }
    int end = i;
    while (end < count && kind(end) != AsmKind.NEWLINE && kind(end) != AsmKind.SEMICOLON) {
      end++;
    }
    int last = trimEnd(i, end);
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
      node(AsmKind.BAD, i, last);
    } else {
      builder.finish(last);
    }
    seenText |= kind == AsmKind.TEXT;
    return end;
  }

  private AsmKind statementKind(int word) {
    return switch (tokens.end(word) - tokens.start(word)) {
      case 4 -> is(word, "TEXT") ? AsmKind.TEXT : is(word, "DATA") ? AsmKind.DATA : instruction();
      case 5 -> is(word, "GLOBL") ? AsmKind.GLOBL : instruction();
      case 6 -> is(word, "PCDATA") ? AsmKind.PCDATA : instruction();
      case 8 -> is(word, "FUNCDATA") ? AsmKind.FUNCDATA : instruction();
      default -> instruction();
    };
  }

  private static AsmKind instruction() {
    return AsmKind.INSTRUCTION;
  }

  private int afterSuffixes(int i) {
    while (kind(i) == AsmKind.DOT) {
      int name = skipBlanks(i + 1);
      if (kind(name) != AsmKind.IDENT) {
        return i;
      }
      i = skipBlanks(name + 1);
    }
    return i;
  }

  /** Returns whether the whole statement is a name that touches its parenthesised arguments. */
  private boolean isMacroCall(int word, int last) {
    if (kind(word + 1) != AsmKind.LEFT_PAREN || kind(last - 1) != AsmKind.RIGHT_PAREN) {
      return false;
    }
    int nesting = 0;
    for (int i = word + 1; i < last; i++) {
      AsmKind kind = kind(i);
      nesting += kind == AsmKind.LEFT_PAREN ? 1 : kind == AsmKind.RIGHT_PAREN ? -1 : 0;
      if (nesting == 0 && i < last - 1) {
        return false;
      }
    }
    String name = text(word);
    return nesting == 0 && (macrosWithArguments.contains(name) || !INDIRECT.contains(name));
  }

  private void macroCall(int word, int last) {
    builder.start(AsmKind.MACRO_CALL, word);
    int first = -1;
    int nesting = 0;
    for (int i = word + 2; i < last; i++) {
      AsmKind kind = kind(i);
      boolean ends = nesting == 0 && kind == AsmKind.COMMA || i == last - 1;
      if (ends && first >= 0) {
        node(AsmKind.OPERAND, first, trimEnd(first, i));
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
      switch (kind(i)) {
        case LEFT_PAREN, LEFT_BRACKET -> {
          opener = nesting++ == 0 ? i : opener;
        }
        case RIGHT_PAREN, RIGHT_BRACKET -> nesting--;
        case COMMA, COLON -> {
          // On x86, DX:AX is the old spelling of the operand pair AX, DX.
          if (nesting == 0) {
            if (!operand(first, i)) {
              return bad(i, "missing operand before '" + text(i) + "'");
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
          return bad(i, "unexpected " + quote(i));
        }
        default -> {}
      }
    }
    if (!operand(first, last) && any) {
      return bad(last - 1, "missing operand after '" + text(last - 1) + "'");
    }
    if (nesting != 0 && !mentionsMacro(first, last)) {
      return bad(opener >= 0 && nesting > 0 ? opener : last - 1, "parentheses do not match");
    }
    return -1;
  }

  private boolean operand(int from, int to) {
    while (from < to && kind(from).isTrivia()) {
      from++;
    }
    int end = trimEnd(from, to);
    if (from >= end) {
      return false;
    }
    node(AsmKind.OPERAND, from, end);
    return true;
  }

  private boolean mentionsMacro(int from, int to) {
    for (int i = from; i < to; i++) {
      if (kind(i) == AsmKind.IDENT && macros.contains(text(i))) {
        return true;
      }
    }
    return false;
  }

  private int notAStatement(int i) {
    AsmKind kind = kind(i);
    if (kind == AsmKind.DOT
        && !seenText
        && kind(i + 1) == AsmKind.IDENT
        && GNU_DIRECTIVES.contains(text(i + 1))) {
      gnuDirective = i;
      return count;
    }
    int end = kind == AsmKind.UNTERMINATED ? i + 1 : lineEnd(i);
    node(AsmKind.BAD, i, Math.max(i + 1, trimEnd(i, end)));
    String message =
        switch (kind) {
          case UNTERMINATED -> "literal or comment is not closed";
          case HASH -> "'#' must be the first item on its line";
          default -> "expected an instruction, a label or a directive, found " + quote(i);
        };
    problem(i, message);
    return end;
  }

  // Directives.

  private int directive(int hash) {
    int end = definitionEnd(hash);
    int name = skipBlanks(hash + 1);
    int last = Math.max(hash + 1, trimEnd(hash, end));
    if (kind(name) != AsmKind.IDENT) {
      return badDirective(hash, last, end, "expected a directive's name after '#'");
    }
    int argument = skipBlanks(name + 1);
    switch (text(name)) {
      case "define" -> {
        return define(hash, argument, last, end);
      }
      case "undef" -> {
        return simple(AsmKind.UNDEF, hash, argument, AsmKind.IDENT, last, end);
      }
      case "include" -> {
        return simple(AsmKind.INCLUDE, hash, argument, AsmKind.STRING, last, end);
      }
      case "ifdef", "ifndef" -> {
        openConditionals.push(hash);
        AsmKind kind = is(name, "ifdef") ? AsmKind.IFDEF : AsmKind.IFNDEF;
        return simple(kind, hash, argument, AsmKind.IDENT, last, end);
      }
      case "else", "endif" -> {
        boolean isElse = is(name, "else");
        if (openConditionals.isEmpty()) {
          return badDirective(hash, last, end, "unmatched #" + text(name));
        }
        if (!isElse) {
          openConditionals.pop();
        }
        if (argument < last) {
          return badDirective(hash, last, end, "expected newline after #" + text(name));
        }
        node(isElse ? AsmKind.ELSE : AsmKind.ENDIF, hash, last);
        return end;
      }
      case "line" -> {
        node(AsmKind.LINE_DIRECTIVE, hash, last);
        return end;
      }
      default -> {
        return badDirective(
            hash,
            last,
            end,
            "unknown directive #"
                + text(name)
                + ": the assembler knows define, undef, include, ifdef, ifndef, else, endif, line");
      }
    }
  }

  /** Returns the newline that ends the directive: the first that no backslash continues. */
  private int definitionEnd(int i) {
    boolean continued = false;
    while (i < count) {
      AsmKind kind = kind(i);
      if (kind == AsmKind.CONTINUATION) {
        continued = true;
      } else if (kind == AsmKind.NEWLINE) {
        if (!continued) {
          return i;
        }
        continued = false;
      }
      i++;
    }
    return i;
  }

  private int define(int hash, int name, int last, int end) {
    if (kind(name) != AsmKind.IDENT || name >= last) {
      return badDirective(hash, last, end, "expected a macro's name after #define");
    }
    int body = name + 1;
    // Parameters only when the parenthesis touches the name.
    boolean withParameters = kind(body) == AsmKind.LEFT_PAREN;
    if (withParameters) {
      body = afterParameters(body + 1, last);
      if (body < 0) {
        return badDirective(
            hash, last, end, "macro parameters must be names, separated by ',' and closed by ')'");
      }
      macrosWithArguments.add(text(name));
    }
    builder.start(AsmKind.DEFINE, hash);
    if (withParameters) {
      node(AsmKind.MACRO_PARAMETERS, name + 1, body);
    }
    macros.add(text(name));
    while (body < last && kind(body).isTrivia()) {
      body++;
    }
    if (body < last) {
      node(AsmKind.MACRO_BODY, body, last);
    }
    builder.finish(last);
    checkBody(body, last);
    return end;
  }

  /** Returns the index after the parenthesis that closes the parameters; -1 for bad ones. */
  private int afterParameters(int i, int last) {
    boolean nameMayFollow = true;
    for (; i < last; i++) {
      AsmKind kind = kind(i);
      if (kind == AsmKind.RIGHT_PAREN) {
        return i + 1;
      }
      if (kind == AsmKind.IDENT ? !nameMayFollow : kind == AsmKind.COMMA && nameMayFollow) {
        return -1;
      }
      if (kind == AsmKind.IDENT || kind == AsmKind.COMMA) {
        nameMayFollow = kind == AsmKind.COMMA;
      } else if (!kind.isTrivia()) {
        return -1;
      }
    }
    return -1;
  }

  private void checkBody(int i, int last) {
    for (; i < last; i++) {
      if (kind(i) == AsmKind.BACKSLASH) {
        int escaped = skipBlanks(i + 1);
        if (kind(escaped) == AsmKind.BACKSLASH) {
          i = escaped;
        } else {
          problem(i, "a backslash in a macro must be the last thing on its line");
        }
      } else if (kind(i) == AsmKind.UNTERMINATED) {
        problem(i, "literal or comment is not closed");
      }
    }
  }

  private int simple(AsmKind kind, int hash, int argument, AsmKind expected, int last, int end) {
    String what = expected == AsmKind.STRING ? "a quoted file name" : "a macro's name";
    if (argument >= last || kind(argument) != expected) {
      return badDirective(hash, last, end, "expected " + what);
    }
    if (argument + 1 < last) {
      return badDirective(hash, last, end, "expected newline after " + text(argument));
    }
    node(kind, hash, last);
    return end;
  }

  private int badDirective(int hash, int last, int end, String message) {
    node(AsmKind.BAD, hash, last);
    problem(hash, message);
    return end;
  }

  // Nodes and problems.

  private void node(AsmKind kind, int first, int end) {
    builder.start(kind, first);
    builder.finish(end);
  }

  private void missingFinalNewline() {
    int i = count;
    while (i > 0 && kind(i - 1).isTrivia() && kind(i - 1) != AsmKind.NEWLINE) {
      i--;
    }
    boolean ended =
        i == 0
            || switch (kind(i - 1)) {
              // A label needs no line of its own; what is not closed is a problem already.
              case NEWLINE, SEMICOLON, COLON, UNTERMINATED -> true;
              default -> false;
            };
    if (!ended) {
      problem(i - 1, "the assembler wants a newline at the end of the file");
    }
  }

  private int bad(int token, String message) {
    problem(token, message);
    return token;
  }

  private String quote(int token) {
    String text = text(token);
    return "'" + (text.length() > 20 ? text.substring(0, 20) + "…" : text) + "'";
  }

  private void problem(int token, String message) {
    problem(SYNTAX, Severity.WARNING, token, message);
  }

  private void problem(String rule, Severity severity, int token, String message) {
    if (++problemCount > MAX_PROBLEMS) {
      return;
    }
    problems.add(
        new Finding(
            rule,
            severity,
            path,
            token < 0 ? Finding.WHOLE_FILE : source.positionOf(tokens.start(token)),
            message));
  }
}
