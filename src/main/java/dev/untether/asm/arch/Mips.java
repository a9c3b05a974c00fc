package dev.untether.asm.arch;

/** The 32-bit MIPS in both byte orders. */
final class Mips extends Architecture {
  Mips(String goarch) {
    super(goarch, ArchitectureTable.load("mips"));
  }
}
