package dev.untether.report.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The lines of one side of a comparison that also occur on the other. */
final class SharedLines {
  private final List<Integer> ids;
  private final int[] lines;
  private final BitSet changed;

  private SharedLines(List<Integer> ids, int[] lines, BitSet changed) {
    this.ids = ids;
    this.lines = lines;
    this.changed = changed;
  }

  /**
   * Returns the shared lines of the side that holds {@code ids} from line {@code firstLine} on, and
   * marks the others as changed. Equal lines have equal ids.
   */
  static SharedLines of(List<Integer> ids, List<Integer> otherIds, int firstLine, BitSet changed) {
    BitSet shared = new BitSet();
    otherIds.forEach(shared::set);
    List<Integer> keptIds = new ArrayList<>(ids.size());
    int[] lines = new int[ids.size()];
    for (int i = 0; i < ids.size(); i++) {
      Integer id = ids.get(i);
      if (shared.get(id)) {
        lines[keptIds.size()] = firstLine + i;
        keptIds.add(id);
      } else {
        changed.set(firstLine + i);
      }
    }
    return new SharedLines(keptIds, lines, changed);
  }

  /** Returns what each line says. */
  List<Integer> ids() {
    return ids;
  }

  int size() {
    return ids.size();
  }

  /** Marks shared lines {@code start} to {@code end} as changed. */
  void markChanged(int start, int end) {
    for (int i = start; i < end; i++) {
      changed.set(lines[i]);
    }
  }
}
