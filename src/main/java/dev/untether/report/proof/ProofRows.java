package dev.untether.report.proof;

import dev.untether.module.target.Target;
import dev.untether.verify.Cell;
import dev.untether.verify.CellProof;
import dev.untether.verify.Proof;
import dev.untether.verify.code.CodeChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A proof as a table: a row for each target, a column for each release. */
final class ProofRows {
  private final Map<Cell, CellProof> cells = new HashMap<>();
  private final TreeMap<Integer, String> releases = new TreeMap<>();
  private final TreeSet<Target> targets = new TreeSet<>();

  ProofRows(Proof proof) {
    for (CellProof cell : proof.cells()) {
      int release = cell.cell().release();
      cells.put(cell.cell(), cell);
      releases.merge(
          release,
          cell.go().map(version -> version.replaceFirst("^go", "Go ")).orElse("Go 1." + release),
          (one, other) -> one.length() >= other.length() ? one : other);
      targets.add(cell.cell().target());
    }
  }

  List<String> titles() {
    List<String> titles = new ArrayList<>(List.of("target"));
    titles.addAll(releases.values());
    return titles;
  }

  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (Target target : targets) {
      List<String> row = new ArrayList<>(List.of(target.toString()));
      for (int release : releases.keySet()) {
        CellProof cell = cells.get(new Cell(release, target));
        row.add(cell == null ? "-" : words(cell));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String words(CellProof cell) {
    return cell.needsCompiler() ? "needs a C compiler" : cell.state().words();
  }

  /** Returns each reason once, with the cells that it is about. */
  static Map<String, List<Cell>> reasons(Proof proof) {
    Map<String, List<Cell>> reasons = new LinkedHashMap<>();
    for (CellProof cell : proof.cells()) {
      if (!cell.reason().isEmpty() && !cell.needsCompiler()) {
        String reason = cell.state().words() + ": " + cell.reason();
        reasons.computeIfAbsent(reason, each -> new ArrayList<>()).add(cell.cell());
      }
    }
    return reasons;
  }

  /** Returns each change of machine code once, with the cells in which it is seen. */
  static Map<String, List<Cell>> code(Proof proof) {
    Map<String, List<Cell>> changes = new LinkedHashMap<>();
    for (CellProof cell : proof.cells()) {
      for (CodeChange change : cell.code()) {
        String file = change.file().isEmpty() ? "" : change.file() + ", ";
        String line = file + change.symbol() + ": " + change.summary();
        changes.computeIfAbsent(line, each -> new ArrayList<>()).add(cell.cell());
      }
    }
    return changes;
  }

  /** Returns cells in few words: releases that share the targets stand together. */
  static String shown(List<Cell> cells) {
    Map<Integer, List<String>> targets = new TreeMap<>();
    for (Cell cell : cells) {
      targets
          .computeIfAbsent(cell.release(), release -> new ArrayList<>())
          .add(cell.target().toString());
    }
    Map<String, List<String>> releases = new LinkedHashMap<>();
    targets.forEach(
        (release, names) ->
            releases
                .computeIfAbsent(String.join(", ", names), name -> new ArrayList<>())
                .add("1." + release));
    List<String> parts = new ArrayList<>();
    releases.forEach(
        (names, numbers) -> parts.add("Go " + String.join(", ", numbers) + " for " + names));
    return String.join("; ", parts);
  }
}
