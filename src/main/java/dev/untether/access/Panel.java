package dev.untether.access;

import dev.untether.access.Blocks.Variant;
import dev.untether.access.Configurations.ArchitectureClass;
import dev.untether.access.Predictor.Circumstances;
import dev.untether.access.Predictor.Place;
import dev.untether.access.Situation.Decision;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The linker of one release, asked for many ways to build at once: those that differ in nothing
 * that the linker looks at are judged once.
 *
 * <p>A verdict holds for programs that link the package which defines the symbol; where nothing
 * imports that package, the symbol is undefined instead. It holds for a reference that reaches the
 * object file, be it in code that never runs. Safe for use by several threads.
 */
public final class Panel {
  private final AccessData data;
  private final Predictor predictor;
  private final BitSet asked = new BitSet();
  private final Set<Configuration> notCovered;
  private final ConcurrentHashMap<Reference, List<Judgement>> known = new ConcurrentHashMap<>();

  Panel(AccessData data, Collection<Configuration> configurations) {
    this.data = data;
    this.predictor = new Predictor(data.linker());
    Set<Configuration> others = new TreeSet<>();
    for (Configuration configuration : configurations) {
      int bit = data.numbering().bit(configuration);
      if (bit < data.numbering().list().size()) {
        asked.set(bit);
      } else {
        others.add(configuration);
      }
    }
    this.notCovered = Collections.unmodifiableSet(others);
  }

  /**
   * Returns what the linker will say to {@code reference}, each verdict once with the ways to build
   * that it holds for. Those that the data does not cover get {@link Rule#NO_DATA}.
   */
  public List<Judgement> judge(Reference reference) {
    return known.computeIfAbsent(reference, this::decide);
  }

  private List<Judgement> decide(Reference reference) {
    Map<Decision, BitSet> decisions = new LinkedHashMap<>();
    circumstances(reference)
        .forEach(
            (here, where) ->
                decisions
                    .computeIfAbsent(predictor.decide(reference, here), fresh -> new BitSet())
                    .or(where));
    List<Judgement> judgements = new ArrayList<>();
    decisions.forEach(
        (decision, where) ->
            judgements.add(
                new Judgement(
                    predictor.verdict(reference, decision),
                    new ConfigurationSet(data.numbering(), where))));
    if (!notCovered.isEmpty()) {
      Decision unknown = new Decision(Outcome.UNKNOWN, Rule.NO_DATA);
      judgements.add(new Judgement(predictor.verdict(reference, unknown), notCovered));
    }
    return List.copyOf(judgements);
  }

  private Map<Circumstances, BitSet> circumstances(Reference reference) {
    Map<Circumstances, BitSet> groups = new LinkedHashMap<>();
    BitSet rest = (BitSet) asked.clone();
    String symbol = reference.symbol();
    for (Variant variant : data.variants(symbol)) {
      BitSet here = and(rest, variant.configurations());
      rest.andNot(here);
      add(groups, Optional.of(variant.facts()), Place.PACKAGE, here);
    }
    if (rest.isEmpty()) {
      return groups;
    }
    Optional<String> path = data.packageOf(symbol);
    if (path.isPresent()) {
      BitSet inside = and(rest, data.where(path.get()));
      rest.andNot(inside);
      BitSet made = and(inside, compilerMade(symbol, path.get(), inside));
      inside.andNot(made);
      add(groups, Optional.empty(), Place.COMPILER_MADE, made);
      add(groups, Optional.empty(), Place.PACKAGE, inside);
    }
    boolean isLibrary = path.isPresent() || LibraryPaths.mayHold(symbol);
    add(groups, Optional.empty(), isLibrary ? Place.ELSEWHERE : Place.OUTSIDE, rest);
    return groups;
  }

  /** Returns the ways to build, out of {@code inside}, in which a compiler gives the name. */
  private BitSet compilerMade(String symbol, String path, BitSet inside) {
    BitSet made = new BitSet();
    if (symbol.endsWith(Predictor.ARGUMENT_INFO)) {
      int end = symbol.length() - Predictor.ARGUMENT_INFO.length();
      data.variants(symbol.substring(0, end)).forEach(variant -> made.or(variant.configurations()));
      return made;
    }
    String name = symbol.substring(path.length() + 1);
    // Methods that a type has from what it embeds, closures, instances.
    return name.indexOf('.') >= 0 && !name.endsWith(".args_stackmap")
            || name.indexOf('[') >= 0
            || name.equals("init")
        ? inside
        : made;
  }

  private void add(
      Map<Circumstances, BitSet> groups, Optional<SymbolFacts> facts, Place place, BitSet where) {
    if (where.isEmpty()) {
      return;
    }
    for (ArchitectureClass one : data.numbering().classes()) {
      BitSet here = and(where, one.where());
      if (!here.isEmpty()) {
        groups
            .computeIfAbsent(
                new Circumstances(facts, one.regabi(), one.pointerSize(), place),
                fresh -> new BitSet())
            .or(here);
      }
    }
  }

  private static BitSet and(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both;
  }
}
