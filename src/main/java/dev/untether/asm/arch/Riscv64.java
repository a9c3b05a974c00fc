package dev.untether.asm.arch;

/** The 64-bit RISC-V, whose registers have a number and a name from the C convention. */
final class Riscv64 extends Architecture {
  Riscv64() {
    super("riscv64", ArchitectureTable.load("riscv64"));
  }
}
