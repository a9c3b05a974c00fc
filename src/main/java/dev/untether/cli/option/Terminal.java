package dev.untether.cli.option;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The three streams of one run, which tests replace.
 *
 * @param in what the user pipes in
 * @param out results; always UTF-8, and buffered: diagnostics may appear before it
 * @param err diagnostics and progress; always UTF-8
 * @param isTerminal whether a person looks at {@code out}
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean isTerminal) {
  /**
   * Set by the launcher, which can ask: Java 17's console() also wants a terminal for input, and
   * that of Java 22 is there without any.
   */
  private static final String PROPERTY = "untether.terminal";

  public Terminal(InputStream in, PrintStream out, PrintStream err) {
    this(in, out, err, Boolean.getBoolean(PROPERTY));
  }
}
