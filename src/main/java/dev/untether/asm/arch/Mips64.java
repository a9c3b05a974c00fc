package dev.untether.asm.arch;

/** The 64-bit MIPS in both byte orders, where R28 goes by the name RSB. */
final class Mips64 extends Architecture {
  Mips64(String goarch) {
    super(goarch, ArchitectureTable.load("mips64"));
  }
}
