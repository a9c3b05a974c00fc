package dev.untether.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.access.Reference.FromAssembly;
import dev.untether.access.Reference.FunctionPull;
import dev.untether.access.Reference.VariablePull;
import dev.untether.module.target.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A panel says what judges of one configuration each would say. */
final class PanelTest {
  private static final AccessData NEWEST = AccessData.of(27).orElseThrow();

  @ParameterizedTest
  @ValueSource(ints = {22, 23, 26, 27})
  void everyConfigurationGetsTheVerdictThatItsJudgeGives(int release) {
    AccessData data = AccessData.of(release).orElseThrow();
    Panel panel = data.panel(data.configurations());
    for (Reference reference : references()) {
      List<Configuration> judged = new ArrayList<>();
      for (Judgement judgement : panel.judge(reference)) {
        for (Configuration where : judgement.where()) {
          judged.add(where);
          assertThat(data.judge(where.target(), where.cgo()).judge(reference))
              .as("%s in %s", reference, where)
              .isEqualTo(judgement.verdict());
        }
      }
      assertThat(judged).containsExactlyInAnyOrderElementsOf(data.configurations());
    }
  }

  private static List<Reference> references() {
    List<Reference> references = new ArrayList<>();
    for (String symbol :
        List.of(
            "runtime.load_g",
            "runtime.gogo",
            "runtime.nanotime",
            "runtime.walltime",
            "runtime.newobject",
            "runtime.allglen",
            "runtime.tls_g",
            "runtime.addmoduledata",
            "runtime.noSuchThing",
            "runtime.gogo.arginfo0",
            "runtime.func1.2",
            "syscall.RawSyscall6",
            "internal/syscall/windows.GetACP",
            "internal/weak.runtime_makeStrongFromWeak",
            "strings.(*Builder).grow",
            "example.com/m.f",
            "crosscall2",
            "type:int")) {
      references.add(new FromAssembly("main", symbol));
      references.add(new FunctionPull("example.com/m", symbol));
      references.add(new VariablePull("main", symbol, /* initialised= */ false, "uintptr"));
      references.add(new VariablePull("main", symbol, /* initialised= */ false, "[3]uint32"));
    }
    return references;
  }

  @Test
  void verdictsThatAgreeComeOnce() {
    Panel panel = NEWEST.panel(NEWEST.configurations());
    List<Judgement> judgements = panel.judge(new FromAssembly("main", "runtime.load_g"));
    Set<Verdict> verdicts = new HashSet<>();
    judgements.forEach(judgement -> verdicts.add(judgement.verdict()));
    assertThat(verdicts).hasSameSizeAs(judgements);
    assertThat(judgements).hasSizeLessThan(6);
  }

  @Test
  void configurationsComeInOrder() {
    for (Judgement judgement :
        NEWEST.panel(NEWEST.configurations()).judge(new FromAssembly("main", "runtime.load_g"))) {
      assertThat(new ArrayList<>(judgement.where())).isSorted();
    }
  }

  @Test
  void targetThatTheReleaseLacksIsUnknownBesideTheOthers() {
    Configuration known = new Configuration(Target.parse("linux/amd64"), false);
    Configuration unknown = new Configuration(Target.parse("linux/sparc64"), false);
    List<Judgement> judgements =
        NEWEST.panel(List.of(known, unknown)).judge(new FunctionPull("main", "runtime.nanotime"));
    assertThat(judgements).hasSize(2);
    assertThat(judgements.get(0).where()).containsExactly(known);
    assertThat(judgements.get(0).verdict().outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(judgements.get(1).where()).containsExactly(unknown);
    assertThat(judgements.get(1).verdict().rule()).isEqualTo(Rule.NO_DATA);
  }

  @Test
  void nobodyAskedGetsNoVerdict() {
    assertThat(NEWEST.panel(List.of()).judge(new FunctionPull("main", "runtime.gogo"))).isEmpty();
  }
}
