package dev.untether.report.explanation;

import dev.untether.module.SourceFile;
import dev.untether.review.JudgedReference;
import dev.untether.review.buildlog.Diagnoses;
import dev.untether.review.buildlog.Diagnosis;
import dev.untether.review.buildlog.Owner;
import dev.untether.review.explain.Remedy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A failed build, explained.
 *
 * @param diagnoses what is behind the failures
 * @param scope where it was looked for
 * @param owners the dependencies at fault, where the tree itself is not
 * @param advice says what to do about references to a symbol
 * @param paths the path of a file as output shows it
 */
public record BuildExplanation(
    Diagnoses diagnoses,
    Diagnoses.Scope scope,
    Map<Diagnosis, Owner> owners,
    Function<String, Remedy> advice,
    Function<SourceFile, String> paths) {

  /** Copies the map. */
  public BuildExplanation {
    owners = Map.copyOf(owners);
  }

  Optional<Owner> owner(Diagnosis diagnosis) {
    return Optional.ofNullable(owners.get(diagnosis));
  }

  /** Returns path, line and column. */
  String place(JudgedReference reference) {
    return paths.apply(reference.file()) + ":" + reference.position();
  }

  /** Returns what the reference is, in a word. */
  static String use(JudgedReference reference) {
    if (reference instanceof JudgedReference.OfAssembly assembly) {
      return assembly.reference().reference().use().word();
    }
    var directive = ((JudgedReference.OfLinkname) reference).reference();
    return "linkname-" + directive.direction().word();
  }
}
