package dev.untether.asm.arch;

import java.util.ArrayList;
import java.util.List;

/** A row of names that differ in a number: {@code R{0-27}}, {@code DBGBCR{0-15}_EL1}. */
final class NameRange {
  private NameRange() {}

  /**
   * Returns the names that {@code item} stands for: itself, when it has no braces.
   *
   * @throws IllegalArgumentException if the braces do not hold two numbers, the smaller first
   */
  static List<String> expand(String item) {
    int open = item.indexOf('{');
    int close = item.indexOf('}');
    if (open < 0 && close < 0) {
      return List.of(item);
    }
    int dash = item.indexOf('-', Math.max(open, 0));
    if (open < 0 || dash < 0 || close < dash || item.indexOf('{', open + 1) >= 0) {
      throw new IllegalArgumentException("malformed range " + item);
    }
    int first = number(item, open + 1, dash);
    int last = number(item, dash + 1, close);
    if (first > last) {
      throw new IllegalArgumentException("empty range " + item);
    }
    // A builder, because the first concatenation with + costs a short run milliseconds.
    StringBuilder name = new StringBuilder().append(item, 0, open);
    List<String> names = new ArrayList<>(last - first + 1);
    for (int n = first; n <= last; n++) {
      name.setLength(open);
      names.add(name.append(n).append(item, close + 1, item.length()).toString());
    }
    return names;
  }

  private static int number(String item, int start, int end) {
    try {
      return Integer.parseInt(item, start, end, 10);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("malformed range " + item, e);
    }
  }
}
