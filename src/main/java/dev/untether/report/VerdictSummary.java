package dev.untether.report;

import dev.untether.access.Outcome;
import dev.untether.access.Verdict;
import dev.untether.review.CellVerdict;
import dev.untether.review.Extent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The verdicts on a reference in a few lines, the bad ones first. */
public final class VerdictSummary {
  private VerdictSummary() {}

  /**
   * Returns a line for each kind of verdict.
   *
   * @param verbatim whether to add what the linker prints
   */
  public static List<String> of(List<CellVerdict> cells, boolean verbatim) {
    Map<Verdict, List<CellVerdict>> kinds = new LinkedHashMap<>();
    for (CellVerdict cell : cells) {
      if (cell.verdict().outcome() != Outcome.ACCEPTED) {
        Verdict key = cell.verdict();
        Verdict plain = new Verdict(key.outcome(), key.rule(), key.message(), "");
        kinds.computeIfAbsent(plain, k -> new ArrayList<>()).add(cell);
      }
    }
    List<String> lines = new ArrayList<>();
    kinds.forEach(
        (verdict, some) -> {
          Extent extent = Extent.of(some, cells);
          String line =
              verdict.outcome().word()
                  + " "
                  + extent.releaseWords()
                  + " "
                  + extent.targetWords()
                  + ": "
                  + verdict.rule().reason();
          lines.add(line);
          if (verbatim && !verdict.message().isEmpty()) {
            lines.add(verdict.message());
          }
          String source = some.get(0).verdict().source();
          if (verbatim && !source.isEmpty()) {
            lines.add(source);
          }
        });
    return lines;
  }
}
