package dev.untether.module;

import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What is needed of a {@code go.mod} file.
 *
 * @param modulePath the path on the module line; empty if there is none that can be understood
 * @param goVersion the version on the go line, such as {@code 1.23} or {@code 1.24.2}
 * @param toolchain the name on the toolchain line, such as {@code go1.24.2}
 * @param problems what cannot be understood, in order; the rest holds all the same
 */
public record GoMod(
    Optional<String> modulePath,
    Optional<String> goVersion,
    Optional<String> toolchain,
    List<Finding> problems) {

  public GoMod {
    problems = List.copyOf(problems);
  }

  /**
   * Returns what a file says, reading over every directive but those three.
   *
   * @param shownAs the file as the user will see it named in findings
   */
  public static GoMod parse(String shownAs, SourceText text) {
    return new GoModReader(shownAs, text).read();
  }
}
