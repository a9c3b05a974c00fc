package dev.untether.recipe;

import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The findings about one recipe while it is being read. */
final class Problems {
  static final String DESCRIPTOR_RULE = "recipe-descriptor";
  static final String TEMPLATE_RULE = "recipe-template";
  static final String FOLDER_RULE = "recipe-folder";

  // Garbage can hold a mistake in every byte; nobody reads more than a screen of them.
  private static final int LIMIT = 100;

  private final List<Finding> findings = new ArrayList<>();

  void add(String rule, String path, Position position, String message) {
    if (findings.size() < LIMIT) {
      findings.add(new Finding(rule, Severity.ERROR, path, position, message));
    }
  }

  /** Returns a place to report to that knows the rule and the file. */
  Reporter reporter(String rule, String path) {
    return (position, message) -> add(rule, path, position, message);
  }

  boolean isEmpty() {
    return findings.isEmpty();
  }

  /** Returns the findings, sorted, each once. */
  List<Finding> sorted() {
    return List.copyOf(new TreeSet<>(findings));
  }

  /** Takes mistakes in one file. */
  @FunctionalInterface
  interface Reporter {
    void error(Position position, String message);
  }

  /** Passes mistakes on and remembers that there were some. */
  static final class Watch implements Reporter {
    private final Reporter target;
    private boolean triggered;

    Watch(Reporter target) {
      this.target = target;
    }

    boolean isTriggered() {
      return triggered;
    }

    @Override
    public void error(Position position, String message) {
      triggered = true;
      target.error(position, message);
    }
  }
}
