package dev.untether.cli;

import dev.untether.text.Finding;
import java.util.List;

/** Findings named so that the path leads there from the current directory. */
final class Prefixed {
  private Prefixed() {}

  /** Returns the findings with {@code prefix} before their paths. */
  static List<Finding> findings(String prefix, List<Finding> findings) {
    if (prefix.isEmpty()) {
      return findings;
    }
    return findings.stream()
        .map(
            it ->
                it.path().startsWith(prefix)
                    ? it
                    : new Finding(
                        it.rule(), it.severity(), prefix + it.path(), it.position(), it.message()))
        .toList();
  }
}
