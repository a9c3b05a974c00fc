package dev.untether.report.explanation;

import dev.untether.access.Configuration;
import dev.untether.module.dependency.ModuleVersion;
import dev.untether.report.Printable;
import dev.untether.review.CellVerdict;
import dev.untether.review.JudgedReference;
import dev.untether.review.buildlog.BuildFailure;
import dev.untether.review.buildlog.Diagnosis;
import dev.untether.review.buildlog.FailureKind;
import dev.untether.review.buildlog.Owner;
import dev.untether.review.explain.Remedy;
import dev.untether.review.explain.Where;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A failed build, explained to people. */
public final class BuildText {
  private static final int INDENT = 2;

  private final boolean colours;

  /** Makes a writer that colours its output or not. */
  public BuildText(boolean colours) {
    this.colours = colours;
  }

  /** Returns the text, which ends with a line feed. */
  public String of(BuildExplanation explanation) {
    StringBuilder text = new StringBuilder();
    for (Diagnosis diagnosis : explanation.diagnoses().all()) {
      text.append(text.isEmpty() ? "" : "\n").append(diagnosis(diagnosis, explanation));
    }
    if (!explanation.diagnoses().next().isEmpty()) {
      boolean isLinker =
          explanation.diagnoses().all().stream().anyMatch(it -> it.failure().kind().isOfLinker());
      text.append('\n');
      text.append(
          Paragraph.of(
              (isLinker ? "The linker stops at the first failure; these" : "These")
                  + " references come next, as Go "
                  + Words.releases(
                      explanation.scope().releases().first(), explanation.scope().releases().last())
                  + " or some of it refuses them:",
              0));
      explanation
          .diagnoses()
          .next()
          .forEach(
              (symbol, references) -> {
                text.append('\n').append(bold(Printable.line(symbol))).append('\n');
                references.forEach(it -> text.append(line(it, explanation)));
                text.append(advice(explanation.advice().apply(symbol)));
              });
    }
    return text.toString();
  }

  private String diagnosis(Diagnosis diagnosis, BuildExplanation explanation) {
    BuildFailure failure = diagnosis.failure();
    StringBuilder text = new StringBuilder();
    text.append(bold(Printable.line(failure.line()))).append('\n');
    text.append(Paragraph.of(failure.kind().meaning(), INDENT));
    text.append(Paragraph.of(failure.kind().advice(), INDENT));
    diagnosis.references().forEach(it -> text.append(line(it, explanation)));
    explanation.owner(diagnosis).ifPresent(it -> text.append(owner(it, failure, explanation)));
    if (diagnosis.references().isEmpty() && explanation.owner(diagnosis).isEmpty()) {
      text.append(nobody(diagnosis));
    }
    for (String symbol : diagnosis.symbols()) {
      text.append(advice(explanation.advice().apply(symbol)));
      text.append(
          Paragraph.labelled("  life: ", "untether explain '" + Printable.line(symbol) + "'"));
    }
    return text.toString();
  }

  /** Says why there is no reference to show, where one would be expected. */
  private static String nobody(Diagnosis diagnosis) {
    BuildFailure failure = diagnosis.failure();
    if (diagnosis.inTree() || failure.kind() == FailureKind.LINKER_CRASH) {
      return failure.symbol().isEmpty()
          ? ""
          : Paragraph.of("No reference to it stands in this tree.", INDENT);
    }
    String who = failure.file().isEmpty() ? failure.referrer() : failure.file();
    return Paragraph.of(
        who
            + " is neither in this tree nor in a dependency whose sources are on this machine; name"
            + " the directory of the module that was built, or run `go mod download` in it.",
        INDENT);
  }

  private static String owner(Owner owner, BuildFailure failure, BuildExplanation explanation) {
    String path = Printable.line(owner.module().path());
    StringBuilder text = new StringBuilder();
    String chain =
        owner.why().stream().map(ModuleVersion::toString).collect(Collectors.joining(" → "));
    text.append(
        Paragraph.of(
            "The reference is not in this tree but in the dependency "
                + owner.module()
                + (chain.isEmpty() ? "." : ", required through " + chain + "."),
            INDENT));
    owner.references().forEach(it -> text.append(line(it, explanation)));
    text.append(
        Paragraph.of(
            "Upgrade it (`go get "
                + path
                + "@latest`) if a newer version no longer refers to "
                + (failure.symbol().isEmpty() ? "it" : failure.symbol())
                + "; else replace it with a copy that `untether migrate` has changed, or do without"
                + " it.",
            INDENT));
    return text.toString();
  }

  private static String line(JudgedReference reference, BuildExplanation explanation) {
    return "  "
        + Printable.line(
            explanation.place(reference)
                + ": "
                + BuildExplanation.use(reference)
                + " "
                + reference.symbol()
                + refusal(reference, explanation.scope().refusals(reference)))
        + "\n";
  }

  /** Says which builds refuse the reference: the releases, and where the last of them does. */
  private static String refusal(JudgedReference reference, List<CellVerdict> refusals) {
    if (refusals.isEmpty()) {
      return "";
    }
    TreeSet<Integer> releases = new TreeSet<>();
    refusals.forEach(it -> releases.add(it.release()));
    int last = releases.last();
    Set<Configuration> some = configurations(refusals, last);
    Set<Configuration> all = configurations(reference.verdicts(), last);
    return " (refused by Go "
        + Words.releases(releases.first(), last)
        + (some.size() == all.size() ? "" : " on " + Where.describe(some, all))
        + ")";
  }

  private static Set<Configuration> configurations(List<CellVerdict> cells, int release) {
    Set<Configuration> configurations = new HashSet<>();
    for (CellVerdict cell : cells) {
      if (cell.release() == release) {
        configurations.add(new Configuration(cell.target(), cell.cgo()));
      }
    }
    return configurations;
  }

  private static String advice(Remedy advice) {
    StringBuilder text = new StringBuilder();
    String instead = Words.instead(advice);
    if (!instead.isEmpty()) {
      text.append(Paragraph.labelled("  instead: ", instead));
    }
    for (Remedy.Fix fix : advice.recipes()) {
      text.append(
          Paragraph.labelled(
              "  recipe: ", fix.title() + " (`untether migrate --recipe " + fix.id() + "`)"));
    }
    return text.toString();
  }

  private String bold(String text) {
    return colours ? "\u001b[1m" + text + "\u001b[m" : text;
  }
}
