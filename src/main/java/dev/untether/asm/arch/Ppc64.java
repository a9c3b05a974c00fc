package dev.untether.asm.arch;

/** The 64-bit POWER in both byte orders; the C conventions of the two differ. */
final class Ppc64 extends Architecture {
  Ppc64(String goarch) {
    super(goarch, ArchitectureTable.load("ppc64"));
  }
}
