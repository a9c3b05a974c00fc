package dev.untether.recipe.golang;

import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.GoText;
import dev.untether.golang.Import;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names that new code uses for what Go gives them to, and that a file may give to something else.
 */
final class Predeclared {
  // https://go.dev/ref/spec#Predeclared_identifiers
  private static final Set<String> NAMES =
      Set.of(
          "any",
          "bool",
          "byte",
          "comparable",
          "complex64",
          "complex128",
          "error",
          "float32",
          "float64",
          "int",
          "int8",
          "int16",
          "int32",
          "int64",
          "rune",
          "string",
          "uint",
          "uint8",
          "uint16",
          "uint32",
          "uint64",
          "uintptr",
          "true",
          "false",
          "iota",
          "nil",
          "append",
          "cap",
          "clear",
          "close",
          "complex",
          "copy",
          "delete",
          "imag",
          "len",
          "make",
          "max",
          "min",
          "new",
          "panic",
          "print",
          "println",
          "real",
          "recover");

  private Predeclared() {}

  /** Refuses code that means Go's own {@code clear}, say, where the package has another one. */
  static void requireUnchanged(String code, Set<String> declared, List<String> arguments)
      throws Refusal {
    for (String name : GoText.of(SourceText.of(code)).identifiers()) {
      if (NAMES.contains(name) && declared.contains(name) && !arguments.contains(name)) {
        throw new Refusal(
            "the new code needs Go's own "
                + name
                + ", and the package declares another; rename that one");
      }
    }
  }

  /**
   * Refuses a function whose types come from other packages than the standard library's, whatever
   * they are called in its file: a table of symbols knows the latter alone.
   */
  static void requireStandardTypes(PackageFile file, FunctionDeclaration function) throws Refusal {
    for (String name : file.tokens().qualifiers(function.span())) {
      Optional<Import> other =
          file.facts().imports().stream()
              .filter(one -> one.name().orElse(ImportNames.guess(one.path())).equals(name))
              .filter(one -> !isStandard(one.path(), name))
              .findFirst();
      if (other.isPresent()) {
        throw new Refusal(
            name
                + " is "
                + other.get().path()
                + " in this file; the symbol has a type of the standard library");
      }
    }
  }

  private static boolean isStandard(String path, String name) {
    return ImportEdits.isStandard(path) && ImportNames.guess(path).equals(name);
  }
}
