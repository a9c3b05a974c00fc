package dev.untether.report.proof;

import dev.untether.module.target.Target;
import dev.untether.verify.Cell;
import dev.untether.verify.CellProof;
import dev.untether.verify.Proof;
import dev.untether.verify.Variant;
import dev.untether.verify.code.CodeChange;
import java.nio.file.Path;
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
  private final Map<Target, TreeSet<Variant>> targets = new TreeMap<>();

  ProofRows(Proof proof) {
    for (CellProof cell : proof.cells()) {
      int release = cell.cell().release();
      cells.put(cell.cell(), cell);
      releases.merge(
          release,
          cell.go().map(version -> version.replaceFirst("^go", "Go ")).orElse("Go 1." + release),
          (one, other) -> one.length() >= other.length() ? one : other);
      targets
          .computeIfAbsent(cell.cell().target(), target -> new TreeSet<>())
          .add(cell.cell().variant());
    }
  }

  List<String> titles() {
    List<String> titles = new ArrayList<>(List.of("target"));
    titles.addAll(releases.values());
    return titles;
  }

  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    targets.forEach((target, variants) -> variants.forEach(each -> rows.add(row(target, each))));
    return rows;
  }

  private List<String> row(Target target, Variant variant) {
    List<String> row = new ArrayList<>();
    for (int release : releases.keySet()) {
      Cell place = new Cell(release, target, variant);
      if (row.isEmpty()) {
        row.add(place.place());
      }
      CellProof cell = cells.get(place);
      row.add(cell == null ? "-" : words(cell));
    }
    return row;
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

  /** Returns what nothing is proven about, a line each. */
  static List<String> unseen(Proof proof) {
    List<String> lines = new ArrayList<>();
    proof.unseen().forEach((file, why) -> lines.add(name(proof, file) + ": " + why));
    return lines;
  }

  /** Returns a path as it is below the module. */
  static String name(Proof proof, Path file) {
    return proof.module().relativize(file).toString().replace('\\', '/');
  }

  /** Returns whether some build has cgo. */
  static boolean hasCgo(Proof proof) {
    return proof.cells().stream().anyMatch(cell -> cell.cell().variant().isCgo());
  }

  /** Returns cells in few words: releases that share the targets stand together. */
  static String shown(List<Cell> cells) {
    Map<Integer, List<String>> targets = new TreeMap<>();
    for (Cell cell : cells) {
      targets.computeIfAbsent(cell.release(), release -> new ArrayList<>()).add(cell.place());
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
