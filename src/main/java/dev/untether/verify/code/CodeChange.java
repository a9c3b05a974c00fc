package dev.untether.verify.code;

import java.util.ArrayList;
import java.util.List;

/**
 * How the machine code of one symbol differs.
 *
 * @param file the name of its file, without directories; empty for data
 * @param symbol its name
 * @param removed instructions that are gone, in order
 * @param added instructions that are new, in order
 * @param inserted those of {@code added} that stand where nothing was removed
 * @param problems what differs otherwise: frames, flags, data, where branches lead, encodings
 */
public record CodeChange(
    String file,
    String symbol,
    List<String> removed,
    List<String> added,
    List<String> inserted,
    List<String> problems) {

  /** Copies the lists. */
  public CodeChange {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
    inserted = List.copyOf(inserted);
    problems = List.copyOf(problems);
  }

  /** Returns the change in words. */
  public String summary() {
    List<String> parts = new ArrayList<>();
    if (!removed.isEmpty()) {
      parts.add(counted(removed.size()) + " removed: " + shown(removed));
    }
    if (!added.isEmpty()) {
      parts.add(counted(added.size()) + " added: " + shown(added));
    }
    parts.add(problems.isEmpty() ? "nothing else" : String.join("; ", problems));
    return String.join("; ", parts);
  }

  private static String counted(int count) {
    return count == 1 ? "1 instruction" : count + " instructions";
  }

  private static String shown(List<String> instructions) {
    return String.join(", ", instructions).replace('\t', ' ');
  }
}
