package dev.untether.asm.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each predicate as a table: architecture, names it is true of, names it is false of. The names it
 * is false of are the near misses: registers that have lost their number to g, opcodes of another
 * architecture, jumps beside calls.
 */
class ArchitectureTest {

  static List<String> goarches() {
    return Architecture.goarches();
  }

  private static Architecture architecture(String goarch) {
    return Architecture.forGoarch(goarch).orElseThrow();
  }

  private static void assertTells(Predicate<String> predicate, String yes, String no) {
    assertThat(words(yes)).allMatch(predicate);
    assertThat(words(no)).noneMatch(predicate);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.equals("-")).toList();
  }

  @ParameterizedTest
  @MethodSource("goarches")
  void knowsEveryGoarchByItsName(String goarch) {
    assertThat(architecture(goarch).goarch()).isEqualTo(goarch);
    assertThat(architecture(goarch)).hasToString(goarch).isSameAs(architecture(goarch));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AMD64", "x86", "ppc64x", "mipsx", "sparc64", "armbe", "amd64 "})
  void knowsNoOtherGoarch(String goarch) {
    assertThat(Architecture.forGoarch(goarch)).isEmpty();
    assertThat(Architecture.goarches()).hasSize(14).doesNotContain(goarch);
  }

  @Test
  void givesAllThreadsOneObject() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Architecture> load = () -> architecture("s390x");
      Set<Architecture> loaded = new HashSet<>();
      for (Future<Architecture> one : threads.invokeAll(Collections.nCopies(32, load))) {
        loaded.add(one.get());
      }
      assertThat(loaded).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          386      | AX AL AH SP R15 X31 TLS SB FP PC          | g R16 X32 EAX ax Z32 LR
          amd64    | AX R15B SPB g K7 Y0 Z31 TLS CR0 SP        | RAX R0 K8 RSP G v0
          arm      | R0 R9 g R11 R15 F0 C7 CPSR MB_ISH SP      | R10 R16 LR F16 EQ RSP
          arm64    | R0 R27 R30 LR g RSP ZR R18_PLATFORM V31 Z0 P15 PN0 TPIDR_EL0 SP | R28 R18 R31 WZR X0 P16 EQ B16
          loong64  | R0 R21 R23 R31 g F31 FCC0 FCSR3 V0 X31    | R22 SP LR F32 W0
          mips     | R0 R28 R31 g HI LO FCR31 M0               | R30 RSB SP W0 R32
          mipsle   | R28 g                                     | R30 RSB
          mips64   | RSB g W31 HI                              | R28 R30 SP
          mips64le | RSB g W31                                 | R28 R30
          ppc64    | R0 R29 R31 g LR CTR XER CR CR7 CR3EQ VS63 A7 FPSCR | R30 SP SPR A8 CR8 EQ VS64
          ppc64le  | R1 g LR                                   | R30 SPR
          riscv64  | X0 X3 X26 X31 g ZERO RA SP TP S10 A7 CTXT TMP FT11 V0 | X4 X27 S11 T7 LR E8 FCSR
          s390x    | R0 R12 R14 R15 g LR F15 V31 AR15          | R13 R16 SP F16
          wasm     | SP CTXT g RET0 RET3 PAUSE R15 F31 PC_B    | SB FP PC RET4 R16 Get
          """)
  void tellsRegistersFromOtherNames(String goarch, String registers, String others) {
    assertTells(architecture(goarch)::isRegister, registers, others);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          386     | -                | R F X AX
          amd64   | -                | R F X g
          arm     | R F              | C g R0 SPR
          arm64   | R F V Z P PN     | W X RSP
          loong64 | R F FCSR FCC V X | W g
          mips    | R F FCR M        | W V
          mips64  | R F FCR M W      | V RSB
          ppc64   | R F CR SPR       | V VS A
          riscv64 | -                | X F R
          s390x   | R F AR           | V g
          wasm    | -                | R F
          """)
  void tellsRegisterPrefixes(String goarch, String prefixes, String others) {
    assertTells(architecture(goarch)::isRegisterPrefix, prefixes, others);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          386     | AL=AX AH=AX AX=AX SIB=SI R8B=R8 Y3=X3 Z31=X31 SB=SB M0=M0
          amd64   | g=R14 R14B=R14 R14=R14 BPB=BP DH=DX SP=SP K1=K1
          arm     | g=g R13=R13 F0=F0 SP=SP
          arm64   | LR=R30 R30=R30 g=g F7=V7 Z7=V7 PN3=P3 R18_PLATFORM=R18_PLATFORM ZR=ZR
          loong64 | g=g F1=V1 X1=V1 FCC0=FCC0 R1=R1
          mips    | g=g R28=R28 F2=F2 HI=HI
          mips64  | RSB=RSB W4=F4
          ppc64   | CR2EQ=CR2 CR2=CR2 CR=CR F1=VS1 V0=VS32 V31=VS63 LR=LR A0=A0
          riscv64 | A0=X10 A7=X17 RA=X1 SP=X2 ZERO=X0 S1=X9 S2=X18 S10=X26 CTXT=X26 TMP=X31 T6=X31 T3=X28 TP=TP g=g FT8=F28 FS2=F18 FA0=F10
          s390x   | LR=R14 F15=V15 V16=V16 g=g
          wasm    | g=g R0=R0
          """)
  void foldsTheNamesOfOneRegister(String goarch, String pairs) {
    for (String pair : words(pairs)) {
      String[] names = pair.split("=", -1);
      assertThat(architecture(goarch).canonicalRegister(names[0])).as(pair).contains(names[1]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "arm,R10",
    "arm64,R28",
    "riscv64,X27",
    "386,g",
    "ppc64,R(3)",
    "arm64,EQ",
    "mips64,R28"
  })
  void namesNoRegisterForWhatIsNone(String goarch, String name) {
    assertThat(architecture(goarch).canonicalRegister(name)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("goarches")
  void canonicalNamesAreRegistersAndTheirOwnCanonicalNames(String goarch) {
    Architecture architecture = architecture(goarch);
    for (String name : ArchitectureTable.load(goarch.replace("le", "")).words("registers")) {
      String canonical = architecture.canonicalRegister(name).orElseThrow();
      assertThat(architecture.canonicalRegister(canonical)).as(name).contains(canonical);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "arm,R,10,g",
    "arm,R,3,R3",
    "arm64,R,28,g",
    "arm64,R,18,R18_PLATFORM",
    "arm64,F,2,V2",
    "loong64,R,22,g",
    "mips64,R,28,RSB",
    "mips,R,28,R28",
    "ppc64,SPR,8,LR",
    "ppc64le,SPR,9,CTR",
    "ppc64,SPR,268,SPR(268)",
    "ppc64,CR,1,CR1",
    "s390x,R,13,g"
  })
  void namesNumberedRegisters(String goarch, String prefix, int number, String name) {
    assertThat(architecture(goarch).numberedRegister(prefix, number)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "arm,R,16",
    "arm,R,-1",
    "arm64,R,31",
    "amd64,R,8",
    "s390x,V,0",
    "ppc64,SPR,1025",
    "riscv64,X,5"
  })
  void refusesNumbersThatTheAssemblerRefuses(String goarch, String prefix, int number) {
    assertThat(architecture(goarch).numberedRegister(prefix, number)).isEmpty();
  }

  @Test
  void fourPseudoRegistersServeAllArchitectures() {
    assertTells(Architecture::isPseudoRegister, "SB FP SP PC", "RSP R13 sb TLS g");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arm64   | UXTW SXTX B16 S4 D D2 Q1 Z M LSL | B32 W4 UXT EQ
          loong64 | B16 W4 V2 B32 Q2 BU VU           | S4 UXTW D
          amd64   | -                                | B16 Z SAE
          arm     | -                                | EQ P W
          """)
  void tellsWhatMayFollowARegisterAndADot(String goarch, String suffixes, String others) {
    assertTells(architecture(goarch)::isRegisterSuffix, suffixes, others);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arm64   | EQ CS CC HS NV PLDL1KEEP PSTL3STRM VAE1IS ZVA DAIFSet C JC VLx4 | TPIDR_EL0 R0 eq ISH S
          riscv64 | E8 E64 M1 MF8 TA MU RW IORW W I VL FCSR CYCLE MHPMCOUNTER31 PMPADDR63 | X5 E128 MF1 V0 g
          arm     | -                            | EQ MB_ISH CS
          amd64   | -                            | EQ E8 RN_SAE
          ppc64   | -                            | LT CR0LT SPR
          """)
  void tellsOperandsWithANameOfTheirOwn(String goarch, String specials, String others) {
    assertTells(architecture(goarch)::isSpecialOperand, specials, others);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          386     | JMP JNE JCXZL LOOP LOOPNE CALL XBEGIN JFUTURE | RET MOVL XEND B j
          amd64   | JMP JHI JZ LOOPEQ CALL XBEGIN        | RET BTQ CALLF
          arm     | B BL BX BEQ BLO CALL JMP             | BIC BFX BXRET RET JEQ CBZ
          arm64   | B BL CBZ CBNZW TBZ ADR ADRP BHS JMP  | BIC BR BLR RET BTI
          loong64 | BEQ BLTU BFPT JIRL JAL CALL JMP      | BREAK BGT BL JALR
          mips    | BGEZAL BLTZAL BFPF JAL JMP BNE       | BREAK BGE JALR BL
          ppc64   | BC BCL BDNZ BVS BL BR CALL           | B BLR BRD BEQL
          riscv64 | BEQZ BGTU CJ CJALR JAL JALR CBEQZ    | BSET BCLR RET JR
          s390x   | BRC BRCTG CMPBEQ CMPUBNE CRJ CLGIJ   | CMP BRRK CLC BYTE
          wasm    | JMP CALL Call Br BrIf                | BrTable CallIndirect CALLNORESUME Block RET
          """)
  void tellsOpcodesThatTakeJumpOperands(String goarch, String jumps, String others) {
    assertTells(architecture(goarch)::isJump, jumps, others);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          386     | CALL            | JMP BL RET
          amd64   | CALL            | JMP SYSCALL INT
          arm     | BL BX CALL      | B BLT BLE BLS SWI
          arm64   | BL CALL         | B BLT ADR SVC
          loong64 | JAL CALL        | JIRL JMP BL
          mips64  | JAL CALL        | BGEZAL JMP
          ppc64le | BL CALL         | BCL BLT BR
          riscv64 | CALL CJALR      | JAL JALR CJ SCALL
          s390x   | BL CALL         | BCL BLE BR
          wasm    | CALL Call CALLNORESUME CallIndirect | Br JMP
          """)
  void tellsCalls(String goarch, String calls, String others) {
    assertTells(architecture(goarch)::isCall, calls, others);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amd64   | -              | CALL JMP
          loong64 | JIRL           | JAL JMP
          mips    | BGEZAL BLTZAL  | JAL BGEZ
          ppc64   | BCL            | BC BL
          riscv64 | JAL JALR       | CALL CJALR JMP
          s390x   | BCL            | BC BL
          """)
  void tellsWhatCallsOnlyWithSomeOperands(String goarch, String calls, String others) {
    assertTells(architecture(goarch)::mayCall, calls, others);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amd64   | RET RETFQ IRETQ        | JMP SYSRET
          arm     | RET RFE BXRET          | BX B
          arm64   | RET ERET               | B BL
          loong64 | RET RFE                | JMP
          mipsle  | RET RFE                | JMP
          ppc64   | RET RFID HRFID         | BR
          riscv64 | RET MRET SRET          | JMP CJR
          s390x   | RET                    | BR
          wasm    | RET RETUNWIND Return   | RET0 Br
          """)
  void tellsReturns(String goarch, String returns, String others) {
    assertTells(architecture(goarch)::isReturn, returns, others);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          386     | JMP              | JNE CALL RET LOOP XBEGIN
          arm     | B JMP            | BL BX BEQ
          arm64   | B JMP            | BL CBZ ADR BEQ
          loong64 | JMP              | JAL JIRL BEQ
          mips    | JMP              | JAL BEQ BGEZAL
          ppc64   | BR JMP           | BC BL BDNZ
          riscv64 | JMP CJ CJR       | JAL JALR BEQZ
          s390x   | BR JMP           | BRC BC BL
          wasm    | JMP Br BrTable   | BrIf Call If
          """)
  void tellsJumpsThatNeverFallThrough(String goarch, String jumps, String others) {
    assertTells(architecture(goarch)::isUnconditionalJump, jumps, others);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          amd64   | UNDEF UD2 SYSRET      | HLT INT RET JMP NOP
          arm     | UNDEF END             | SWI RET B
          arm64   | UNDEF                 | BRK HLT SVC ERET
          mips64  | UNDEF                 | BREAK TEQ SYSCALL
          riscv64 | UNDEF                 | EBREAK WFI
          s390x   | UNDEF                 | BRRK
          wasm    | UNDEF Unreachable     | Return End Nop
          """)
  void tellsWhatEndsTheFlow(String goarch, String ends, String others) {
    assertTells(architecture(goarch)::endsFlow, ends, others);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          386     | CMPL TESTB BTL PUSHL MULL FLDCW                    | ADDL POPL XCHGL BTSL CMPXCHGL IMULL
          amd64   | CMPQ TESTQ UCOMISD VPTEST KORTESTQ PUSHQ DIVQ IMULB PREFETCHNTA | CMPSD CMPPS POPQ IMULQ IMUL3Q XADDQ SETEQ NEGQ CLFLUSH
          arm     | CMP CMN TST TEQ CMPF CMPD PLD DMB                  | MOVW MCR STREX RSB
          arm64   | CMP CMPW TST FCMPED CCMP PRFM TLBI SVC             | CSET STLXR CASD MSR CBZ ZST1B SUBS
          loong64 | PRELD TEQ SYSCALL                                  | CMPEQF RDTIMED AMADDV JIRL
          mips    | CMPEQF MULU DIV REMU TEQ                           | MUL CMOVN SC
          ppc64   | CMP CMPWU FCMPU TW DCBT ICBI                       | CMPB DCBZ ISEL MOVDU VCMPEQUB STDCCC
          riscv64 | FENCE                                              | CSRRW AMOADDW SCD JALR SLT
          s390x   | CMP CMPWU CEBR CLC TMHH VECB WFKDB                 | CMPBEQ CS MVC BRCT VCEQB LTDBR
          wasm    | Get LocalGet                                       | Set Tee LocalSet
          """)
  void tellsWhatWritesNoOperand(String goarch, String readers, String others) {
    assertTells(architecture(goarch)::readsLastOperand, readers, others);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          386     | MOVL MOVBLZX MOVOU MOVUPS                | MOVB MOVW MOVBWZX MOVSB LEAL XCHGL PUSHL
          amd64   | MOVQ MOVD MOVL MOVLQSX MOVSD VMOVDQU     | MOVB MOVW MOVSQ MOVSL CMOVQEQ LEAQ MOVHPS
          arm     | MOVW MOVBU MOVHS MOVD                    | MOVM MVN MOVWD LDREX
          arm64   | MOVD MOVWU MOVB FMOVD FMOVQ              | MOVK MOVP LDP VMOV MVN MRS LDAR
          loong64 | MOVV MOVWU MOVVP MOVF                    | MOVVD LL VMOVQ
          mips    | MOVW MOVBU MOVF                          | MOVD MOVWL MOVWR MOVV LL
          mips64  | MOVV MOVWU MOVD MOVF                     | MOVVL MOVVR MOVWD
          ppc64   | MOVD MOVWZ FMOVD                         | MOVDU MOVBZU MOVDBR MOVMW MOVFL FMOVDU
          riscv64 | MOV MOVWU MOVF MOVD                      | LR LD CMV CZEROEQZ
          s390x   | MOVD MOVBZ FMOVS                         | MOVDEQ MOVDBR LMG MVC
          wasm    | MOVD MOVB                                | Set Get
          """)
  void tellsMovesThatDefineTheirDestination(String goarch, String moves, String others) {
    assertTells(architecture(goarch)::isPlainMove, moves, others);
  }

  @Test
  void onlyArmHasConditionSuffixes() {
    assertTells(architecture("arm")::isConditionSuffix, "EQ NE HS LO VC LE", "AL S P W IA U eq");
    assertTells(architecture("arm64")::isConditionSuffix, "-", "EQ P W");
  }

  @ParameterizedTest
  @MethodSource("goarches")
  void predicatesDoNotContradictEachOther(String goarch) {
    ArchitectureTable table = ArchitectureTable.load(goarch.replace("le", ""));
    Architecture architecture = architecture(goarch);

    assertThat(table.words("readers")).noneMatch(architecture::isJump);
    assertThat(table.words("plain-moves"))
        .noneMatch(architecture::isJump)
        .noneMatch(architecture::readsLastOperand);
    assertThat(table.words("calls"))
        .noneMatch(architecture::isUnconditionalJump)
        .noneMatch(architecture::mayCall);
    assertThat(table.words("possible-calls"))
        .allMatch(architecture::isJump)
        .noneMatch(architecture::isUnconditionalJump);
    assertThat(table.words("ends"))
        .noneMatch(architecture::isReturn)
        .noneMatch(architecture::isUnconditionalJump);
    assertThat(table.words("special-operands")).noneMatch(architecture::isRegister);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # goarch, pointer, big,  fixed, C area, suffixes, 8(SP), g,   SP,  LR,  zero
          386,      4,       false, 0,     0,     true,     true,  -,   SP,  -,   -
          amd64,    8,       false, 0,     0,     true,     true,  R14, SP,  -,   -
          arm,      4,       false, 4,     0,     true,     false, g,   R13, R14, -
          arm64,    8,       false, 8,     0,     true,     false, g,   RSP, R30, ZR
          loong64,  8,       false, 8,     0,     true,     false, g,   R3,  R1,  R0
          mips,     4,       true,  4,     16,    false,    false, g,   R29, R31, R0
          mipsle,   4,       false, 4,     16,    false,    false, g,   R29, R31, R0
          mips64,   8,       true,  8,     0,     false,    false, g,   R29, R31, R0
          mips64le, 8,       false, 8,     0,     false,    false, g,   R29, R31, R0
          ppc64,    8,       true,  32,    112,   false,    false, g,   R1,  LR,  R0
          ppc64le,  8,       false, 32,    32,    false,    false, g,   R1,  LR,  R0
          riscv64,  8,       false, 8,     0,     true,     true,  g,   X2,  X1,  X0
          s390x,    8,       true,  8,     160,   false,    false, g,   R15, R14, R0
          wasm,     8,       false, 0,     0,     false,    true,  g,   SP,  -,   -
          """)
  void knowsFramesAndFixedRegisters(
      String goarch,
      int pointerSize,
      boolean bigEndian,
      int fixedFrame,
      int calleeWritableArea,
      boolean suffixes,
      boolean unnamedHardwareSp,
      String g,
      String stackPointer,
      String linkRegister,
      String zeroRegister) {
    Architecture architecture = architecture(goarch);

    assertThat(architecture.pointerSize()).isEqualTo(pointerSize);
    assertThat(architecture.bigEndian()).isEqualTo(bigEndian);
    assertThat(architecture.fixedFrame()).isEqualTo(fixedFrame);
    assertThat(architecture.calleeWritableArea()).isEqualTo(calleeWritableArea);
    assertThat(architecture.acceptsSuffixes()).isEqualTo(suffixes);
    assertThat(architecture.unnamedHardwareSp()).isEqualTo(unnamedHardwareSp);
    assertThat(architecture.g()).isEqualTo(Optional.ofNullable(g));
    assertThat(architecture.stackPointer()).isEqualTo(stackPointer);
    assertThat(architecture.linkRegister()).isEqualTo(Optional.ofNullable(linkRegister));
    assertThat(architecture.zeroRegister()).isEqualTo(Optional.ofNullable(zeroRegister));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          386     | -              | -
          amd64   | -              | DI SI DX CX R8 R9
          arm     | R11            | R0 R1 R2 R3
          arm64   | R16 R17 R27    | R0 R1 R2 R3 R4 R5 R6 R7
          loong64 | R30            | R4 R5 R6 R7 R8 R9 R10 R11
          mips    | R23            | R4 R5 R6 R7
          mips64  | R23            | R4 R5 R6 R7 R8 R9 R10 R11
          ppc64   | R31            | R3 R4 R5 R6 R7 R8 R9 R10
          riscv64 | X31            | X10 X11 X12 X13 X14 X15 X16 X17
          s390x   | R10 R11        | R2 R3 R4 R5 R6
          wasm    | -              | -
          """)
  void knowsTemporariesAndCArguments(String goarch, String temps, String arguments) {
    assertThat(architecture(goarch).assemblerTemps()).containsExactlyElementsOf(words(temps));
    assertThat(architecture(goarch).cArgumentRegisters()).isEqualTo(words(arguments));
  }

  @ParameterizedTest
  @MethodSource("goarches")
  void fixedRegistersGoByTheirCanonicalNames(String goarch) {
    Architecture architecture = architecture(goarch);
    Set<String> fixed = new HashSet<>(architecture.assemblerTemps());
    fixed.addAll(architecture.cArgumentRegisters());
    fixed.add(architecture.stackPointer());
    architecture.g().ifPresent(fixed::add);
    architecture.linkRegister().ifPresent(fixed::add);
    architecture.zeroRegister().ifPresent(fixed::add);

    for (String name : fixed) {
      assertThat(architecture.canonicalRegister(name)).contains(name);
    }
  }
}
