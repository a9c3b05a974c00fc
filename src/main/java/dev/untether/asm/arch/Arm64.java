package dev.untether.asm.arch;

/** The 64-bit ARM, whose system registers are registers and whose conditions are operands. */
final class Arm64 extends Architecture {
  Arm64() {
    super("arm64", ArchitectureTable.load("arm64"));
  }
}
