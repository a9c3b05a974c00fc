package dev.untether.asm.arch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * One architecture as Go's assembler sees it: its register names, which opcodes jump, and the
 * conventions that calls follow.
 *
 * <p>The names and the jump opcodes are those of {@code arch.Set} in {@code
 * cmd/asm/internal/arch/arch.go} of the newest Go release known; a test compares them with that
 * release. The lists of ordinary opcodes grow with every release and are not needed: an opcode that
 * is not listed anywhere is an ordinary instruction, about which nothing is known.
 *
 * <p>Every method that takes an opcode wants it as written, without {@code .suffixes}. The suffix
 * may change the answer: see {@link #isConditionSuffix}.
 */
public abstract sealed class Architecture
    permits I386, Amd64, Arm, Arm64, Loong64, Mips, Mips64, Ppc64, Riscv64, S390x, Wasm {

  private static final List<String> GOARCHES =
      List.of(
          "386",
          "amd64",
          "arm",
          "arm64",
          "loong64",
          "mips",
          "mipsle",
          "mips64",
          "mips64le",
          "ppc64",
          "ppc64le",
          "riscv64",
          "s390x",
          "wasm");

  private static final Set<String> PSEUDO_REGISTERS = Set.of("SB", "FP", "SP", "PC");

  private static final Map<String, Architecture> LOADED = new ConcurrentHashMap<>();

  private final String goarch;
  private final int pointerSize;
  private final boolean bigEndian;
  private final boolean suffixes;
  private final boolean unnamedHardwareSp;
  private final int fixedFrame;
  private final int calleeWritableArea;
  private final Optional<String> g;
  private final String stackPointer;
  private final Optional<String> linkRegister;
  private final Optional<String> zeroRegister;
  private final Set<String> assemblerTemps;
  private final List<String> cArgumentRegisters;

  private final Set<String> registers;
  private final Map<String, String> aliases;
  private final Set<String> numbered;
  private final Set<String> prefixes;
  private final Set<String> registerSuffixes;
  private final Set<String> specialOperands;
  private final Set<String> conditionSuffixes;
  private final Set<String> jumps;
  private final Set<String> calls;
  private final Set<String> possibleCalls;
  private final Set<String> linkers;
  private final Set<String> returns;
  private final Set<String> unconditionalJumps;
  private final Set<String> ends;
  private final Set<String> readers;
  private final Set<String> plainMoves;
  private final Set<String> addressTakers;
  private final Set<String> updates;
  private final Set<String> unnamedWriters;
  private final Optional<String> programCounter;
  private final String wordMove;
  private final Set<String> rangeUsers;

  Architecture(String goarch, ArchitectureTable table) {
    this.goarch = goarch;
    pointerSize = Integer.parseInt(table.requiredFact("pointer-size", goarch));
    bigEndian = Boolean.parseBoolean(table.requiredFact("big-endian", goarch));
    suffixes = Boolean.parseBoolean(table.requiredFact("suffixes", goarch));
    unnamedHardwareSp = Boolean.parseBoolean(table.requiredFact("unnamed-hardware-sp", goarch));
    fixedFrame = Integer.parseInt(table.requiredFact("fixed-frame", goarch));
    calleeWritableArea = Integer.parseInt(table.requiredFact("callee-writable-area", goarch));
    g = table.fact("g", goarch);
    stackPointer = table.requiredFact("stack-pointer", goarch);
    linkRegister = table.fact("link-register", goarch);
    zeroRegister = table.fact("zero-register", goarch);
    assemblerTemps = table.words("assembler-temps");
    cArgumentRegisters = List.copyOf(table.words("c-arguments"));

    registers = table.words("registers");
    aliases = table.mapping("aliases");
    numbered = table.words("numbered");
    prefixes =
        numbered.stream()
            .map(form -> form.substring(0, form.indexOf('(')))
            .collect(Collectors.toUnmodifiableSet());
    registerSuffixes = table.words("register-suffixes");
    specialOperands = table.words("special-operands");
    conditionSuffixes = table.words("condition-suffixes");
    jumps = table.words("jumps");
    calls = table.words("calls");
    possibleCalls = table.words("possible-calls");
    linkers = table.words("linkers");
    returns = table.words("returns");
    unconditionalJumps = table.words("unconditional-jumps");
    ends = table.words("ends");
    readers = table.words("readers");
    plainMoves = table.words("plain-moves");
    addressTakers = table.words("address-takers");
    updates = table.words("updates");
    unnamedWriters = table.words("unnamed-writers");
    programCounter = table.fact("program-counter", goarch);
    wordMove = table.requiredFact("word-move", goarch);
    rangeUsers = table.words("register-ranges");
  }

  /**
   * Returns the architecture that {@code GOARCH} names, empty if Go has no assembler for it. The
   * same object every time; its table is read on first use. Safe for use by several threads.
   */
  public static Optional<Architecture> forGoarch(String goarch) {
    if (!GOARCHES.contains(goarch)) {
      return Optional.empty();
    }
    return Optional.of(LOADED.computeIfAbsent(goarch, Architecture::create));
  }

  /** Returns the names that {@link #forGoarch} knows, sorted by family. */
  public static List<String> goarches() {
    return GOARCHES;
  }

  private static Architecture create(String goarch) {
    return switch (goarch) {
      case "386" -> new I386();
      case "amd64" -> new Amd64();
      case "arm" -> new Arm();
      case "arm64" -> new Arm64();
      case "loong64" -> new Loong64();
      case "mips", "mipsle" -> new Mips(goarch);
      case "mips64", "mips64le" -> new Mips64(goarch);
      case "ppc64", "ppc64le" -> new Ppc64(goarch);
      case "riscv64" -> new Riscv64();
      case "s390x" -> new S390x();
      case "wasm" -> new Wasm();
      default -> throw new IllegalArgumentException(goarch);
    };
  }

  /** Returns the {@code GOARCH} of this architecture. */
  public final String goarch() {
    return goarch;
  }

  /** Returns the size of a pointer in bytes. */
  public final int pointerSize() {
    return pointerSize;
  }

  /** Returns whether the most significant byte of a word comes first. */
  public final boolean bigEndian() {
    return bigEndian;
  }

  /**
   * Returns whether {@code name} is one of the four names that may stand in the parentheses of a
   * symbol reference, on every architecture: {@code SB FP SP PC}. Where SP is a hardware register
   * too, {@code 8(SP)} without a name means that one: see {@link #unnamedHardwareSp}.
   */
  public static boolean isPseudoRegister(String name) {
    return PSEUDO_REGISTERS.contains(name);
  }

  /**
   * Returns whether the assembler takes {@code name}, as it stands, for a register, so that it can
   * be neither a symbol nor a label in an operand. System registers that have a name of their own
   * are registers; so are the pseudo-registers that the architecture's table lists.
   */
  public final boolean isRegister(String name) {
    return registers.contains(name);
  }

  /**
   * Returns whether {@code name(5)} may be a register, as in {@code R(5)} and {@code SPR(268)}. The
   * name alone is then an ordinary identifier unless it {@linkplain #isRegister is a register}
   * itself: {@code CR} of ppc64 is, and the assembler then refuses {@code CR(1)}.
   */
  public final boolean isRegisterPrefix(String name) {
    return prefixes.contains(name);
  }

  /**
   * Returns the one name under which a register goes, empty if {@code name} is not a register. Two
   * names have the same canonical name if writing one changes the other: {@code AL} and {@code AX},
   * {@code LR} and {@code R30}, {@code F0} and {@code V0} of arm64. The canonical name is itself a
   * register name. Registers that overlap several others keep a name of their own: CR and A0-A7 of
   * ppc64, and the stack-relative F0-F7 of x86 beside M0-M7.
   */
  public final Optional<String> canonicalRegister(String name) {
    return isRegister(name) ? Optional.of(aliases.getOrDefault(name, name)) : Optional.empty();
  }

  /**
   * Returns the canonical name of the register written {@code prefix(number)}, empty if the
   * assembler refuses it. This form reaches registers that have no plain name: {@code R(10)} is
   * {@code g} on arm. A special register without any name is called as it is written, {@code
   * SPR(268)}.
   */
  public final Optional<String> numberedRegister(String prefix, int number) {
    String form = prefix + "(" + number + ")";
    if (!numbered.contains(form)) {
      return Optional.empty();
    }
    String name = aliases.getOrDefault(form, prefix + number);
    return Optional.of(canonicalRegister(name).orElse(form));
  }

  /**
   * Returns whether {@code name} may follow a register and a dot: the extensions and arrangements
   * of arm64 and loong64, as in {@code R1.UXTW<<2}, {@code V0.B16}, {@code P1.Z}.
   */
  public final boolean isRegisterSuffix(String name) {
    return registerSuffixes.contains(name);
  }

  /**
   * Returns whether {@code name} is an operand by itself though it is neither register nor symbol:
   * conditions, prefetch and cache operations of arm64; CSR names, vector types and fence sets of
   * riscv64. Where an operand starts, such a name can be neither a symbol nor a label.
   */
  public final boolean isSpecialOperand(String name) {
    return specialOperands.contains(name);
  }

  /**
   * Returns whether the operands of {@code opcode} may be labels, symbols and {@code n(PC)} as jump
   * targets: what {@code IsJump} of {@code cmd/asm} says. Such an opcode need not jump: ADR and
   * ADRP of arm64 put the address into their last operand. Nor need it leave its other operands
   * alone: BRCT of s390x counts one down.
   */
  public final boolean isJump(String opcode) {
    return jumps.contains(opcode) || isJumpByRule(opcode);
  }

  /** Returns whether a rule on the spelling makes {@code opcode} a jump. */
  boolean isJumpByRule(String opcode) {
    return false;
  }

  /** Returns whether {@code opcode} always calls: it jumps and leaves a return address. */
  public final boolean isCall(String opcode) {
    return calls.contains(opcode);
  }

  /**
   * Returns whether {@code opcode} may call, depending on its operands or on a condition: JAL and
   * JALR of riscv64 and JIRL of loong64, which leave the return address in their first operand
   * unless that is the zero register; BGEZAL and BLTZAL of mips, BCL of ppc64 and s390x, which
   * always write the link register.
   */
  public final boolean mayCall(String opcode) {
    return possibleCalls.contains(opcode);
  }

  /**
   * Returns whether {@code opcode} leaves the return address in its first operand, so that it calls
   * unless that is the {@linkplain #zeroRegister zero register}.
   */
  public final boolean linksIntoFirstOperand(String opcode) {
    return linkers.contains(opcode);
  }

  /**
   * Returns whether {@code opcode} returns to the caller, from a function, an interrupt or a signal
   * level. A RET with a symbol as its operand is a tail jump to it.
   */
  public final boolean isReturn(String opcode) {
    return returns.contains(opcode);
  }

  /**
   * Returns whether control never falls through {@code opcode} to the next instruction, other than
   * by returning. On arm a condition suffix makes it fall through after all.
   */
  public final boolean isUnconditionalJump(String opcode) {
    return unconditionalJumps.contains(opcode);
  }

  /**
   * Returns whether {@code opcode} ends the flow of control without going anywhere that could be
   * followed, as UNDEF does. Returns and unconditional jumps are asked for by their own methods;
   * breakpoints, after which a debugger may go on, do not end the flow.
   */
  public final boolean endsFlow(String opcode) {
    return ends.contains(opcode);
  }

  /**
   * Returns whether {@code opcode} wants the address of its memory operand and does not touch what
   * lies there: LEAQ of x86, ADR of arm64.
   */
  public final boolean takesAddress(String opcode) {
    return addressTakers.contains(opcode);
  }

  /**
   * Returns whether {@code opcode}, without any suffix, writes the address of its memory operand
   * back to the base register: MOVDU and its like of ppc64. (MOVWU of other architectures is an
   * unsigned load.)
   */
  public final boolean updatesBase(String opcode) {
    return updates.contains(opcode);
  }

  /**
   * Returns whether {@code opcode} may write general registers that its operands do not name: a
   * range of which only the ends are named (LMG of s390x, MOVM of arm), the other half of a pair,
   * or fixed registers (MULQ and REP of x86, system calls). Calls are asked for by {@link #isCall}.
   */
  public final boolean writesUnnamedRegisters(String opcode) {
    return unnamedWriters.contains(opcode);
  }

  /**
   * Returns whether {@code opcode} accesses all registers from one of its register operands to the
   * next: load and store multiple of s390x.
   */
  public final boolean namesRange(String opcode) {
    return rangeUsers.contains(opcode);
  }

  /** Returns the opcode that moves one pointer-sized word between registers and memory. */
  public final String wordMove() {
    return wordMove;
  }

  /** Returns whether the assembler reads {@code .suffixes} after an opcode. */
  public final boolean acceptsSuffixes() {
    return suffixes;
  }

  /**
   * Returns whether {@code suffix} (without its dot) makes an instruction conditional. Only arm has
   * such: {@code B.NE}, {@code MOVW.EQ}, {@code RET.LT}.
   */
  public final boolean isConditionSuffix(String suffix) {
    return conditionSuffixes.contains(suffix);
  }

  /**
   * Returns whether {@code opcode} writes none of its operands, the last one included: comparisons,
   * tests, prefetches, pushes. It may still write condition flags, also where an operand names the
   * set of flags as CR1 of {@code CMP R3, R4, CR1} does, and registers that are not operands, as
   * {@code MULQ BX} writes AX and DX.
   *
   * <p>False means that it is not known to, not that the last operand is a destination. Never true
   * for jumps.
   */
  public final boolean readsLastOperand(String opcode) {
    return readers.contains(opcode);
  }

  /**
   * Returns whether {@code opcode}, with two operands and no suffix, reads the first, writes the
   * last and does nothing else, so that a general register as the last operand is defined anew. A
   * vector or floating-point register may keep the part that the move is too narrow for. Moves that
   * keep a part of a general register (MOVB and MOVW of x86), that write back an address or write
   * two registers are not plain.
   *
   * <p>A move may expand into several machine instructions that use an {@linkplain #assemblerTemps
   * assembler temporary}, and on arm a move to R15 is a jump.
   */
  public final boolean isPlainMove(String opcode) {
    return plainMoves.contains(opcode);
  }

  /**
   * Returns the canonical name of the register that holds the current goroutine, empty on 386,
   * which keeps it in thread-local storage. On amd64 this is true in ABIInternal functions only.
   */
  public final Optional<String> g() {
    return g;
  }

  /** Returns the canonical name of the hardware stack pointer. */
  public final String stackPointer() {
    return stackPointer;
  }

  /**
   * Returns the general register that is the program counter, so that writing it is a jump: R15 of
   * arm.
   */
  public final Optional<String> programCounter() {
    return programCounter;
  }

  /** Returns the canonical name of the register that calls leave the return address in. */
  public final Optional<String> linkRegister() {
    return linkRegister;
  }

  /**
   * Returns the general register that reads as zero. On ppc64 and s390x this is a convention of Go
   * rather than of the hardware: R0 can be written there, and must be zero again before Go code.
   */
  public final Optional<String> zeroRegister() {
    return zeroRegister;
  }

  /**
   * Returns the registers that the assembler, or code that the linker puts between a call and its
   * target, may overwrite without their being named. Position-independent code takes one more on
   * x86, which is not counted: R15 on amd64 with {@code -dynlink}, CX on 386 with {@code -shared}.
   */
  public final Set<String> assemblerTemps() {
    return assemblerTemps;
  }

  /**
   * Returns the bytes between the stack pointer and the first outgoing argument of a Go call under
   * ABI0: {@code FixedFrameSize} of {@code cmd/internal/sys}.
   */
  public final int fixedFrame() {
    return fixedFrame;
  }

  /**
   * Returns the bytes, from the stack pointer upward, that a C function may overwrite in its
   * caller's frame by the platform's calling convention. For amd64 this is the System V value;
   * Windows lets the callee write 32 bytes.
   */
  public final int calleeWritableArea() {
    return calleeWritableArea;
  }

  /**
   * Returns the general registers that carry the first arguments of a C function, in order; none
   * where they go on the stack. For amd64 these are the System V ones; Windows has CX, DX, R8, R9.
   */
  public final List<String> cArgumentRegisters() {
    return cArgumentRegisters;
  }

  /**
   * Returns whether {@code 8(SP)} without a name is legal and means the hardware stack pointer.
   * Elsewhere the assembler refuses it, and the hardware register has another name.
   */
  public final boolean unnamedHardwareSp() {
    return unnamedHardwareSp;
  }

  /** Returns the {@code GOARCH}. */
  @Override
  public final String toString() {
    return goarch;
  }
}
