package dev.untether.review.explain;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.Judge;
import dev.untether.access.Outcome;
import dev.untether.access.Reference;
import dev.untether.access.Slot;
import dev.untether.access.SymbolFacts;
import dev.untether.access.Verdict;
import dev.untether.module.target.Target;
import dev.untether.review.explain.SymbolLife.Answer;
import dev.untether.review.explain.SymbolLife.Definition;
import dev.untether.review.explain.SymbolLife.Form;
import dev.untether.review.explain.SymbolLife.Period;
import dev.untether.review.explain.SymbolLife.Reason;
import dev.untether.review.explain.SymbolLife.Signature;
import dev.untether.review.explain.SymbolLife.Use;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the lives of symbols out of the data of releases. */
public final class SymbolLifeReader {
  /** Programs are where linking fails; which package of theirs refers makes no difference. */
  private static final String REFERRER = "main";

  private final SortedMap<Integer, AccessData> releases;
  private final Set<Target> targets;

  /**
   * Prepares to look at releases.
   *
   * @param releases the data, by the N of Go 1.N
   * @param targets the targets that matter
   */
  public SymbolLifeReader(SortedMap<Integer, AccessData> releases, Collection<Target> targets) {
    this.releases = new TreeMap<>(releases);
    this.targets = Set.copyOf(targets);
  }

  /** Returns the life of the symbol that the linker calls {@code symbol}. */
  public SymbolLife read(String symbol) {
    boolean isData =
        releases.values().stream()
            .flatMap(data -> data.definitions(symbol).keySet().stream())
            .anyMatch(SymbolFacts::isData);
    List<Period> periods = new ArrayList<>();
    List<Signature> signatures = new ArrayList<>();
    Map<List<Object>, Reason> reasons = new LinkedHashMap<>();
    releases.forEach(
        (release, data) -> {
          Map<Key, Set<Configuration>> forms = new HashMap<>();
          for (Cell cell : cells(symbol, data, isData)) {
            forms.computeIfAbsent(cell.key(), key -> new HashSet<>()).add(cell.configuration());
            addReason(reasons, Use.PULL, cell.pull(), release);
            addReason(reasons, Use.ASSEMBLY, cell.assembly(), release);
          }
          add(periods, period(release, symbol, data, forms));
          signature(release, data.definitions(symbol).keySet(), isData)
              .ifPresent(one -> addSignature(signatures, one));
        });
    List<Reason> ordered =
        reasons.values().stream()
            .sorted(Comparator.comparingInt(Reason::first).thenComparingInt(Reason::last))
            .toList();
    return new SymbolLife(symbol, periods, signatures, ordered);
  }

  private record Key(Optional<Definition> definition, Outcome pull, Outcome assembly) {}

  private record Cell(
      Configuration configuration,
      Optional<Definition> definition,
      Verdict pull,
      Verdict assembly) {
    Key key() {
      return new Key(definition, pull.outcome(), assembly.outcome());
    }
  }

  private static Answer answer(Verdict verdict) {
    return new Answer(verdict.outcome(), verdict.rule());
  }

  private List<Cell> cells(String symbol, AccessData data, boolean isData) {
    List<Cell> cells = new ArrayList<>();
    Map<Configuration, SymbolFacts> facts = new HashMap<>();
    data.definitions(symbol)
        .forEach((found, where) -> where.forEach(configuration -> facts.put(configuration, found)));
    for (Configuration configuration : data.configurations()) {
      if (!targets.contains(configuration.target())) {
        continue;
      }
      Optional<SymbolFacts> found = Optional.ofNullable(facts.get(configuration));
      Judge judge = data.judge(configuration.target(), configuration.cgo());
      boolean variable = found.map(SymbolFacts::isData).orElse(isData);
      Reference pull =
          variable
              ? new Reference.VariablePull(
                  REFERRER,
                  symbol,
                  /* initialised= */ false,
                  found.map(SymbolFacts::signature).orElse(""))
              : new Reference.FunctionPull(REFERRER, symbol);
      cells.add(
          new Cell(
              configuration,
              found.map(SymbolLifeReader::definition),
              judge.judge(pull),
              judge.judge(new Reference.FromAssembly(REFERRER, symbol))));
    }
    return cells;
  }

  private static Definition definition(SymbolFacts facts) {
    Slot slot = facts.definition();
    boolean toStd =
        facts.abi0().filter(Slot::pushedToStd).isPresent()
            || facts.abiInternal().filter(Slot::pushedToStd).isPresent();
    return new Definition(slot.kind(), facts.isPushed(), toStd, slot.definer());
  }

  private Period period(
      int release, String symbol, AccessData data, Map<Key, Set<Configuration>> found) {
    List<Configuration> all =
        data.configurations().stream().filter(it -> targets.contains(it.target())).toList();
    List<Form> forms = new ArrayList<>();
    found.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Key, Set<Configuration>> it) -> it.getKey().definition().isEmpty())
                .thenComparing(it -> -it.getValue().size())
                .thenComparing(it -> it.getKey().toString()))
        .forEach(
            entry -> {
              Key key = entry.getKey();
              SortedSet<Target> where = new TreeSet<>();
              entry.getValue().forEach(it -> where.add(it.target()));
              forms.add(
                  new Form(
                      key.definition(),
                      key.pull(),
                      key.assembly(),
                      Where.describe(entry.getValue(), all),
                      where));
            });
    boolean blocked = data.linker().blocked().containsKey(symbol);
    boolean builtin = data.linker().builtins().containsKey(symbol);
    return new Period(release, release, blocked, builtin, forms);
  }

  private static void add(List<Period> periods, Period next) {
    int last = periods.size() - 1;
    if (last >= 0 && periods.get(last).isLike(next)) {
      Period before = periods.get(last);
      periods.set(
          last,
          new Period(before.first(), next.last(), next.blocked(), next.builtin(), next.forms()));
    } else {
      periods.add(next);
    }
  }

  private static Optional<Signature> signature(
      int release, Set<SymbolFacts> definitions, boolean isData) {
    List<String> texts =
        definitions.stream()
            .map(SymbolFacts::signature)
            .filter(text -> !text.isEmpty())
            .distinct()
            .sorted()
            .toList();
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Signature(release, release, isData, texts));
  }

  private static void addSignature(List<Signature> signatures, Signature next) {
    int last = signatures.size() - 1;
    if (last >= 0
        && signatures.get(last).texts().equals(next.texts())
        && signatures.get(last).last() == next.first() - 1) {
      Signature before = signatures.get(last);
      signatures.set(last, new Signature(before.first(), next.last(), next.isData(), next.texts()));
    } else {
      signatures.add(next);
    }
  }

  private static void addReason(
      Map<List<Object>, Reason> reasons, Use use, Verdict verdict, int release) {
    Answer answer = answer(verdict);
    reasons.merge(
        List.of(use, answer),
        new Reason(use, answer, release, release, verdict.source()),
        (before, next) -> new Reason(use, answer, before.first(), release, next.source()));
  }
}
