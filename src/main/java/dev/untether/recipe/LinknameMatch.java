package dev.untether.recipe;

import dev.untether.golang.StandardExports;
import dev.untether.recipe.ReleaseRange.Release;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Linkname directives of one Go package, over all its builds at once.
 *
 * @param direction who has the code or the value
 * @param kind what the directive is on
 * @param tests whether files that end in {@code _test.go} count
 * @param directives which spellings count
 * @param scope which symbols count
 * @param targets what to do about each symbol; empty unless the scope is {@link Scope#LISTED}
 * @param exported name of the template with the body of a function that pulls an exported function
 *     of the standard library without an entry of its own; empty if such symbols do not count
 */
public record LinknameMatch(
    Direction direction,
    Kind kind,
    Tests tests,
    Directives directives,
    Scope scope,
    List<Target> targets,
    Optional<String> exported)
    implements Match {
  /** The attribute that holds the name of the package of an exported function. */
  public static final String EXPORTING = "exporting";

  /** Copies the list. */
  public LinknameMatch {
    targets = List.copyOf(targets);
  }

  /** Who has the code or the value that the directive speaks of. */
  public enum Direction {
    /** Somebody else: this package has a hole that the linker fills. */
    PULL,
    /** This package. */
    PUSH,
    /** Either. */
    ANY
  }

  /** What the directive is on. */
  public enum Kind {
    /** A function that is no method. */
    FUNC,
    /** A variable. */
    VAR,
    /** Either, or nothing that can be found. */
    ANY
  }

  /** Which files count. */
  public enum Tests {
    /** All files. */
    INCLUDE,
    /** Files that are no tests. */
    EXCLUDE,
    /** Tests alone. */
    ONLY
  }

  /** Which spellings count. */
  public enum Directives {
    /** Those that the compiler reads. */
    WORKING,
    /** Those that it would read if their file imported unsafe, on what the package declares. */
    WITHOUT_UNSAFE,
    /** All that are directives or were meant to be. */
    ANY
  }

  /** Which symbols count. */
  public enum Scope {
    /** Those of the table. */
    LISTED,
    /** Every symbol of the standard library. */
    STANDARD_LIBRARY,
    /** Every symbol of the module that the file belongs to. */
    MODULE,
    /** Every symbol. */
    ALL
  }

  /**
   * One symbol and what takes its place.
   *
   * @param symbol the symbol as the linker names it
   * @param signatures the types that a function may be declared with, as {@code Signature.type()}
   *     spells them; none allows all
   * @param template name of the template with the body that a function gets; empty if none
   * @param imports the packages that the new code uses: attribute of the template, path
   * @param names package-level names that the new code declares: attribute, wanted name
   * @param locals names of variables of the body, free in the function: attribute, wanted name
   * @param declarations name of the template with declarations that stand before the function
   * @param attributes further text for the templates, by attribute
   * @param since the first release that has what the new code uses
   * @param isLanguage whether {@code since} is a version of the language, which the go line of
   *     go.mod sets, rather than a release of the standard library
   * @param refusal why nothing can take the symbol's place, and what to do instead; if it is there,
   *     there is no template
   */
  public record Target(
      String symbol,
      List<String> signatures,
      Optional<String> template,
      Map<String, String> imports,
      Map<String, String> names,
      Map<String, String> locals,
      Optional<String> declarations,
      Map<String, String> attributes,
      Optional<Release> since,
      boolean isLanguage,
      Optional<String> refusal) {

    /** Copies the lists and maps; order is kept. */
    public Target {
      signatures = List.copyOf(signatures);
      imports = ordered(imports);
      names = ordered(names);
      locals = ordered(locals);
      attributes = ordered(attributes);
    }

    private static Map<String, String> ordered(Map<String, String> map) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
  }

  /** Returns what to do about a symbol, if the table has it or it is exported and that counts. */
  public Optional<Target> target(String symbol) {
    return targets.stream()
        .filter(target -> target.symbol().equals(symbol))
        .findFirst()
        .or(() -> exported.flatMap(body -> exported(symbol, body)));
  }

  private static Optional<Target> exported(String symbol, String template) {
    return StandardExports.of(symbol)
        .map(
            export ->
                new Target(
                    symbol,
                    export.signatures(),
                    Optional.of(template),
                    Map.of(EXPORTING, export.packagePath()),
                    Map.of(),
                    Map.of(),
                    Optional.empty(),
                    Map.of(),
                    ReleaseRange.parse(">=1." + export.since()).flatMap(ReleaseRange::atLeast),
                    /* isLanguage= */ false,
                    export.isVariable()
                        ? Optional.of(
                            "a copy of a variable is not the variable; use " + symbol + " itself")
                        : Optional.empty()));
  }
}
