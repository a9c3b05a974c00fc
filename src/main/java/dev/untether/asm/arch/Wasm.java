package dev.untether.asm.arch;

/** WebAssembly: a stack machine, whose registers are locals and globals that Go numbers. */
final class Wasm extends Architecture {
  Wasm() {
    super("wasm", ArchitectureTable.load("wasm"));
  }
}
