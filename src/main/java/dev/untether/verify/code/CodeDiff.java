package dev.untether.verify.code;

import dev.untether.verify.code.Listing.Instruction;
import dev.untether.verify.code.Listing.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Compares machine code: which instructions are gone and which are new, and whether all others
 * still do what they did, wherever they have moved to.
 */
public final class CodeDiff {
  /** Beyond this many pairs of instructions a function counts as rewritten. */
  private static final long MAX_PAIRS = 16L << 20;

  private final Symbol before;
  private final Symbol after;
  private final List<String> removed = new ArrayList<>();
  private final List<String> added = new ArrayList<>();
  private final List<String> inserted = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<int[]> pairs = new ArrayList<>();
  // Old offset → new offset. What jumped to an instruction that is gone jumps to what follows it.
  private final Map<Integer, Integer> moved = new HashMap<>();

  private CodeDiff(Symbol before, Symbol after) {
    this.before = before;
    this.after = after;
  }

  /** Returns the symbols that differ, in the order of the listings. */
  public static List<CodeChange> of(Listing before, Listing after) {
    Map<String, Symbol> old = byName(before);
    Map<String, Symbol> now = byName(after);
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(now.keySet());
    List<CodeChange> changes = new ArrayList<>();
    for (String name : names) {
      Symbol one = old.get(name);
      Symbol other = now.get(name);
      if (one == null) {
        changes.add(whole("new", Objects.requireNonNull(other)));
      } else if (other == null) {
        changes.add(whole("gone", one));
      } else if (!one.equals(other)) {
        CodeChange change = new CodeDiff(one, other).compare();
        if (!change.removed().isEmpty()
            || !change.added().isEmpty()
            || !change.problems().isEmpty()) {
          changes.add(change);
        }
      }
    }
    return changes;
  }

  /** Symbols of one file only may have the same name in several files. */
  private static Map<String, Symbol> byName(Listing listing) {
    Map<String, Symbol> symbols = new LinkedHashMap<>();
    for (Symbol symbol : listing.symbols()) {
      String key = symbol.file() + "\0" + symbol.name();
      for (int i = 2; symbols.containsKey(key); i++) {
        key = symbol.file() + "\0" + symbol.name() + "\0" + i;
      }
      symbols.put(key, symbol);
    }
    return symbols;
  }

  private static CodeChange whole(String what, Symbol symbol) {
    return new CodeChange(
        symbol.file(),
        symbol.name(),
        List.of(),
        List.of(),
        List.of(),
        List.of("the symbol is " + what));
  }

  private CodeChange compare() {
    if (!before.header().equals(after.header())) {
      problems.add(before.header() + " became " + after.header());
    }
    if (!before.data().equals(after.data())) {
      problems.add("its data differ");
    }
    align();
    pairs.forEach(pair -> compareEncodings(pair[0], pair[1]));
    added.addAll(inserted);
    return new CodeChange(before.file(), before.name(), removed, added, inserted, problems);
  }

  private String old(int i) {
    return before.code().get(i).text();
  }

  private String now(int j) {
    return after.code().get(j).text();
  }

  private void align() {
    int oldEnd = before.code().size();
    int newEnd = after.code().size();
    int start = 0;
    while (start < Math.min(oldEnd, newEnd) && old(start).equals(now(start))) {
      keep(start, start);
      start++;
    }
    int same = 0;
    while (same < Math.min(oldEnd, newEnd) - start
        && old(oldEnd - 1 - same).equals(now(newEnd - 1 - same))) {
      same++;
    }
    alignMiddle(start, oldEnd - same, newEnd - same);
    for (int k = same; k > 0; k--) {
      keep(oldEnd - k, newEnd - k);
    }
  }

  private void keep(int i, int j) {
    moved.put(before.code().get(i).pc(), after.code().get(j).pc());
    pairs.add(new int[] {i, j});
  }

  private void alignMiddle(int start, int oldEnd, int newEnd) {
    int[][] longest = longest(start, oldEnd, newEnd);
    int i = start;
    int j = start;
    while (i < oldEnd || j < newEnd) {
      int firstOld = i;
      int firstNew = j;
      while (i < oldEnd || j < newEnd) {
        boolean both = i < oldEnd && j < newEnd;
        if (both && longest.length > 0 && old(i).equals(now(j))) {
          break;
        }
        boolean isGone =
            j == newEnd
                || i < oldEnd
                    && (longest.length == 0
                        || longest[i - start + 1][j - start] >= longest[i - start][j - start + 1]);
        if (isGone) {
          i++;
        } else {
          j++;
        }
      }
      hunk(firstOld, i, firstNew, j);
      if (i < oldEnd && j < newEnd) {
        keep(i++, j++);
      }
    }
  }

  /** Returns the length of the longest common part of what begins at each pair. */
  private int[][] longest(int start, int oldEnd, int newEnd) {
    int rows = oldEnd - start;
    int columns = newEnd - start;
    if ((long) rows * columns > MAX_PAIRS) {
      return new int[0][];
    }
    int[][] longest = new int[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        longest[i][j] =
            old(start + i).equals(now(start + j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return longest;
  }

  private void hunk(int oldStart, int oldEnd, int newStart, int newEnd) {
    int end = after.code().isEmpty() ? 0 : after.code().get(after.code().size() - 1).pc();
    int place = newStart < after.code().size() ? after.code().get(newStart).pc() : end;
    boolean isInsertion = oldStart == oldEnd;
    for (int i = oldStart; i < oldEnd; i++) {
      moved.put(before.code().get(i).pc(), place);
      if (!isDelaySlot(before.code(), i, oldStart)) {
        removed.add(old(i));
      }
    }
    for (int j = newStart; j < newEnd; j++) {
      if (!isDelaySlot(after.code(), j, newStart)) {
        (isInsertion ? inserted : added).add(now(j));
      }
    }
  }

  /** The delay slot of mips belongs to the call before it. */
  private static boolean isDelaySlot(List<Instruction> code, int at, int start) {
    return at > start
        && code.get(at).text().equals("NOOP")
        && code.get(at - 1).text().startsWith("CALL");
  }

  private void compareEncodings(int i, int j) {
    Instruction one = before.code().get(i);
    Instruction other = after.code().get(j);
    List<Integer> expected =
        one.targets().stream().map(target -> moved.getOrDefault(target, target)).toList();
    if (!other.targets().equals(expected)) {
      problems.add(one.text() + " at " + one.pc() + " leads elsewhere");
    }
    boolean sameDistances = distances(one).equals(distances(other));
    boolean sameBytes = one.bytes().equals(other.bytes());
    if (one.bytes().length() != other.bytes().length()
        || sameDistances && !sameBytes
        || !one.relocations().equals(other.relocations())) {
      problems.add(one.text() + " at " + one.pc() + " is encoded differently");
    }
  }

  private static List<Integer> distances(Instruction instruction) {
    return instruction.targets().stream().map(target -> target - instruction.pc()).toList();
  }
}
