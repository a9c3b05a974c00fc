package dev.untether.verify.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.access.Outcome;
import dev.untether.access.Rule;
import dev.untether.access.Verdict;
import dev.untether.module.AssemblyScan;
import dev.untether.module.ModuleTree;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.review.CellVerdict;
import dev.untether.review.JudgedReference;
import dev.untether.verify.Cell;
import dev.untether.verify.CellProof;
import dev.untether.verify.LinkResult;
import dev.untether.verify.Proof;
import dev.untether.verify.State;
import dev.untether.verify.UnitProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PredictionsTest {
  private static final Target TARGET = new Target("linux", "amd64");
  private static final String REFUSED = "link: m: invalid reference to runtime.gogo";

  @TempDir Path directory;

  @Test
  void aRefusalThatWasPredictedIsNoNews() throws IOException {
    assertThat(disagreements(Outcome.REJECTED, failed(REFUSED))).isEmpty();
  }

  @Test
  void anAcceptedReferenceThatLinksIsNoNews() throws IOException {
    assertThat(disagreements(Outcome.ACCEPTED, linked())).isEmpty();
  }

  @Test
  void aRefusalThatWasNotPredictedIsReportedWithTheLinkersWords() throws IOException {
    assertThat(disagreements(Outcome.ACCEPTED, failed(REFUSED)))
        .containsExactly(
            "go1.27.4 for linux/amd64 accepts runtime.gogo, says the prediction; " + REFUSED);
  }

  @Test
  void aPredictedRefusalThatLinksIsReported() throws IOException {
    assertThat(disagreements(Outcome.REJECTED, linked()))
        .singleElement()
        .asString()
        .contains("refuses runtime.gogo", "everything links");
  }

  @Test
  void whatWasSaidToBeUncertainIsNeverWrong() throws IOException {
    assertThat(disagreements(Outcome.UNKNOWN, failed(REFUSED))).isEmpty();
    assertThat(disagreements(Outcome.UNDEFINED, linked())).isEmpty();
  }

  @Test
  void otherFailuresSayNothingAboutThePrediction() throws IOException {
    LinkResult syntax = failed("./a.go:1:1: syntax error");
    LinkResult foreign = failed("link: example.com/other: invalid reference to runtime.gogo");

    assertThat(disagreements(Outcome.ACCEPTED, syntax)).isEmpty();
    assertThat(disagreements(Outcome.ACCEPTED, foreign)).isEmpty();
    assertThat(disagreements(Outcome.REJECTED, syntax)).isEmpty();
  }

  private static LinkResult failed(String message) {
    return new LinkResult(LinkResult.Status.FAILED, message);
  }

  private static LinkResult linked() {
    return new LinkResult(LinkResult.Status.LINKED, "");
  }

  private List<String> disagreements(Outcome predicted, LinkResult actual) throws IOException {
    Files.writeString(directory.resolve("go.mod"), "module m\n\ngo 1.27\n");
    Files.writeString(
        directory.resolve("a_amd64.s"), "TEXT ·f(SB), 4, $0\n\tCALL runtime·gogo(SB)\n\tRET\n");
    ModuleTree tree = ModuleTree.discover(directory);
    var reference =
        new AssemblyScan(tree, new TreeSet<>(List.of(TARGET)), ReleaseRange.only(27))
            .run().references().stream()
                .filter(it -> it.symbol().equals("runtime.gogo"))
                .findFirst()
                .orElseThrow();
    Verdict verdict = new Verdict(predicted, Rule.COMPILER_MADE, "", "");
    JudgedReference judged =
        new JudgedReference.OfAssembly(
            reference, List.of(new CellVerdict(27, TARGET, false, verdict)));
    List<UnitProof> failing =
        actual.isLinked() ? List.of() : List.of(new UnitProof("m", actual, actual));
    CellProof cell =
        new CellProof(
            new Cell(27, TARGET),
            Optional.of("go1.27.4"),
            actual.isLinked() ? State.LINKS : State.FAILS,
            "",
            1,
            failing,
            List.of(),
            List.of(),
            List.of());
    Proof proof =
        new Proof(directory, List.of(cell), List.of(), List.of(), new TreeMap<>(), "", "");
    return Predictions.of(tree, List.of(judged)).disagreements(proof);
  }
}
