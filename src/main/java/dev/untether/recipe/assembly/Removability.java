package dev.untether.recipe.assembly;

import dev.untether.asm.Operand;
import java.util.Set;

/**
 * Whether an instruction can be taken out without moving what others count or measure by.
 *
 * <p>{@code n(PC)} counts instructions as the parser appends them:
 * https://github.com/golang/go/blob/go1.27.4/src/cmd/asm/internal/asm/asm.go ({@code asmJump}).
 */
final class Removability {
  /** Instructions that stand for bytes, among which distances may be encoded. */
  private static final Set<String> RAW = Set.of("BYTE", "WORD", "LONG", "QUAD", "DWORD");

  private Removability() {}

  /**
   * Checks that Prog {@code index} may go.
   *
   * @throws Refusal when a branch counts over it, or code is addressed by bytes
   */
  static void require(View view, int index) throws Refusal {
    for (int i = 1; i < view.size(); i++) {
      if (RAW.contains(view.prog(i).opcode())) {
        throw new Refusal(
            "line " + view.line(i) + " holds encoded instructions, which may count its bytes");
      }
      for (int operand = 0; operand < view.prog(i).operands().size(); operand++) {
        if (view.operand(i, operand) instanceof Operand.PcRelative relative) {
          requireOutside(view, i, relative, index);
        }
      }
      requireNoCodeAddress(view, i);
    }
  }

  /**
   * Checks that no branch counts instructions, for a function in which some instructions may be
   * missing: those of macros whose header was not found.
   *
   * @throws Refusal when one does
   */
  static void requireNoCounting(View view) throws Refusal {
    for (int i = 1; i < view.size(); i++) {
      for (int operand = 0; operand < view.prog(i).operands().size(); operand++) {
        if (view.operand(i, operand) instanceof Operand.PcRelative) {
          throw new Refusal(
              "line "
                  + view.line(i)
                  + " branches by counting instructions, and those of macros are not known because"
                  + " a header was not found");
        }
      }
    }
  }

  private static void requireOutside(View view, int branch, Operand.PcRelative relative, int index)
      throws Refusal {
    if (relative.distance().isEmpty()) {
      throw new Refusal("how far line " + view.line(branch) + " branches is not a plain number");
    }
    long target = branch + relative.distance().getAsLong();
    boolean forwardOver = branch < index && index < target;
    // A backward branch to the instruction itself would land one too early as well.
    boolean backwardOver = target <= index && index < branch;
    if (forwardOver || backwardOver) {
      throw new Refusal(
          "line "
              + view.line(branch)
              + " branches over it by counting instructions ("
              + relative.distance().getAsLong()
              + "(PC)); give the target a label first");
    }
  }

  /** Refuses arithmetic on the program counter, which counts bytes. */
  private static void requireNoCodeAddress(View view, int i) throws Refusal {
    boolean reads =
        view.architecture()
            .programCounter()
            .map(pc -> view.data().reads(view.prog(i)).contains(pc) && !returns(view, i))
            .orElse(false);
    if (reads || view.prog(i).opcode().equals("AUIPC")) {
      throw new Refusal(
          "line " + view.line(i) + " computes with the program counter, which counts its bytes");
    }
  }

  /** Returns whether the program counter is only the destination, as in {@code MOVW R14, R15}. */
  private static boolean returns(View view, int i) {
    return view.data().isPlainMove(view.prog(i))
        || view.prog(i).opcode().startsWith("MOV")
            && !(view.operand(i, 0) instanceof Operand.Memory memory
                && view.architecture().programCounter().filter(memory.base()::equals).isPresent());
  }
}
