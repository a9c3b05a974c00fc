package dev.untether.module.target;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody who mistyped a word may have meant. */
public final class NearestWords {
  private static final int SUGGESTIONS = 3;
  // A word longer than any real one is compared by its beginning only: the cost is quadratic.
  private static final int COMPARED = 64;

  private NearestWords() {}

  /** Returns up to three of {@code words}, nearest to {@code typed} first. */
  public static List<String> to(String typed, Collection<String> words) {
    String word = typed.length() > COMPARED ? typed.substring(0, COMPARED) : typed;
    return words.stream()
        .sorted(
            Comparator.comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .limit(SUGGESTIONS)
        .toList();
  }

  private static int distance(String typed, String word) {
    // A bare "linux" or "arm64" means one half of a target, however long the other half is.
    for (String half : word.split("/", -1)) {
      if (half.equals(typed) && word.contains("*")) {
        return 0;
      }
    }
    return editDistance(typed, word);
  }

  private static int editDistance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
