package dev.untether.access.goroot;

import dev.untether.access.Slot;
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

  SortedMap<String, Map<SymbolFacts, BitSet>> symbols() {
    return symbols;
  }

  /** Adds a definition that holds in the builds {@code where}. */
  void add(String symbol, SymbolFacts facts, BitSet where) {
    Map<SymbolFacts, BitSet> variants =
        symbols.computeIfAbsent(symbol, name -> new LinkedHashMap<>());
    BitSet rest = (BitSet) where.clone();
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
