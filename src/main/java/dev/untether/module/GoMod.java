package dev.untether.module;

import dev.untether.module.target.LanguageVersion;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code go.mod} file says.
 *
 * @param modulePath the path on the module line; empty if there is none that can be understood
 * @param goVersion the version on the go line, such as {@code 1.23} or {@code 1.24.2}
 * @param toolchain the name on the toolchain line, such as {@code go1.24.2}
 * @param directives the other lines, in order
 * @param problems what cannot be understood, in order; the rest holds all the same
 */
public record GoMod(
    Optional<String> modulePath,
    Optional<String> goVersion,
    Optional<String> toolchain,
    List<GoModDirective> directives,
    List<Finding> problems) {

  /** The language of a module whose go.mod has no go line, and of code without a module. */
  public static final int LANGUAGE_WITHOUT_GO_LINE = LanguageVersion.WITHOUT_GO_LINE.minor();

  /** Copies the lists. */
  public GoMod {
    directives = List.copyOf(directives);
    problems = List.copyOf(problems);
  }

  /**
   * Returns what a file says, reading over directives that are not known.
   *
   * @param shownAs the file as the user will see it named in findings
   */
  public static GoMod parse(String shownAs, SourceText text) {
    return new GoModReader(shownAs, text, GoModReader.Dialect.GO_MOD).readGoMod();
  }

  /**
   * Returns what the file of a dependency says. Go reads it more kindly, and leaves out what counts
   * in a main module only: it stays usable when it is newer than the reader.
   *
   * @param shownAs the file as the user will see it named in findings
   */
  public static GoMod parseOfDependency(String shownAs, SourceText text) {
    return new GoModReader(shownAs, text, GoModReader.Dialect.DEPENDENCY).readGoMod();
  }

  /**
   * Returns the N of the language version Go 1.N that the go line asks for; 16 if there is none:
   * https://go.dev/ref/mod#go-mod-file-go.
   */
  public int languageMinor() {
    return LanguageVersion.of(goVersion).minor();
  }

  /** Returns the modules that are needed, in order. */
  public List<GoModDirective.Require> requirements() {
    return only(directives, GoModDirective.Require.class);
  }

  /** Returns the versions that must not be used, in order. */
  public List<GoModDirective.Exclude> exclusions() {
    return only(directives, GoModDirective.Exclude.class);
  }

  /** Returns the modules that are to be taken from elsewhere, in order. */
  public List<GoModDirective.Replace> replacements() {
    return only(directives, GoModDirective.Replace.class);
  }

  static <T extends GoModDirective> List<T> only(List<GoModDirective> directives, Class<T> type) {
    return directives.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
