package dev.untether.forge.owners;

import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, while it is being read. */
final class Problems {
  // Garbage can hold a mistake in every line; nobody reads more than a screen of them.
  private static final int LIMIT = 100;

  private final String name;
  private final List<Finding> findings = new ArrayList<>();

  Problems(String name) {
    this.name = name;
  }

  /** Adds one about a line, from 1, and a column, from 1. */
  void add(int line, int column, String message) {
    if (findings.size() < LIMIT) {
      findings.add(
          new Finding(Owners.RULE, Severity.WARNING, name, new Position(line, column), message));
    }
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
