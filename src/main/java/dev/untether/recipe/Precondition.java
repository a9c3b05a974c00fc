package dev.untether.recipe;

import java.util.Map;
import java.util.Set;

/**
 * Something that must hold for the module before a recipe runs.
 *
 * @param kind name of a known kind
 * @param settings the other keys, as written
 */
public record Precondition(String kind, Map<String, String> settings) {

  /** Copies the map. */
  public Precondition {
    settings = Map.copyOf(settings);
  }

  /**
   * A kind of precondition that some engine can evaluate.
   *
   * @param name what descriptors call it
   * @param settings the keys that it needs, all of them
   */
  public record Kind(String name, Set<String> settings) {

    /** Copies the set. */
    public Kind {
      settings = Set.copyOf(settings);
    }
  }
}
