package dev.untether.report.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines that occur once on each side and therefore surely belong together. Cutting at the longest
 * run of them that keeps its order is the first half of Bram Cohen's patience diff.
 */
final class UniqueLines {
  private UniqueLines() {}

  /**
   * Returns the parts of {@code range} between its unique common lines; empty when it has none.
   * Lines are named by ids that are equal for equal lines.
   */
  static List<LineDiff.Range> cut(List<Integer> left, List<Integer> right, LineDiff.Range range) {
    int[][] anchors = longestIncreasing(pairs(left, right, range));
    if (anchors.length == 0) {
      return List.of();
    }
    List<LineDiff.Range> parts = new ArrayList<>(anchors.length + 1);
    int i = range.leftStart();
    int j = range.rightStart();
    for (int[] anchor : anchors) {
      addPart(parts, i, anchor[0], j, anchor[1]);
      i = anchor[0] + 1;
      j = anchor[1] + 1;
    }
    addPart(parts, i, range.leftEnd(), j, range.rightEnd());
    return parts;
  }

  private static void addPart(
      List<LineDiff.Range> parts, int leftStart, int leftEnd, int rightStart, int rightEnd) {
    // The first part stays even when empty: the caller reads "no parts" as "no anchors".
    if (parts.isEmpty() || leftStart < leftEnd || rightStart < rightEnd) {
      parts.add(new LineDiff.Range(leftStart, leftEnd, rightStart, rightEnd));
    }
  }

  /** Returns {place on the left, place on the right} of the unique lines, in the left's order. */
  private static List<int[]> pairs(List<Integer> left, List<Integer> right, LineDiff.Range range) {
    Map<Integer, Integer> leftPlaces = places(left, range.leftStart(), range.leftEnd());
    Map<Integer, Integer> rightPlaces = places(right, range.rightStart(), range.rightEnd());
    List<int[]> pairs = new ArrayList<>();
    for (int i = range.leftStart(); i < range.leftEnd(); i++) {
      int onLeft = leftPlaces.getOrDefault(left.get(i), -1);
      int onRight = rightPlaces.getOrDefault(left.get(i), -1);
      if (onLeft >= 0 && onRight >= 0) {
        pairs.add(new int[] {onLeft, onRight});
      }
    }
    return pairs;
  }

  /** Returns where each id occurs; -1 for those that occur more than once. */
  private static Map<Integer, Integer> places(List<Integer> ids, int start, int end) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = start; i < end; i++) {
      places.merge(ids.get(i), i, (first, second) -> -1);
    }
    return places;
  }

  /** Returns the longest choice of {@code pairs} whose right places increase, in n log n. */
  private static int[][] longestIncreasing(List<int[]> pairs) {
    int[] lastOfLength = new int[pairs.size()];
    int[] previous = new int[pairs.size()];
    int length = 0;
    for (int p = 0; p < pairs.size(); p++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(lastOfLength[middle])[1] < pairs.get(p)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[p] = low > 0 ? lastOfLength[low - 1] : -1;
      lastOfLength[low] = p;
      length = Math.max(length, low + 1);
    }
    int[][] chosen = new int[length][];
    int p = length > 0 ? lastOfLength[length - 1] : -1;
    for (int i = length - 1; i >= 0; i--) {
      chosen[i] = Arrays.copyOf(pairs.get(p), 2);
      p = previous[p];
    }
    return chosen;
  }
}
