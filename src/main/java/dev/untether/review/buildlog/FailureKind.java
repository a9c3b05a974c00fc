package dev.untether.review.buildlog;

import dev.untether.module.target.ReleaseRange;
import java.util.Locale;
import java.util.Optional;

/** The ways in which a build fails over the insides of the standard library. */
public enum FailureKind {
  INVALID_REFERENCE(
      "The linker refuses the reference: the standard library does not open the symbol to other"
          + " packages.",
      "Use what replaces it; -ldflags=-checklinkname=0 only hides it, and every user of the module"
          + " would need it too.",
      23,
      Integer.MAX_VALUE),
  NOT_DEFINED(
      "Nothing that is linked defines the symbol: this release or target does not have it, or no"
          + " package of the program imports the one that does.",
      "Look at the symbol's life to see where it went; a removed symbol needs another way.",
      0,
      Integer.MAX_VALUE),
  OTHER_ABI(
      "The symbol exists, but only in the other calling convention: assembly cannot call a Go"
          + " function without a wrapper, nor Go a variable as a function.",
      "From assembly, call a Go function of one's own that calls on; in Go, pull a variable with a"
          + " variable.",
      0,
      Integer.MAX_VALUE),
  DUPLICATE_DEFINITION(
      "Two packages define the symbol: the standard library has it already.",
      "Rename one's own, or refer to the library's instead of defining it.",
      0,
      Integer.MAX_VALUE),
  VARIABLE_FOR_FUNCTION(
      "A variable is linked to the name of a function, which the linker has no word for.",
      "Declare a function without a body to pull a function.",
      0,
      Integer.MAX_VALUE),
  LINKER_CRASH(
      "The linker crashes while it checks a symbol of assembly that both a //go:linkname and"
          + " assembly of the program refer to.",
      "Keep one of the two references.",
      27,
      Integer.MAX_VALUE),
  MISSING_BODY(
      "A function without a body, and no //go:linkname that the compiler understands gives it one.",
      "Write //go:linkname without a blank after //, with one blank behind it, in a file that imports"
          + " unsafe; a function that assembly defines needs a .s file that this target builds.",
      0,
      Integer.MAX_VALUE),
  UNSAFE_NOT_IMPORTED(
      "A file with //go:linkname has to import unsafe itself; that another file of the package does"
          + " is not enough.",
      "Add import _ \"unsafe\" to the file.",
      0,
      Integer.MAX_VALUE),
  NOT_DECLARED(
      "The first word behind //go:linkname has to be a function or variable of this package, and is"
          + " none on this target.",
      "Declare it, correct the word, or delete the directive.",
      0,
      Integer.MAX_VALUE),
  DUPLICATE_DIRECTIVE(
      "Two //go:linkname directives are for one name, in one file or in two of the package.",
      "Delete one.",
      0,
      Integer.MAX_VALUE),
  MISPLACED_DIRECTIVE(
      "A directive stands behind code on its line.",
      "Give it a line of its own.",
      0,
      Integer.MAX_VALUE),
  DIRECTIVE_USAGE(
      "//go:linkname takes one or two words; a comment behind them counts as more.",
      "Move the comment to a line of its own.",
      0,
      Integer.MAX_VALUE),
  INSTANTIATION(
      "An instance of a generic function cannot be pulled.",
      "Copy the function, or use its public form.",
      23,
      Integer.MAX_VALUE),
  ABI_SELECTOR(
      "Only the runtime's own assembly may name a calling convention with <…>.",
      "Refer to the symbol without it, if the release has it in ABI0.",
      0,
      Integer.MAX_VALUE),
  UNKNOWN_FLAG(
      "-checklinkname is a flag of the linker since Go 1.23; this older linker does not check"
          + " references and does not know it.",
      "Pass it to newer releases only, or cut the references that need it.",
      0,
      22),
  ASSEMBLY_BESIDE_CGO(
      "A package that imports \"C\" cannot have Go assembly: its .s files go to the C compiler.",
      "Move the assembly to a package of its own, or keep one of the two out by a build tag such as"
          + " !cgo.",
      0,
      Integer.MAX_VALUE);

  private final String meaning;
  private final String advice;
  private final int first;
  private final int last;

  FailureKind(String meaning, String advice, int first, int last) {
    this.meaning = meaning;
    this.advice = advice;
    this.first = first;
    this.last = last;
  }

  /** Returns the word for machines: lower case with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns what happened, as a sentence. */
  public String meaning() {
    return meaning;
  }

  /** Returns what to do about it, as a sentence. */
  public String advice() {
    return advice;
  }

  /** Returns those of {@code releases} whose tools can fail like this; empty if none can. */
  Optional<ReleaseRange> within(ReleaseRange releases) {
    int from = Math.max(first, releases.first());
    int to = Math.min(last, releases.last());
    return from <= to ? Optional.of(new ReleaseRange(from, to)) : Optional.empty();
  }

  /** Returns whether the linker says it, which stops there and hides what else it would say. */
  public boolean isOfLinker() {
    return compareTo(LINKER_CRASH) <= 0;
  }
}
