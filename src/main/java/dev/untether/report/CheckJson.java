package dev.untether.report;

import dev.untether.access.Verdict;
import dev.untether.module.dependency.ModuleVersion;
import dev.untether.module.imports.Reach;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.review.CellVerdict;
import dev.untether.review.CheckFinding;
import dev.untether.review.ModuleFault;
import dev.untether.text.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The machine-readable form of what {@code check} finds: one JSON object a line. Verdicts that are
 * the same in many builds are one object, whose {@code go} and {@code target} are written as the
 * flags of these names take them.
 */
public final class CheckJson {
  private CheckJson() {}

  /** Writes one line for each finding. */
  public static void write(Collection<CheckFinding> findings, OutputStream out) throws IOException {
    JsonLines lines = new JsonLines(out);
    IdentityHashMap<List<CellVerdict>, List<Row>> rows = new IdentityHashMap<>();
    for (CheckFinding found : findings) {
      Finding finding = found.advised();
      lines.object(
          object -> {
            object
                .number("schemaVersion", ReferenceJson.SCHEMA_VERSION)
                .string("kind", "finding")
                .string("rule", finding.rule())
                .string("group", found.rule().group().word())
                .string("severity", finding.severity().word())
                .string("file", finding.path());
            if (finding.position().line() > 0) {
              object
                  .number("line", finding.position().line())
                  .number("column", finding.position().column());
            }
            object.string("message", finding.message());
            found.symbol().ifPresent(it -> object.string("symbol", it));
            found.linkedBy().ifPresent(it -> object.string("linkedBy", word(it)));
            found.fault().ifPresent(it -> fault(object, it));
            object
                .objects(
                    "verdicts",
                    rows.computeIfAbsent(found.verdicts(), CheckJson::rows),
                    CheckJson::row)
                .strings("recipes", found.recipes());
          });
    }
    lines.flush();
  }

  private static String word(Reach.By by) {
    return by.name().toLowerCase(Locale.ROOT);
  }

  private static void fault(JsonObjectWriter object, ModuleFault fault) {
    object
        .string("dependency", fault.module().toString())
        .strings("why", fault.why().stream().map(ModuleVersion::toString).toList());
    fault.fixedIn().ifPresent(it -> object.string("fixedIn", it));
  }

  /**
   * The same verdict in several builds.
   *
   * @param cgo {@code true}, {@code false}, or empty where it makes no difference
   */
  private record Row(ReleaseRange go, List<Target> targets, String cgo, Verdict verdict) {}

  private static void row(JsonObjectWriter object, Row row) {
    object
        .string("go", row.go().toString())
        .string("target", String.join(",", row.targets().stream().map(Target::toString).toList()));
    if (!row.cgo().isEmpty()) {
      object.bool("cgo", row.cgo().equals("true"));
    }
    Verdict verdict = row.verdict();
    object
        .string("verdict", verdict.outcome().word())
        .string("linker", verdict.message())
        .string("because", verdict.rule().id())
        .string("source", verdict.source());
  }

  private record Place(int release, Target target) {}

  private record Span(ReleaseRange go, String cgo, Verdict verdict) {}

  private static List<Row> rows(List<CellVerdict> cells) {
    Map<Place, Map<Verdict, String>> places = new LinkedHashMap<>();
    for (CellVerdict cell : cells) {
      places
          .computeIfAbsent(new Place(cell.release(), cell.target()), place -> new LinkedHashMap<>())
          .merge(cell.verdict(), String.valueOf(cell.cgo()), (one, other) -> "");
    }
    // By target, what neighbouring releases say in the same words.
    Map<Target, Map<Verdict, Map<String, TreeSet<Integer>>>> targets = new TreeMap<>();
    places.forEach(
        (place, verdicts) ->
            verdicts.forEach(
                (verdict, cgo) ->
                    targets
                        .computeIfAbsent(place.target(), target -> new LinkedHashMap<>())
                        .computeIfAbsent(verdict, v -> new TreeMap<>())
                        .computeIfAbsent(verdicts.size() == 1 ? "" : cgo, c -> new TreeSet<>())
                        .add(place.release())));
    Map<Span, List<Target>> spans = new LinkedHashMap<>();
    targets.forEach(
        (target, verdicts) ->
            verdicts.forEach(
                (verdict, byCgo) ->
                    byCgo.forEach(
                        (cgo, releases) -> {
                          for (ReleaseRange go : runs(releases)) {
                            spans
                                .computeIfAbsent(
                                    new Span(go, cgo, verdict), span -> new ArrayList<>())
                                .add(target);
                          }
                        })));
    List<Row> rows = new ArrayList<>();
    spans.forEach((span, where) -> rows.add(new Row(span.go(), where, span.cgo(), span.verdict())));
    return rows;
  }

  private static List<ReleaseRange> runs(SortedSet<Integer> releases) {
    List<ReleaseRange> runs = new ArrayList<>();
    int first = releases.first();
    int last = first;
    for (int release : releases.tailSet(first + 1)) {
      if (release != last + 1) {
        runs.add(new ReleaseRange(first, last));
        first = release;
      }
      last = release;
    }
    runs.add(new ReleaseRange(first, last));
    return runs;
  }
}
