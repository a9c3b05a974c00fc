package dev.untether.access;

import java.util.Optional;

/**
 * How one configuration of a release defines a symbol.
 *
 * <p>Where the compiler makes no wrappers between calling conventions, there is only ABI0. Data is
 * ABI0 everywhere.
 *
 * @param abi0 what a reference from assembly finds
 * @param abiInternal what a reference from Go to a function finds
 * @param zeroSized whether it is a variable of zero size, for which any other variable is larger
 * @param signature the signature of a function, the written type of a variable, in the normal form
 *     of {@link dev.untether.golang.FunctionDeclaration#signature}; empty if none is known
 */
public record SymbolFacts(
    Optional<Slot> abi0, Optional<Slot> abiInternal, boolean zeroSized, String signature) {

  /** Returns what a reference finds, and empty if that calling convention has no definition. */
  Optional<Slot> in(Abi abi) {
    return abi == Abi.ABI0 ? abi0 : abiInternal;
  }

  /** Returns whether the symbol is data. */
  public boolean isData() {
    return abi0.filter(slot -> slot.kind().isData()).isPresent();
  }

  /** Returns the definition that its author wrote, rather than the compiler's wrapper for it. */
  public Slot definition() {
    return abiInternal
        .filter(slot -> slot.kind() != Slot.Kind.WRAPPER)
        .or(() -> abi0.filter(slot -> slot.kind() != Slot.Kind.WRAPPER))
        .or(() -> abiInternal)
        .or(() -> abi0)
        .orElseThrow();
  }

  /** Returns whether any definition is open to all by {@code //go:linkname}. */
  public boolean isPushed() {
    return abi0.filter(Slot::pushed).isPresent() || abiInternal.filter(Slot::pushed).isPresent();
  }
}
