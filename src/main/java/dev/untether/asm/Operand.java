package dev.untether.asm;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one operand of a statement is. Offsets and values are in bytes, as the assembler computes.
 */
public sealed interface Operand {

  /**
   * A register.
   *
   * @param name the spelling, {@code R(5)} as {@code R5}
   * @param indirect whether a {@code *} stands before it, as in {@code CALL *AX}
   */
  record Register(String name, boolean indirect) implements Operand {}

  /**
   * An integer constant after {@code $}.
   *
   * @param value empty when a name of go_asm.h is part of it
   */
  record Immediate(OptionalLong value) implements Operand {}

  /**
   * A floating-point or string constant after {@code $}.
   *
   * @param text the spelling
   */
  record Literal(String text) implements Operand {}

  /**
   * Memory at hardware registers: {@code 8(R1)}, {@code (R1)(R2*8)}; no base for {@code (R2*8)} and
   * for a bare number.
   *
   * @param base the base register, or empty
   * @param index the index register, or empty
   * @param offset empty when a name of go_asm.h is part of it
   * @param address whether the address is meant and not what lies there ({@code $8(R1)})
   */
  record Memory(String base, String index, OptionalLong offset, boolean address)
      implements Operand {}

  /**
   * A symbol with its pseudo-register: {@code runtime·g0+8(SB)}, {@code x-8(SP)}, {@code fn+0(FP)}.
   * An index register after it is not told: {@code table<>(SB)(AX*8)}.
   *
   * @param name which symbol
   * @param offset empty when a name of go_asm.h is part of it
   * @param base the pseudo-register
   * @param prefix {@code '$'} for an address, {@code '*'} for an indirection, 0 for neither
   */
  record Symbol(SymbolName name, OptionalLong offset, Pseudo base, char prefix)
      implements Operand {}

  /**
   * A place so many instructions away: {@code 2(PC)}.
   *
   * @param distance empty when it is not a plain number
   */
  record PcRelative(OptionalLong distance) implements Operand {}

  /**
   * A label of the same function, or a word that only the instruction understands.
   *
   * @param name the spelling
   */
  record Word(String name) implements Operand {}

  /**
   * Registers in brackets or a pair in parentheses.
   *
   * @param registers every register named; ranges by their ends
   */
  record RegisterList(List<String> registers) implements Operand {}

  /**
   * A register with a shift, extension, arrangement or element: {@code R1<<3}, {@code V1.B16}.
   *
   * @param register the register
   * @param registers every register named, the shift count's too
   */
  record Modified(String register, List<String> registers) implements Operand {}

  /**
   * Any other form, which only matters for the registers it names.
   *
   * @param registers every register named
   */
  record Other(List<String> registers) implements Operand {}

  /** The pseudo-registers. */
  enum Pseudo {
    SB,
    FP,
    SP
  }
}
