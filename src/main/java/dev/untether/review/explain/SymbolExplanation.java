package dev.untether.review.explain;

import java.util.List;

/**
 * What there is to say about a symbol.
 *
 * @param life what became of it
 * @param advice what to do about references to it
 * @param knownUsers the packages that Go's own comments name as users of it
 */
public record SymbolExplanation(SymbolLife life, Remedy advice, List<String> knownUsers) {

  /** Copies the list. */
  public SymbolExplanation {
    knownUsers = List.copyOf(knownUsers);
  }
}
