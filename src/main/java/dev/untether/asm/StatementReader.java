package dev.untether.asm;

import dev.untether.text.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads statements out of the preprocessor's tokens, as {@code Parser.line} of cmd/asm does. What
 * the assembler would refuse is skipped to the end of its line.
 */
public final class StatementReader {
  private final Preprocessor tokens;
  private List<ExpandedToken> labels = new ArrayList<>();

  /** Prepares to read {@code file} as it is assembled with the names {@code predefined}. */
  public StatementReader(AsmFile file, Headers headers, Set<String> predefined) {
    tokens = new Preprocessor(file, headers, predefined);
  }

  /** Returns every statement of the file. */
  public List<Statement> readAll() {
    List<Statement> statements = new ArrayList<>();
    for (Statement statement = next(); statement != null; statement = next()) {
      statements.add(statement);
    }
    return statements;
  }

  /** Returns what went wrong so far. */
  public List<Finding> problems() {
    return tokens.problems();
  }

  /** Returns the next statement; null at the end of the file. */
  public @Nullable Statement next() {
    while (true) {
      ExpandedToken word = tokens.next();
      if (word == null) {
        return null;
      }
      if (ends(word)) {
        continue;
      }
      if (word.kind() != AsmKind.IDENT) {
        skipLine();
        continue;
      }
      Statement statement = afterWord(word);
      if (statement != null) {
        return statement;
      }
    }
  }

  private static boolean ends(ExpandedToken token) {
    return token.kind() == AsmKind.NEWLINE || token.kind() == AsmKind.SEMICOLON;
  }

  private void skipLine() {
    ExpandedToken token = tokens.next();
    while (token != null && token.kind() != AsmKind.NEWLINE) {
      token = tokens.next();
    }
  }

  private @Nullable Statement afterWord(ExpandedToken word) {
    List<String> suffixes = new ArrayList<>();
    ExpandedToken token = tokens.next();
    while (token != null && token.kind() == AsmKind.DOT) {
      token = tokens.next();
      if (token != null && token.kind() == AsmKind.IDENT) {
        suffixes.add(token.text());
        token = tokens.next();
      }
    }
    if (token != null && token.kind() == AsmKind.COLON && suffixes.isEmpty()) {
      labels.add(word);
      return null;
    }
    List<List<ExpandedToken>> operands = new ArrayList<>();
    List<ExpandedToken> operand = new ArrayList<>();
    int nesting = 0;
    int swap = -1;
    while (token != null && !ends(token)) {
      AsmKind kind = token.kind();
      if (nesting == 0 && (kind == AsmKind.COMMA || kind == AsmKind.COLON)) {
        swap = kind == AsmKind.COLON ? operands.size() : swap;
        operands.add(operand);
        operand = new ArrayList<>();
      } else {
        nesting += opens(kind) ? 1 : closes(kind) ? -1 : 0;
        operand.add(token);
      }
      token = tokens.next();
    }
    if (!operand.isEmpty()) {
      operands.add(operand);
    }
    if (swap >= 0 && swap + 1 < operands.size()) {
      // On x86, DX:AX is the old spelling of the operand pair AX, DX.
      operands.add(swap, operands.remove(swap + 1));
    }
    Statement statement = new Statement(labels, word, suffixes, operands);
    labels = new ArrayList<>();
    return statement;
  }

  private static boolean opens(AsmKind kind) {
    return kind == AsmKind.LEFT_PAREN || kind == AsmKind.LEFT_BRACKET;
  }

  private static boolean closes(AsmKind kind) {
    return kind == AsmKind.RIGHT_PAREN || kind == AsmKind.RIGHT_BRACKET;
  }
}
