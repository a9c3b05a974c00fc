package dev.untether.review;

import java.util.List;
import java.util.Optional;

/** What to do about a symbol. */
public interface Advice {

  /** Returns what takes the symbol's place, for a reader; empty if nothing is known. */
  Optional<String> replacement(String symbol);

  /**
   * Returns the ids of the recipes that take references to the symbol away, the best first.
   *
   * @param assembly whether the references stand in assembly, and are not linknames
   */
  List<String> recipes(String symbol, boolean assembly);

  /** Returns the packages that Go's own comments name as users of the symbol, in order. */
  List<String> knownUsers(String symbol);

  /** Returns no advice on anything. */
  static Advice none() {
    return new Advice() {
      @Override
      public Optional<String> replacement(String symbol) {
        return Optional.empty();
      }

      @Override
      public List<String> recipes(String symbol, boolean assembly) {
        return List.of();
      }

      @Override
      public List<String> knownUsers(String symbol) {
        return List.of();
      }
    };
  }
}
