package dev.untether.asm.arch;

/** LoongArch, 64 bits. */
final class Loong64 extends Architecture {
  Loong64() {
    super("loong64", ArchitectureTable.load("loong64"));
  }
}
