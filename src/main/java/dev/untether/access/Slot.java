package dev.untether.access;

/**
 * What the linker finds under a symbol's name in one calling convention.
 *
 * @param kind what defines it
 * @param pushed whether its definition carries {@code //go:linkname}
 * @param pushedToStd whether its definition carries {@code //go:linknamestd}
 * @param definer the import path of the package whose object file defines it, which need not be the
 *     one in the symbol's name
 */
public record Slot(Kind kind, boolean pushed, boolean pushedToStd, String definer) {

  /** The ways to define a symbol. */
  public enum Kind {
    /** A TEXT in assembly. */
    ASSEMBLY_FUNCTION(1),
    /** A GLOBL in assembly. */
    ASSEMBLY_DATA(2),
    /** A function or method with a body. */
    GO_FUNCTION(3),
    /** The compiler's bridge from one calling convention to the other. */
    WRAPPER(4),
    /** A variable without an initialiser. */
    ZEROED_VARIABLE(5),
    /** A variable with an initialiser, which may be one that runs at start. */
    INITIALISED_VARIABLE(6),
    /** A GLOBL in assembly that each thread has its own of ({@code TLSBSS}). */
    THREAD_LOCAL(7);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** Returns the number that data files have for it, from 1 on; never to be given anew. */
    int number() {
      return number;
    }

    /** Returns whether an object file of the assembler has it. */
    public boolean isAssembly() {
      return this == ASSEMBLY_FUNCTION || this == ASSEMBLY_DATA || this == THREAD_LOCAL;
    }

    /** Returns whether it is a variable or other data. */
    public boolean isData() {
      return this != ASSEMBLY_FUNCTION && this != GO_FUNCTION && this != WRAPPER;
    }
  }
}
