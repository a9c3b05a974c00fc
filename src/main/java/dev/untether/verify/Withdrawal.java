package dev.untether.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Finds what to take back so that nothing is broken. Changes are added again in halves, each kept
 * if all cells agree, so that few builds find the few that are at fault; what cannot be added alone
 * is tried with fewer recipes, and else withdrawn.
 */
final class Withdrawal {
  private final Prover.Session session;
  private final SortedSet<Cell> cells;
  private final Function<FileEdit, List<FileEdit>> withFewerRecipes;
  private final List<FileEdit> kept = new ArrayList<>();
  private final List<Withdrawn> withdrawn = new ArrayList<>();

  Withdrawal(
      Prover.Session session,
      SortedSet<Cell> cells,
      Function<FileEdit, List<FileEdit>> withFewerRecipes) {
    this.session = session;
    this.cells = cells;
    this.withFewerRecipes = withFewerRecipes;
  }

  /** Returns the changes that can stay. */
  List<FileEdit> settle(List<FileEdit> edits, List<CellProof> proofs)
      throws IOException, InterruptedException {
    List<FileEdit> suspects = new ArrayList<>();
    for (CellProof proof : proofs) {
      if (proof.state() == State.BROKEN) {
        suspects.addAll(TouchedCells.touching(proof.cell(), edits));
      }
    }
    List<FileEdit> innocent = edits.stream().filter(it -> !suspects.contains(it)).toList();
    addHalves(innocent);
    addHalves(edits.stream().filter(suspects::contains).toList());
    return kept.stream().sorted().toList();
  }

  List<Withdrawn> withdrawn() {
    return withdrawn;
  }

  private void addHalves(List<FileEdit> edits) throws IOException, InterruptedException {
    if (edits.isEmpty()) {
      return;
    }
    String broken = tryAdding(edits);
    if (broken.isEmpty()) {
      return;
    }
    if (edits.size() > 1) {
      int half = edits.size() / 2;
      addHalves(edits.subList(0, half));
      addHalves(edits.subList(half, edits.size()));
      return;
    }
    FileEdit edit = edits.get(0);
    for (FileEdit smaller : withFewerRecipes.apply(edit)) {
      if (tryAdding(List.of(smaller)).isEmpty()) {
        List<String> taken = new ArrayList<>(edit.recipes());
        taken.removeAll(smaller.recipes());
        withdrawn.add(new Withdrawn(edit, taken, broken));
        return;
      }
    }
    withdrawn.add(new Withdrawn(edit, edit.recipes(), broken));
  }

  /** Keeps {@code edits} too if nothing is broken then; returns what is, and nothing else. */
  private String tryAdding(List<FileEdit> edits) throws IOException, InterruptedException {
    List<FileEdit> together = new ArrayList<>(kept);
    together.addAll(edits);
    together.sort(null);
    List<CellProof> proofs = session.prove(cells, together);
    for (CellProof proof : proofs) {
      if (proof.state() == State.BROKEN) {
        return proof.cell() + ": " + proof.reason();
      }
    }
    kept.addAll(edits);
    return "";
  }
}
