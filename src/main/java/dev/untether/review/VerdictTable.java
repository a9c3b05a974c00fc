package dev.untether.review;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.Judge;
import dev.untether.access.Outcome;
import dev.untether.access.Reference;
import dev.untether.access.Rule;
import dev.untether.access.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the linker says to references in every build; each question is asked once. */
final class VerdictTable {
  private static final Verdict NO_DATA = new Verdict(Outcome.UNKNOWN, Rule.NO_DATA, "", "");

  private final Builds builds;
  private final ReleaseData data;
  private final List<Optional<Judge>> judges = new ArrayList<>();
  private final Map<Reference, Column> columns = new ConcurrentHashMap<>();

  VerdictTable(Builds builds, ReleaseData data) {
    this.builds = builds;
    this.data = data;
    for (int i = 0; i < builds.size(); i++) {
      Builds.Build build = builds.get(i);
      Optional<AccessData> known = data.of(build.release());
      judges.add(known.map(it -> it.judge(build.target(), build.cgo())));
    }
  }

  /** Returns what the linker says to {@code reference} in the build of that number. */
  CellVerdict of(Reference reference, int build) {
    return columns.computeIfAbsent(reference, Column::new).at(build);
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

  /** The verdicts on one reference; filled where it is looked at. */
  private final class Column {
    private final Reference reference;
    private final CellVerdict[] cells = new CellVerdict[builds.size()];
    // Most builds say the same: one object for each thing said.
    private final Map<Verdict, Verdict> distinct = new HashMap<>();

    Column(Reference reference) {
      this.reference = reference;
    }

    synchronized CellVerdict at(int number) {
      CellVerdict known = cells[number];
      if (known == null) {
        Builds.Build build = builds.get(number);
        Verdict verdict = judges.get(number).map(it -> it.judge(reference)).orElse(NO_DATA);
        Verdict shared = distinct.computeIfAbsent(verdict, it -> it);
        known = new CellVerdict(build.release(), build.target(), build.cgo(), shared);
        cells[number] = known;
      }
      return known;
    }
  }
}
