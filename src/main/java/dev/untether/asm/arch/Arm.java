package dev.untether.asm.arch;

/** The 32-bit ARM, where a suffix makes any instruction conditional. */
final class Arm extends Architecture {
  Arm() {
    super("arm", ArchitectureTable.load("arm"));
  }
}
