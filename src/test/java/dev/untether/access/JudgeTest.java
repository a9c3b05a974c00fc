package dev.untether.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.access.Reference.FromAssembly;
import dev.untether.access.Reference.FunctionPull;
import dev.untether.access.Reference.Mention;
import dev.untether.access.Reference.VariablePull;
import dev.untether.module.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The linker's answers by kind of reference, as building with each release gave them. */
final class JudgeTest {

  private static Verdict judge(int release, String target, Reference reference) {
    return AccessData.of(release)
        .orElseThrow()
        .judge(Target.parse(target), /* cgo= */ false)
        .judge(reference);
  }

  @ParameterizedTest
  @CsvSource({
    "runtime.nanotime,     ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED",
    "runtime.schedinit,    ACCEPTED, REJECTED, REJECTED, REJECTED, REJECTED",
    "runtime.gogo,         ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED, REJECTED",
    "runtime.systemstack,  ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED, REJECTED",
    "runtime.newobject,    ACCEPTED, ACCEPTED, REJECTED, REJECTED, REJECTED",
    "runtime.mapaccess1,   ACCEPTED, ACCEPTED, REJECTED, REJECTED, REJECTED",
    "runtime.int64Hash,    ACCEPTED, REJECTED, REJECTED, REJECTED, REJECTED",
    "runtime.addmoduledata, ACCEPTED, ACCEPTED, ACCEPTED, REJECTED, REJECTED",
    "runtime.coroswitch,   ACCEPTED, REJECTED, REJECTED, REJECTED, REJECTED",
    "sync.runtime_procPin, ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED",
    "encoding/json.unquoteBytes, ACCEPTED, ACCEPTED, ACCEPTED, REJECTED, UNDEFINED",
    "runtime.noSuchThing,  UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED",
  })
  void pullOfAFunctionByRelease(
      String symbol, Outcome in22, Outcome in23, Outcome in24, Outcome in26, Outcome in27) {
    FunctionPull pull = new FunctionPull("main", symbol);
    assertThat(judge(22, "linux/amd64", pull).outcome()).as("1.22").isEqualTo(in22);
    assertThat(judge(23, "linux/amd64", pull).outcome()).as("1.23").isEqualTo(in23);
    assertThat(judge(24, "linux/amd64", pull).outcome()).as("1.24").isEqualTo(in24);
    assertThat(judge(26, "linux/amd64", pull).outcome()).as("1.26").isEqualTo(in26);
    assertThat(judge(27, "linux/amd64", pull).outcome()).as("1.27").isEqualTo(in27);
  }

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, runtime.gogo,        ACCEPTED,  REJECTED",
    "linux/amd64, runtime.schedinit,   ACCEPTED,  REJECTED",
    "linux/amd64, runtime.gcStart,     UNDEFINED, UNDEFINED",
    "linux/amd64, runtime.cgocallback, ACCEPTED,  ACCEPTED",
    "linux/arm64, runtime.load_g,      ACCEPTED,  ACCEPTED",
    "linux/arm64, runtime.save_g,      ACCEPTED,  REJECTED",
    "linux/amd64, runtime.load_g,      UNDEFINED, UNDEFINED",
    "linux/386,   runtime.gogo,        ACCEPTED,  ACCEPTED",
    "linux/arm,   runtime.gogo,        ACCEPTED,  ACCEPTED",
    "linux/mipsle, runtime.systemstack, ACCEPTED, ACCEPTED",
    "linux/s390x, runtime.systemstack, ACCEPTED,  REJECTED",
    "linux/amd64, runtime.allglen,     REJECTED,  REJECTED",
    "linux/386,   runtime.allglen,     REJECTED,  REJECTED",
    "linux/386,   runtime.mapaccess1,  ACCEPTED,  ACCEPTED",
    "linux/amd64, runtime.x86HasAVX,   REJECTED,  ACCEPTED",
    "linux/amd64, runtime.memmove,     ACCEPTED,  ACCEPTED",
    "linux/amd64, runtime.morestack_noctxt, ACCEPTED, ACCEPTED",
    "linux/amd64, syscall.RawSyscall6, ACCEPTED,  ACCEPTED",
    "linux/amd64, runtime.gcWriteBarrier1, UNDEFINED, UNDEFINED",
  })
  void referenceFromAssemblyByTarget(String target, String symbol, Outcome in26, Outcome in27) {
    FromAssembly use = new FromAssembly("main", symbol);
    assertThat(judge(26, target, use).outcome()).as("1.26").isEqualTo(in26);
    assertThat(judge(27, target, use).outcome()).as("1.27").isEqualTo(in27);
  }

  @Test
  void saysWhatTheLinkerPrintsAndWhere() {
    Verdict verdict =
        judge(27, "linux/amd64", new FromAssembly("example.com/m", "runtime.systemstack"));
    assertThat(verdict.message())
        .isEqualTo("link: example.com/m: invalid reference to runtime.systemstack");
    assertThat(verdict.rule()).isEqualTo(Rule.NOT_PUSHED);
    assertThat(verdict.source())
        .matches(
            "https://github\\.com/golang/go/blob/go1\\.27\\.[0-9]+"
                + "/src/cmd/link/internal/loader/loader\\.go#L[0-9]+");
  }

  @Test
  void saysInWhichConventionASymbolIsDefinedInstead() {
    assertThat(judge(27, "linux/amd64", new FromAssembly("main", "runtime.gcStart")).message())
        .isEqualTo(
            "relocation target runtime.gcStart not defined for ABI0"
                + " (but is defined for ABIInternal)");
    assertThat(judge(27, "linux/amd64", new FunctionPull("main", "runtime.allglen")).message())
        .isEqualTo(
            "relocation target runtime.allglen not defined for ABIInternal"
                + " (but is defined for ABI0)");
  }

  @Test
  void packageWhoseNameStartsTheSymbolMayReferToAssembly() {
    FromAssembly use = new FromAssembly("r", "runtime.gogo");
    assertThat(judge(27, "linux/amd64", use).rule()).isEqualTo(Rule.NAMED_FOR_REFERRER);
    FunctionPull ofGo = new FunctionPull("r", "runtime.schedinit");
    assertThat(judge(27, "linux/amd64", ofGo).outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void linkerPanicsOverAPullAndAReferenceToAssemblyWithoutADeclaration() {
    String symbol = "runtime.secretEraseRegistersMcall";
    assertThat(judge(27, "linux/amd64", new FromAssembly("main", symbol, true)).rule())
        .isEqualTo(Rule.LINKER_PANIC);
    assertThat(
            judge(27, "linux/amd64", new FunctionPull("main", symbol, true, Mention.NONE)).rule())
        .isEqualTo(Rule.LINKER_PANIC);
    assertThat(judge(27, "linux/amd64", new FunctionPull("main", symbol)).outcome())
        .isEqualTo(Outcome.UNDEFINED);
    assertThat(judge(27, "linux/amd64", new FromAssembly("main", "runtime.gogo", true)).rule())
        .isEqualTo(Rule.NOT_PUSHED);
  }

  @Test
  void methodIsAcceptedWhereItsTypeIsNamed() {
    String grow = "strings.(*Builder).grow";
    assertThat(judge(27, "linux/amd64", new FunctionPull("main", grow)).outcome())
        .isEqualTo(Outcome.REJECTED);
    FunctionPull named = new FunctionPull("main", grow, false, Mention.RECEIVER_TYPE);
    assertThat(judge(27, "linux/amd64", named).rule()).isEqualTo(Rule.METHOD_THROUGH_IMPORT);
    FunctionPull noMethod =
        new FunctionPull("main", "runtime.schedinit", false, Mention.RECEIVER_TYPE);
    assertThat(judge(27, "linux/amd64", noMethod).outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void pushedMethodIsAcceptedByName() {
    assertThat(judge(27, "linux/amd64", new FunctionPull("main", "reflect.(*rtype).Method")).rule())
        .isEqualTo(Rule.PUSHED);
  }

  @Test
  void functionThatIsAlsoUsedThroughItsImportIsUncertain() {
    FunctionPull pull = new FunctionPull("main", "os.Getpid", false, Mention.FUNCTION);
    assertThat(judge(27, "linux/amd64", pull).outcome()).isEqualTo(Outcome.UNCERTAIN);
    assertThat(judge(22, "linux/amd64", pull).outcome()).isEqualTo(Outcome.ACCEPTED);
  }

  @ParameterizedTest
  @CsvSource({
    "22, runtime.allglen,    uintptr,    NOT_CHECKED",
    "23, runtime.allglen,    uintptr,    NOT_PUSHED",
    "27, runtime.allglen,    uintptr,    NOT_PUSHED",
    "23, runtime.allglen,    [4]uintptr, NOT_PUSHED",
    "24, runtime.allglen,    [4]uintptr, LARGER_VARIABLE",
    "27, runtime.allglen,    [4]uintptr, LARGER_VARIABLE",
    "27, encoding/binary.LittleEndian, int, LARGER_VARIABLE",
    "27, runtime.iscgo,      bool,       PUSHED",
    "27, runtime.zerobase,   uintptr,    NOT_PUSHED",
    "27, runtime.noSuchVar,  int,        NEW_VARIABLE",
    "26, runtime.schedinit,  uintptr,    ABI_WRAPPER",
    "27, runtime.schedinit,  uintptr,    VARIABLE_FOR_FUNCTION",
  })
  void pullOfAVariable(int release, String symbol, String type, Rule rule) {
    VariablePull pull = new VariablePull("main", symbol, /* initialised= */ false, type);
    assertThat(judge(release, "linux/amd64", pull).rule()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource({
    "22, linux/arm64,   REJECTED, THREAD_LOCAL_REPLACED",
    "23, linux/mipsle,  REJECTED, THREAD_LOCAL_REPLACED",
    "24, linux/arm64,   REJECTED, DUPLICATE_DEFINITION",
    "27, linux/mipsle,  REJECTED, DUPLICATE_DEFINITION",
    "27, windows/arm64, REJECTED, NOT_PUSHED",
    "26, windows/arm64, ACCEPTED, ASSEMBLY_NOT_CHECKED",
    "27, linux/amd64,   ACCEPTED, NEW_VARIABLE",
  })
  void variableCannotStandForOneThatEachThreadHas(
      int release, String target, Outcome outcome, Rule rule) {
    VariablePull pull = new VariablePull("main", "runtime.tls_g", /* initialised= */ false, "byte");
    assertThat(judge(release, target, pull).rule()).isEqualTo(rule);
    assertThat(judge(release, target, pull).outcome()).isEqualTo(outcome);
    FromAssembly use = new FromAssembly("main", "runtime.tls_g");
    assertThat(judge(release, target, use).outcome()).isNotEqualTo(Outcome.REJECTED);
  }

  @Test
  void initialisedVariableTakesThePlaceOfAZeroedOne() {
    VariablePull pull = new VariablePull("main", "runtime.allglen", true, "uintptr");
    assertThat(judge(27, "linux/amd64", pull).rule()).isEqualTo(Rule.OVERRIDDEN_VARIABLE);
    VariablePull ofContent = new VariablePull("main", "os.ErrNotExist", true, "error");
    assertThat(judge(27, "linux/amd64", ofContent).outcome()).isEqualTo(Outcome.UNCERTAIN);
  }

  @Test
  void whatIsNotCoveredIsUnknown() {
    FunctionPull pull = new FunctionPull("main", "runtime.nanotime");
    assertThat(judge(27, "linux/sparc64", pull).outcome()).isEqualTo(Outcome.UNKNOWN);
    FunctionPull elsewhere = new FunctionPull("main", "example.com/m.f");
    assertThat(judge(27, "linux/amd64", elsewhere).rule()).isEqualTo(Rule.OUTSIDE_STD);
    FunctionPull type = new FunctionPull("main", "type:int");
    assertThat(judge(27, "linux/amd64", type).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void symbolOfAPackageThatWentAwayIsUndefined() {
    FunctionPull pull = new FunctionPull("main", "internal/weak.runtime_makeStrongFromWeak");
    assertThat(judge(27, "linux/amd64", pull).outcome()).isEqualTo(Outcome.UNDEFINED);
  }

  @Test
  void crosscall2ExistsOnlyWithCgo() {
    FromAssembly use = new FromAssembly("main", "crosscall2");
    assertThat(judge(27, "linux/amd64", use).outcome()).isEqualTo(Outcome.UNDEFINED);
    Judge withCgo =
        AccessData.of(27).orElseThrow().judge(Target.parse("linux/amd64"), /* cgo= */ true);
    assertThat(withCgo.judge(use).rule()).isEqualTo(Rule.NO_PACKAGE_IN_NAME);
  }
}
