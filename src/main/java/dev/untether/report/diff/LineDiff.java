package dev.untether.report.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which lines differ between two texts, comparing bytes.
 *
 * <p>Myers' algorithm takes time and memory that grow with the square of the differences, so it
 * sees as little as possible: not the common start and end of the texts, not the lines that occur
 * on one side only (no algorithm could match them, so the result stays minimal), and never more
 * than {@link #MOST_DIFFERENCES} differences at once. Beyond those, the texts are cut at lines that
 * occur once on each side and the pieces are compared; a piece that cannot be cut counts as changed
 * altogether.
 */
final class LineDiff {
  private static final int MOST_DIFFERENCES = 1000;

  private final BitSet beforeChanged = new BitSet();
  private final BitSet afterChanged = new BitSet();

  private LineDiff() {}

  /** Returns the changes from {@code before} to {@code after}, in order, none touching the next. */
  static List<ChangedLines> between(FileLines before, FileLines after) {
    int mismatch = Arrays.mismatch(before.bytes(), after.bytes());
    if (mismatch < 0) {
      return List.of();
    }
    int prefix = before.lineAt(mismatch);
    int suffix = commonSuffix(before, after, before.start(prefix));
    LineDiff diff = new LineDiff();
    diff.compareMiddle(before, after, prefix, suffix);
    return diff.changes(prefix, before.count() - suffix, after.count() - suffix);
  }

  /** Returns how many last lines are equal, not counting any that starts before {@code floor}. */
  private static int commonSuffix(FileLines before, FileLines after, int floor) {
    byte[] a = before.bytes();
    byte[] b = after.bytes();
    int i = a.length;
    int j = b.length;
    while (i > floor && j > floor && a[i - 1] == b[j - 1]) {
      i--;
      j--;
    }
    // The byte where the texts meet can start a line on one side only; then that line differs.
    return Math.min(
        before.count() - before.firstLineFrom(i), after.count() - after.firstLineFrom(j));
  }

  private void compareMiddle(FileLines before, FileLines after, int prefix, int suffix) {
    Map<String, Integer> ids = new HashMap<>();
    List<Integer> a = identify(before, prefix, before.count() - suffix, ids);
    List<Integer> b = identify(after, prefix, after.count() - suffix, ids);
    SharedLines left = SharedLines.of(a, b, prefix, beforeChanged);
    SharedLines right = SharedLines.of(b, a, prefix, afterChanged);
    Deque<Range> pending = new ArrayDeque<>();
    pending.push(new Range(0, left.size(), 0, right.size()));
    while (!pending.isEmpty()) {
      Range range = pending.pop();
      try {
        markChanges(left, right, range);
      } catch (TooManyDifferencesException e) {
        List<Range> pieces = UniqueLines.cut(left.ids(), right.ids(), range);
        if (pieces.isEmpty()) {
          left.markChanged(range.leftStart(), range.leftEnd());
          right.markChanged(range.rightStart(), range.rightEnd());
        }
        pieces.forEach(pending::push);
      }
    }
  }

  private static List<Integer> identify(
      FileLines lines, int start, int end, Map<String, Integer> knownIds) {
    List<Integer> ids = new ArrayList<>(end - start);
    for (int line = start; line < end; line++) {
      Integer next = knownIds.size();
      Integer known = knownIds.putIfAbsent(lines.bytesOf(line), next);
      ids.add(known == null ? next : known);
    }
    return ids;
  }

  private static void markChanges(SharedLines left, SharedLines right, Range range) {
    List<Integer> a = left.ids().subList(range.leftStart(), range.leftEnd());
    List<Integer> b = right.ids().subList(range.rightStart(), range.rightEnd());
    for (Change change : new MyersDiff<Integer>().computeDiff(a, b, new DifferenceLimit())) {
      left.markChanged(
          range.leftStart() + change.startOriginal, range.leftStart() + change.endOriginal);
      right.markChanged(
          range.rightStart() + change.startRevised, range.rightStart() + change.endRevised);
    }
  }

  /** Walks both sides in step: a line is changed, or it equals its partner on the other side. */
  private List<ChangedLines> changes(int prefix, int beforeEnd, int afterEnd) {
    List<ChangedLines> changes = new ArrayList<>();
    int i = prefix;
    int j = prefix;
    while (i < beforeEnd || j < afterEnd) {
      int iEnd = beforeChanged.nextClearBit(i);
      int jEnd = afterChanged.nextClearBit(j);
      if (iEnd > i || jEnd > j) {
        changes.add(new ChangedLines(i, iEnd, j, jEnd));
        i = iEnd;
        j = jEnd;
      } else {
        i++;
        j++;
      }
    }
    return changes;
  }

  /** A part of the shared lines on the left and the part of the right one to compare it with. */
  record Range(int leftStart, int leftEnd, int rightStart, int rightEnd) {}

  /** Breaks off a comparison; the library offers no other way to stop it. */
  private static final class DifferenceLimit implements DiffAlgorithmListener {
    @Override
    public void diffStart() {}

    @Override
    public void diffStep(int differences, int most) {
      if (differences > MOST_DIFFERENCES) {
        throw new TooManyDifferencesException();
      }
    }

    @Override
    public void diffEnd() {}
  }

  private static final class TooManyDifferencesException extends RuntimeException {
    TooManyDifferencesException() {
      super("more than " + MOST_DIFFERENCES + " differences", null, false, false);
    }
  }
}
