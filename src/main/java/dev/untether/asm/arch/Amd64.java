package dev.untether.asm.arch;

/** The 64-bit x86. Its g register, R14, holds g in ABIInternal functions only. */
final class Amd64 extends Architecture {
  Amd64() {
    super("amd64", ArchitectureTable.load("amd64"));
  }

  @Override
  boolean isJumpByRule(String opcode) {
    return I386.isX86Jump(opcode);
  }
}
