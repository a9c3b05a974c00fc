package dev.untether.engine;

import dev.untether.engine.Listing.Instruction;
import dev.untether.engine.Listing.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the machine code of a file before and after a migration: all is the same but for calls
 * of {@code runtime.load_g}, each of which is gone, or has become one load of g.
 */
public final class MachineCodeDiff {
  private static final String LOAD_G = "runtime.load_g";

  private final List<String> problems = new ArrayList<>();
  private int removed;
  private int replaced;

  /** Returns the comparison of two listings. */
  public static MachineCodeDiff of(Listing before, Listing after) {
    MachineCodeDiff diff = new MachineCodeDiff();
    if (before.symbols().size() != after.symbols().size()) {
      diff.problems.add(before.symbols().size() + " symbols, " + after.symbols().size());
      return diff;
    }
    for (int i = 0; i < before.symbols().size(); i++) {
      diff.compare(before.symbols().get(i), after.symbols().get(i));
    }
    return diff;
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

  private record Pair(Instruction before, Instruction after) {}

  private void compare(Symbol before, Symbol after) {
    if (!before.header().equals(after.header()) || !before.data().equals(after.data())) {
      problems.add(before + " became " + after);
      return;
    }
    List<Instruction> old = before.code();
    List<Instruction> now = after.code();
    List<Pair> pairs = new ArrayList<>();
    // Old offset → new offset. What jumped to a call that is gone jumps to what follows it.
    Map<Integer, Integer> moved = new HashMap<>();
    int j = 0;
    for (int i = 0; i < old.size(); i++) {
      Instruction one = old.get(i);
      Instruction other =
          j < now.size() ? now.get(j) : new Instruction(-1, "", List.of(), "", List.of());
      moved.putIfAbsent(one.pc(), other.pc());
      if (one.text().equals(other.text())) {
        pairs.add(new Pair(one, other));
        j++;
      } else if (one.isCallOf(LOAD_G)) {
        if (i + 1 < old.size() && old.get(i + 1).text().equals("NOOP")) {
          // The delay slot of mips belongs to the call.
          i++;
        }
        if (isLoadOfG(other.text())) {
          replaced++;
          j++;
        } else {
          removed++;
        }
      } else {
        problems.add(before.header() + ": " + one + " became " + other);
        return;
      }
    }
    if (j < now.size()) {
      problems.add(before.header() + ": new at the end: " + now.get(j));
    }
    pairs.forEach(pair -> compareEncodings(pair.before(), pair.after(), moved));
  }

  private static boolean isLoadOfG(String text) {
    return text.matches("MOV[DVW]?\t\\S*\\([A-Z0-9]+\\), g");
  }

  private void compareEncodings(
      Instruction before, Instruction after, Map<Integer, Integer> moved) {
    List<Integer> expected =
        before.targets().stream().map(target -> moved.getOrDefault(target, target)).toList();
    if (!after.targets().equals(expected)) {
      problems.add(before + " leads elsewhere: " + after);
    }
    boolean sameDistances = distances(before).equals(distances(after));
    boolean sameBytes = before.bytes().equals(after.bytes());
    if (before.bytes().length() != after.bytes().length()
        || sameDistances && !sameBytes
        || !before.relocations().equals(after.relocations())) {
      problems.add(before + " is encoded differently: " + after);
    }
  }

  private static List<Integer> distances(Instruction instruction) {
    return instruction.targets().stream().map(target -> target - instruction.pc()).toList();
  }
}
