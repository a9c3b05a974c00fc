package dev.untether.asm.arch;

/** IBM Z, 64 bits. */
final class S390x extends Architecture {
  S390x() {
    super("s390x", ArchitectureTable.load("s390x"));
  }
}
