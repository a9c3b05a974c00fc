package dev.untether.access;

import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;

/** The symbols of a release by the package in their names, each decoded when it is asked for. */
interface Blocks {

  /** One way in which some configurations define a symbol. */
  record Variant(SymbolFacts facts, BitSet configurations) {}

  /** One place where a symbol is defined, in some configurations. */
  record Located(SourceLine line, BitSet configurations) {}

  /** Returns the names of the symbols of a package. */
  SortedSet<String> names(String path);

  /** Returns the ways in which a symbol of a package is defined; none for one that is not there. */
  List<Variant> variants(String path, String symbol);

  /** Returns where a symbol of a package is defined. */
  List<Located> lines(String path, String symbol);
}
