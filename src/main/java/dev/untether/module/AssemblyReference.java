package dev.untether.module;

import dev.untether.asm.SymbolName;
import dev.untether.asm.SymbolReference;
import dev.untether.module.target.Target;
import java.util.SortedSet;

/**
 * A symbol reference in assembly, placed in its package and on its targets.
 *
 * @param file the assembled file
 * @param reference what the assembler sees
 * @param symbol the linker's name of the symbol
 * @param function the linker's name of the enclosing TEXT, or of the symbol that is filled
 * @param targets the targets on which some build sees the reference; not copied, since thousands of
 *     references share one set, which must not change
 * @param ownedByPackage whether the package itself defines the symbol, or its name says so
 * @param generated whether the file says that a generator wrote it
 */
public record AssemblyReference(
    SourceFile file,
    SymbolReference reference,
    String symbol,
    String function,
    SortedSet<Target> targets,
    boolean ownedByPackage,
    boolean generated) {

  /** Returns the path of the package that the symbol's name names; empty for C-like names. */
  public String symbolPackage() {
    return SymbolName.packageOf(symbol);
  }

  /** Returns the symbol's name within its package. */
  public String symbolName() {
    return SymbolName.nameOf(symbol);
  }
}
