package dev.untether.asm;

import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.List;

/** What the parser could not understand in one file. */
final class Problems {
  private static final String SYNTAX = "asm-syntax";

  /** A file with more is damaged as a whole; listing every line helps nobody. */
  private static final int MAX = 50;

  private final String path;
  private final TokenView tokens;
  private final List<Finding> found = new ArrayList<>();
  private int syntaxProblems;

  Problems(String path, TokenView tokens) {
    this.path = path;
    this.tokens = tokens;
  }

  /** Adds what is wrong with the syntax at {@code token}. */
  void add(int token, String message) {
    if (syntaxProblems++ < MAX) {
      add(SYNTAX, Severity.WARNING, token, message);
    }
  }

  /** Adds a problem at {@code token}; -1 stands for the whole file. */
  void add(String rule, Severity severity, int token, String message) {
    found.add(
        new Finding(
            rule,
            severity,
            path,
            token < 0 ? Finding.WHOLE_FILE : tokens.position(token),
            message));
  }

  void clear() {
    found.clear();
    syntaxProblems = 0;
  }

  /** Returns the problems in the order of the file. */
  List<Finding> inOrder() {
    return found.stream().sorted().toList();
  }
}
