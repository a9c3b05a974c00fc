package dev.untether.asm.arch;

/** The 32-bit x86. It has no register for g and knows every register of amd64 by name. */
final class I386 extends Architecture {
  I386() {
    super("386", ArchitectureTable.load("386"));
  }

  @Override
  boolean isJumpByRule(String opcode) {
    return isX86Jump(opcode);
  }

  /** The rule of jumpX86 in cmd/asm/internal/arch/arch.go, which lists no opcodes either. */
  static boolean isX86Jump(String opcode) {
    return opcode.startsWith("J") || opcode.startsWith("LOOP");
  }
}
