package dev.untether.review.buildlog;

import dev.untether.access.Outcome;
import dev.untether.access.Rule;
import dev.untether.golang.LinkTarget;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.review.CellVerdict;
import dev.untether.review.JudgedReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is behind the failures of a build, and what the linker, which stops at the first, would say
 * next.
 *
 * @param all each failure with the references behind it
 * @param next by symbol, the other references that some of the builds in question refuse
 */
public record Diagnoses(List<Diagnosis> all, SortedMap<String, List<JudgedReference>> next) {

  /** Copies the collections. */
  public Diagnoses {
    all = List.copyOf(all);
    next = new TreeMap<>(next);
  }

  /**
   * The references of trees, to find failures in.
   *
   * @param trees the files
   * @param references its references
   * @param releases the releases in question
   * @param targets the targets in question
   */
  public record Scope(
      List<ModuleTree> trees,
      List<JudgedReference> references,
      ReleaseRange releases,
      SortedSet<Target> targets) {
    /** Copies the lists. */
    public Scope {
      trees = List.copyOf(trees);
      references = List.copyOf(references);
    }

    /** Returns what the linker says to a reference in the builds in question, where it refuses. */
    public List<CellVerdict> refusals(JudgedReference reference) {
      return reference.verdicts().stream()
          .filter(it -> releases.contains(it.release()) && targets.contains(it.target()))
          .filter(Diagnoses::isRefusal)
          .toList();
    }

    private boolean hasPackage(String path) {
      return has(
          file -> file.packagePath().equals(path) || path.equals(file.packagePath() + "_test"));
    }

    private boolean has(Predicate<SourceFile> wanted) {
      return trees.stream().anyMatch(tree -> tree.files().stream().anyMatch(wanted));
    }
  }

  private static boolean isRefusal(CellVerdict cell) {
    Outcome outcome = cell.verdict().outcome();
    return outcome == Outcome.REJECTED || outcome == Outcome.UNDEFINED;
  }

  /** Returns what is behind {@code failures} in a tree. */
  public static Diagnoses of(List<BuildFailure> failures, Scope scope) {
    List<Diagnosis> all = new ArrayList<>();
    Set<JudgedReference> shown = new HashSet<>();
    for (BuildFailure failure : failures) {
      Diagnosis diagnosis = diagnose(failure, scope);
      all.add(diagnosis);
      shown.addAll(diagnosis.references());
    }
    SortedMap<String, List<JudgedReference>> next = new TreeMap<>();
    for (JudgedReference reference : scope.references()) {
      if (!shown.contains(reference) && !scope.refusals(reference).isEmpty()) {
        next.computeIfAbsent(reference.symbol(), symbol -> new ArrayList<>()).add(reference);
      }
    }
    return new Diagnoses(all, next);
  }

  private static Diagnosis diagnose(BuildFailure failure, Scope scope) {
    return switch (failure.kind()) {
      case INVALID_REFERENCE,
          NOT_DEFINED,
          OTHER_ABI,
          DUPLICATE_DEFINITION,
          VARIABLE_FOR_FUNCTION,
          ABI_SELECTOR ->
          bySymbol(failure, scope);
      case LINKER_CRASH -> crash(failure, scope);
      case UNKNOWN_FLAG -> result(failure, List.of(), /* inTree= */ true);
      case ASSEMBLY_BESIDE_CGO -> result(failure, List.of(), scope.hasPackage(failure.referrer()));
      default -> byPlace(failure, scope);
    };
  }

  private static Diagnosis bySymbol(BuildFailure failure, Scope scope) {
    List<JudgedReference> found =
        matching(scope, reference -> reference.symbol().equals(failure.symbol()));
    if (found.isEmpty()) {
      // A pull of reflect.typedmemclr fails under the name of runtime.typedmemclr where the one is
      // pushed under the name of the other.
      String name = LinkTarget.of(failure.symbol()).name();
      found = matching(scope, reference -> LinkTarget.of(reference.symbol()).name().equals(name));
    }
    boolean inTree =
        failure.kind() == FailureKind.INVALID_REFERENCE
            ? scope.hasPackage(packageOf(failure))
            : !found.isEmpty();
    return result(failure, found, inTree || !failure.file().isEmpty());
  }

  /**
   * Returns the import path of the package that refers, if the failure says so: the linker calls
   * that of a program {@code main}, but the line above has its path.
   */
  public static String packageOf(BuildFailure failure) {
    boolean isFunction =
        failure.kind() == FailureKind.NOT_DEFINED || failure.kind() == FailureKind.OTHER_ABI;
    String path = isFunction ? LinkTarget.of(failure.referrer()).packagePath() : failure.referrer();
    return path.equals("main") && !failure.program().isEmpty() ? failure.program() : path;
  }

  private static Diagnosis crash(BuildFailure failure, Scope scope) {
    List<JudgedReference> found =
        matching(
            scope,
            reference ->
                scope.refusals(reference).stream()
                    .anyMatch(cell -> cell.verdict().rule() == Rule.LINKER_PANIC));
    return result(failure, found, !found.isEmpty());
  }

  /** Finds what a compiler's message is about; the paths in it start from where the tool ran. */
  private static Diagnosis byPlace(BuildFailure failure, Scope scope) {
    boolean inTree = scope.has(file -> isNamed(failure, file));
    List<JudgedReference> there =
        matching(
            scope,
            reference ->
                isNamed(failure, reference.file())
                    && reference instanceof JudgedReference.OfLinkname directive
                    && isMeant(failure, directive.reference()));
    SortedSet<String> symbols = new TreeSet<>();
    there.forEach(reference -> symbols.add(reference.symbol()));
    List<JudgedReference> found =
        matching(
            scope, reference -> there.contains(reference) || symbols.contains(reference.symbol()));
    return result(failure, found, inTree);
  }

  private static boolean isMeant(BuildFailure failure, LinknameReference directive) {
    return failure.kind() == FailureKind.MISSING_BODY
        ? !directive.warnings().isEmpty()
        : directive.position().line() == failure.lineNumber();
  }

  private static boolean isNamed(BuildFailure failure, SourceFile file) {
    String named = failure.file();
    while (named.startsWith("./") || named.startsWith("../")) {
      named = named.substring(named.indexOf('/') + 1);
    }
    String path = file.relative();
    return path.equals(named)
        || path.endsWith("/" + named)
        || named.endsWith("/" + path) && named.contains("/");
  }

  private static List<JudgedReference> matching(Scope scope, Predicate<JudgedReference> wanted) {
    return scope.references().stream().filter(wanted).toList();
  }

  private static Diagnosis result(
      BuildFailure failure, List<JudgedReference> references, boolean inTree) {
    SortedSet<String> symbols = new TreeSet<>();
    references.forEach(reference -> symbols.add(reference.symbol()));
    boolean named = failure.symbol().indexOf('.') > 0;
    if (named && failure.kind() != FailureKind.DUPLICATE_DIRECTIVE) {
      symbols.add(failure.symbol());
    }
    return new Diagnosis(failure, references, symbols, inTree);
  }
}
