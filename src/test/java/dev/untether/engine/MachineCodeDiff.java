package dev.untether.engine;

import dev.untether.verify.code.CodeChange;
import dev.untether.verify.code.CodeDiff;
import dev.untether.verify.code.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares the machine code of a file before and after a migration: all is the same but for calls
 * of {@code runtime.load_g}, each of which is gone, or has become one load of g.
 */
public final class MachineCodeDiff {
  private static final Set<String> CALLS =
      Set.of("CALL\truntime.load_g(SB)", "JAL\tX1, runtime.load_g(SB)");

  private final List<String> problems = new ArrayList<>();
  private int removed;
  private int replaced;

  /** Returns the comparison of two listings. */
  public static MachineCodeDiff of(Listing before, Listing after) {
    MachineCodeDiff diff = new MachineCodeDiff();
    CodeDiff.of(before, after).forEach(diff::add);
    return diff;
  }

  private void add(CodeChange change) {
    problems.addAll(change.problems());
    for (String instruction : change.removed()) {
      if (!CALLS.contains(instruction)) {
        problems.add("gone: " + instruction);
      }
    }
    List<String> loads = new ArrayList<>(change.added());
    loads.removeAll(change.inserted());
    change.inserted().forEach(each -> problems.add("new: " + each));
    for (String instruction : loads) {
      if (!instruction.matches("MOV[DVW]?\t\\S*\\([A-Z0-9]+\\), g")) {
        problems.add("new: " + instruction);
      }
    }
    int replacements = Math.min(change.removed().size(), loads.size());
    if (loads.size() > replacements) {
      problems.add("more loads of g than calls that are gone");
    }
    replaced += replacements;
    removed += change.removed().size() - replacements;
  }

  /** Returns what differs beyond the intention. */
  public List<String> problems() {
    return problems;
  }

  /** Returns how many calls are gone. */
  public int removed() {
    return removed;
  }

  /** Returns how many calls have become a load of g. */
  public int replaced() {
    return replaced;
  }
}
