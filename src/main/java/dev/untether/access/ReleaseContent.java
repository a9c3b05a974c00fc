package dev.untether.access;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Everything that {@link AccessWriter} writes about a release. Bit N of every set stands for the
 * Nth of the configurations.
 *
 * @param linker the rules
 * @param configurations the ways to build, in order
 * @param packages the packages of the standard library and where programs can have them
 * @param symbols the symbols, how each is defined, and where it is defined so
 * @param lines the lines on which each symbol is defined, and for which ways to build
 * @param users the packages that Go's own comments say pull a symbol
 */
public record ReleaseContent(
    LinkerFacts linker,
    List<Configuration> configurations,
    SortedMap<String, BitSet> packages,
    SortedMap<String, Map<SymbolFacts, BitSet>> symbols,
    SortedMap<String, SortedMap<SourceLine, BitSet>> lines,
    SortedMap<String, List<String>> users) {

  /** Copies the list; the maps are those of the caller, who made them for this. */
  public ReleaseContent {
    configurations = List.copyOf(configurations);
  }
}
