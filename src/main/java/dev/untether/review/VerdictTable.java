package dev.untether.review;

import dev.untether.access.Configuration;
import dev.untether.access.Judgement;
import dev.untether.access.Outcome;
import dev.untether.access.Panel;
import dev.untether.access.Reference;
import dev.untether.access.Rule;
import dev.untether.access.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the linker says to references in every build; each question is asked once. */
final class VerdictTable {
  private static final Verdict NO_DATA = new Verdict(Outcome.UNKNOWN, Rule.NO_DATA, "", "");

  private final Builds builds;
  private final ReleaseData data;
  private final SortedMap<Integer, Panel> panels = new TreeMap<>();
  private final Map<Builds.Build, Integer> numbers = new HashMap<>();
  private final Map<Reference, CellVerdict[]> columns = new ConcurrentHashMap<>();

  VerdictTable(Builds builds, ReleaseData data) {
    this.builds = builds;
    this.data = data;
    SortedMap<Integer, List<Configuration>> configurations = new TreeMap<>();
    for (int i = 0; i < builds.size(); i++) {
      Builds.Build build = builds.get(i);
      numbers.put(build, i);
      configurations
          .computeIfAbsent(build.release(), release -> new ArrayList<>())
          .add(new Configuration(build.target(), build.cgo()));
    }
    configurations.forEach(
        (release, all) ->
            data.of(release).ifPresent(known -> panels.put(release, known.panel(all))));
  }

  /** Returns what the linker says to {@code reference} in the build of that number. */
  CellVerdict of(Reference reference, int build) {
    CellVerdict known = columns.computeIfAbsent(reference, this::ask)[build];
    return known != null ? known : cell(builds.get(build), NO_DATA);
  }

  /** Returns whether the library defines {@code symbol} in the build of that number. */
  boolean defines(String symbol, int number) {
    Builds.Build build = builds.get(number);
    Configuration configuration = new Configuration(build.target(), build.cgo());
    return data.of(build.release()).flatMap(it -> it.symbol(symbol, configuration)).isPresent();
  }

  /** Returns the same verdict for all of {@code chosen}, as one that needs no judge. */
  List<CellVerdict> all(BitSet chosen, Verdict verdict) {
    return chosen.stream()
        .mapToObj(builds::get)
        .map(it -> new CellVerdict(it.release(), it.target(), it.cgo(), verdict))
        .toList();
  }

  private CellVerdict[] ask(Reference reference) {
    CellVerdict[] cells = new CellVerdict[builds.size()];
    panels.forEach(
        (release, panel) -> {
          for (Judgement judgement : panel.judge(reference)) {
            for (Configuration where : judgement.where()) {
              Builds.Build build = new Builds.Build(release, where.target(), where.cgo());
              Integer number = numbers.get(build);
              if (number != null) {
                cells[number] = cell(build, judgement.verdict());
              }
            }
          }
        });
    return cells;
  }

  private static CellVerdict cell(Builds.Build build, Verdict verdict) {
    return new CellVerdict(build.release(), build.target(), build.cgo(), verdict);
  }
}
