package dev.untether.cli.option;

import dev.untether.review.CheckFinding;
import dev.untether.text.Finding;
import java.util.List;

/** Findings named so that the path leads there from where the names of a run start. */
public final class Prefixed {
  private Prefixed() {}

  /** Returns the findings with {@code prefix} before their paths. */
  public static List<Finding> findings(String prefix, List<Finding> findings) {
    if (prefix.isEmpty()) {
      return findings;
    }
    return findings.stream()
        .map(
            it ->
                new Finding(
                    it.rule(), it.severity(), prefix + it.path(), it.position(), it.message()))
        .toList();
  }

  /** Returns the finding with {@code prefix} before its path. */
  public static CheckFinding of(String prefix, CheckFinding found) {
    Finding it = found.finding();
    Finding prefixed =
        new Finding(it.rule(), it.severity(), prefix + it.path(), it.position(), it.message());
    return found.with(prefixed);
  }
}
