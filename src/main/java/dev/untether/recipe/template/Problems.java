package dev.untether.recipe.template;

import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The findings about one recipe while it is being read. */
public final class Problems {
  /** Rule id: {@code recipe.yaml} does not say what it should. */
  public static final String DESCRIPTOR_RULE = "recipe-descriptor";

  /** Rule id: a template is not one, or fails. */
  public static final String TEMPLATE_RULE = "recipe-template";

  /** Rule id: a file of the folder is missing, cannot be read, or should not be there. */
  public static final String FOLDER_RULE = "recipe-folder";

  // Garbage can hold a mistake in every byte; nobody reads more than a screen of them.
  private static final int LIMIT = 100;

  private final List<Finding> findings = new ArrayList<>();

  /** Adds a mistake at a place, unless there are too many already. */
  public void add(String rule, String path, Position position, String message) {
    if (findings.size() < LIMIT) {
      findings.add(new Finding(rule, Severity.ERROR, path, position, message));
    }
  }

  /** Returns a place to report to that knows the rule and the file. */
  public Reporter reporter(String rule, String path) {
    return (position, message) -> add(rule, path, position, message);
  }

  /** Returns whether there was no mistake so far. */
  public boolean isEmpty() {
    return findings.isEmpty();
  }

  /** Returns the findings, sorted, each once. */
  public List<Finding> sorted() {
    return List.copyOf(new TreeSet<>(findings));
  }

  /** Takes mistakes in one file. */
  @FunctionalInterface
  public interface Reporter {
    /** Takes a mistake: where it is, and one sentence on what was expected. */
    void error(Position position, String message);
  }
}
