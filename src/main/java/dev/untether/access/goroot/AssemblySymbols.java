package dev.untether.access.goroot;

import dev.untether.access.SourceLine;
import java.util.Map;
import java.util.Set;

/**
 * What one assembly file defines and names in one setting of its conditionals.
 *
 * @param functions what TEXT defines in ABI0
 * @param internalFunctions what TEXT defines in ABIInternal
 * @param data what GLOBL and DATA define
 * @param threadLocal what of that each thread has its own of
 * @param referred what is named in ABI0 in any other way
 * @param lines where what is defined is defined
 */
record AssemblySymbols(
    Set<String> functions,
    Set<String> internalFunctions,
    Set<String> data,
    Set<String> threadLocal,
    Set<String> referred,
    Map<String, SourceLine> lines) {

  /** An {@link AssemblySource} gives the same object for the same content. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
