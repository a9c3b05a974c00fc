package dev.untether.module;

import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code go.work} file says.
 *
 * @param goVersion the version on the go line
 * @param toolchain the name on the toolchain line
 * @param directives the other lines, in order
 * @param problems what cannot be understood, in order; the rest holds all the same
 * @see <a href="https://go.dev/ref/mod#workspaces">The reference of workspaces</a>
 */
public record GoWork(
    Optional<String> goVersion,
    Optional<String> toolchain,
    List<GoModDirective> directives,
    List<Finding> problems) {

  public GoWork {
    directives = List.copyOf(directives);
    problems = List.copyOf(problems);
  }

  /**
   * Returns what a file says, reading over directives that are not known.
   *
   * @param shownAs the file as the user will see it named in findings
   */
  public static GoWork parse(String shownAs, SourceText text) {
    return new GoModReader(shownAs, text, GoModReader.Dialect.GO_WORK).readGoWork();
  }

  /** Returns the directories of the workspace's modules, in order. */
  public List<GoModDirective.Use> uses() {
    return GoMod.only(directives, GoModDirective.Use.class);
  }

  /** Returns the modules that are to be taken from elsewhere, in order. */
  public List<GoModDirective.Replace> replacements() {
    return GoMod.only(directives, GoModDirective.Replace.class);
  }
}
