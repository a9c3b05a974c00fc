package dev.untether.asm;

import dev.untether.syntax.SyntaxTree;
import dev.untether.syntax.TokenBuffer;
import dev.untether.syntax.TreeBuilder;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * A file while it is parsed: its tokens, and the tree and the problems that have come of them. The
 * parsers of statements and of directives share it.
 */
final class Draft {
  static final String SYNTAX = "asm-syntax";

  /** A file with more is damaged as a whole; listing every line helps nobody. */
  private static final int MAX_PROBLEMS = 50;

  final int count;
  final TreeBuilder builder;
  private final String path;
  private final SourceText source;
  private final TokenBuffer tokens;
  private final List<Finding> problems = new ArrayList<>();
  private int syntaxProblems;

  Draft(String path, SourceText source, TokenBuffer tokens) {
    this.path = path;
    this.source = source;
    this.tokens = tokens;
    count = tokens.size();
    builder = new TreeBuilder(source, tokens, AsmKind.all(), AsmKind.FILE);
  }

  /** Returns the kind of a token; a newline behind the last. */
  AsmKind kind(int i) {
    return i < count ? AsmKind.of(tokens.kindOrdinal(i)) : AsmKind.NEWLINE;
  }

  String text(int i) {
    return source.slice(tokens.start(i), tokens.end(i));
  }

  /** Returns whether a token is {@code ascii}, without making a string of it. */
  boolean is(int i, String ascii) {
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
  int skipBlanks(int i) {
    while (i < count && kind(i).isTrivia() && kind(i) != AsmKind.NEWLINE) {
      i++;
    }
    return i;
  }

  /** Returns the index after the last token in {@code from..end} that is not trivia. */
  int trimEnd(int from, int end) {
    while (end > from && kind(end - 1).isTrivia()) {
      end--;
    }
    return end;
  }

  /** Returns the newline, or the end, that the token at {@code i} comes before. */
  int lineEnd(int i) {
    while (i < count && kind(i) != AsmKind.NEWLINE) {
      i++;
    }
    return i;
  }

  /** Returns the length of a token in bytes. */
  int width(int i) {
    return tokens.end(i) - tokens.start(i);
  }

  /** Returns a token as messages show it: in quotes, and cut where it is long. */
  String quote(int token) {
    String text = text(token);
    return "'" + (text.length() > 20 ? text.substring(0, 20) + "…" : text) + "'";
  }

  /** Adds a node of the tokens from {@code first} to before {@code end}. */
  void node(AsmKind kind, int first, int end) {
    builder.start(kind, first);
    builder.finish(end);
  }

  /** Reports bad syntax at a token. */
  void problem(int token, String message) {
    if (syntaxProblems++ < MAX_PROBLEMS) {
      problem(SYNTAX, Severity.WARNING, token, message);
    }
  }

  /** Reports something at a token, or about the whole file if the token is negative. */
  void problem(String rule, Severity severity, int token, String message) {
    problems.add(
        new Finding(
            rule,
            severity,
            path,
            token < 0 ? Finding.WHOLE_FILE : source.positionOf(tokens.start(token)),
            message));
  }

  /** Returns the file with the tree that was built. */
  AsmFile finished() {
    problems.sort(null);
    return new AsmFile(path, builder.build(), AsmFile.Dialect.GO, problems);
  }

  /** Returns the file as one bad node, with nothing but the finding that says why. */
  AsmFile refused(AsmFile.Dialect dialect, String rule, Severity severity, int token, String why) {
    problems.clear();
    problem(rule, severity, token, why);
    TreeBuilder whole = new TreeBuilder(source, tokens, AsmKind.all(), AsmKind.FILE);
    if (count > 0) {
      whole.start(AsmKind.BAD, 0);
      whole.finish(count);
    }
    SyntaxTree tree = whole.build();
    return new AsmFile(path, tree, dialect, problems);
  }
}
