package dev.untether.verify;

import java.util.List;

/**
 * A change that was taken back because it breaks something.
 *
 * @param edit the change
 * @param recipes the recipes whose part of it was taken back; those that are not named here stay
 * @param reason what it breaks
 */
public record Withdrawn(FileEdit edit, List<String> recipes, String reason) {
  /** Copies the list. */
  public Withdrawn {
    recipes = List.copyOf(recipes);
  }
}
