package dev.untether.access.goroot;

import dev.untether.access.Slot;
import dev.untether.access.SourceLine;
import dev.untether.access.SymbolFacts;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers what packages define, and joins what several packages say of one symbol. */
final class SymbolTable {
  private final SortedMap<String, Map<SymbolFacts, BitSet>> symbols = new TreeMap<>();
  private final SortedMap<String, SortedMap<SourceLine, BitSet>> lines = new TreeMap<>();

  SortedMap<String, Map<SymbolFacts, BitSet>> symbols() {
    return symbols;
  }

  SortedMap<String, SortedMap<SourceLine, BitSet>> lines() {
    return lines;
  }

  /** Adds where a symbol is defined in the builds {@code where}; who comes first is believed. */
  void addLine(String symbol, SourceLine line, BitSet where) {
    SortedMap<SourceLine, BitSet> known = lines.computeIfAbsent(symbol, name -> new TreeMap<>());
    BitSet rest = (BitSet) where.clone();
    known.values().forEach(rest::andNot);
    if (!rest.isEmpty()) {
      known.computeIfAbsent(line, fresh -> new BitSet()).or(rest);
    }
  }

  /** Adds a definition that holds in the builds {@code where}. */
  void add(String symbol, SymbolFacts facts, BitSet where) {
    Map<SymbolFacts, BitSet> variants =
        symbols.computeIfAbsent(symbol, name -> new LinkedHashMap<>());
    BitSet rest = (BitSet) where.clone();
    BitSet same = variants.get(facts);
    if (same != null && variants.size() == 1) {
      // By far the most frequent: defined alike in every build.
      same.or(rest);
      return;
    }
    Map<SymbolFacts, BitSet> joined = new LinkedHashMap<>();
    variants.forEach(
        (known, builds) -> {
          BitSet both = (BitSet) builds.clone();
          both.and(rest);
          builds.andNot(both);
          rest.andNot(both);
          if (!both.isEmpty()) {
            joined.computeIfAbsent(join(known, facts), fresh -> new BitSet()).or(both);
          }
        });
    if (!rest.isEmpty()) {
      joined.computeIfAbsent(facts, fresh -> new BitSet()).or(rest);
    }
    joined.forEach(
        (one, builds) -> variants.computeIfAbsent(one, fresh -> new BitSet()).or(builds));
    variants.values().removeIf(BitSet::isEmpty);
  }

  /** Adds all that is in another table, which is not to be used any more. */
  void addAll(SymbolTable other) {
    other.symbols.forEach(
        (name, variants) -> {
          if (symbols.putIfAbsent(name, variants) != null) {
            variants.forEach((facts, where) -> add(name, facts, where));
          }
        });
    other.lines.forEach(
        (name, places) -> {
          if (lines.putIfAbsent(name, places) != null) {
            places.forEach((line, where) -> addLine(name, line, where));
          }
        });
  }

  private static SymbolFacts join(SymbolFacts known, SymbolFacts more) {
    return new SymbolFacts(
        stronger(known.abi0(), more.abi0()),
        stronger(known.abiInternal(), more.abiInternal()),
        known.zeroSized() && more.zeroSized(),
        known.signature().isEmpty() ? more.signature() : known.signature());
  }

  /** Content wins over zeroes, as it does in the linker. */
  private static Optional<Slot> stronger(Optional<Slot> one, Optional<Slot> other) {
    boolean zeroed = one.filter(slot -> slot.kind() == Slot.Kind.ZEROED_VARIABLE).isPresent();
    return zeroed || one.isEmpty() ? other.or(() -> one) : one;
  }
}
