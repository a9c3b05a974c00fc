package dev.untether.engine;

import dev.untether.module.SourceFile;
import dev.untether.text.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the stages of a migration have to say, while they run. */
final class Report {
  private final Set<String> read = new HashSet<>();
  private final List<Finding> problems = new ArrayList<>();
  private final List<Finding> notes = new ArrayList<>();
  private final List<Finding> skipped = new ArrayList<>();
  // By recipe and unit: a later round may do what an earlier one could not.
  private final Map<String, List<Finding>> refused = new TreeMap<>();
  private boolean firstRound = true;

  void endRound() {
    firstRound = false;
  }

  void read(SourceFile file, boolean wasRead) {
    if (wasRead) {
      read.add(file.relative());
    }
  }

  /** Counts files that are not Go's, by path below the root of the tree. */
  void read(Set<String> paths) {
    read.addAll(paths);
  }

  void problems(Collection<Finding> more) {
    problems.addAll(more);
  }

  void notes(Overlay overlay, Collection<Finding> more) {
    more.forEach(one -> notes.add(overlay.original(one)));
  }

  /** Takes what there was nothing to do about; in later rounds that is what was done before. */
  void skipped(Overlay overlay, Collection<Finding> more) {
    if (firstRound) {
      more.forEach(one -> skipped.add(overlay.original(one)));
    }
  }

  /** Takes what a recipe refuses in a unit, in the place of what it refused there before. */
  void refused(Overlay overlay, String unit, Collection<Finding> now) {
    refused.put(unit, now.stream().map(overlay::original).toList());
  }

  ChangeSet changes(List<FileChange> changes, List<Finding> ofTheTree) {
    List<Finding> all = new ArrayList<>(ofTheTree);
    all.addAll(problems);
    return new ChangeSet(
        changes,
        sorted(refused.values().stream().flatMap(List::stream).toList()),
        sorted(notes),
        sorted(skipped),
        sorted(all),
        read.size());
  }

  private static List<Finding> sorted(List<Finding> findings) {
    return findings.stream().sorted().distinct().toList();
  }
}
