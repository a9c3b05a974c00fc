package dev.untether.cli;

import dev.untether.access.AccessData;
import dev.untether.module.target.Target;
import dev.untether.recipe.Recipe;
import dev.untether.review.explain.Remedy;
import dev.untether.review.explain.SymbolExplanation;
import dev.untether.review.explain.SymbolLife;
import dev.untether.review.explain.SymbolLifeReader;
import dev.untether.review.explain.SymbolNames;
import dev.untether.review.explain.SymbolSpelling;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out which symbol somebody means, and what there is to say about it. */
final class SymbolLookup {
  private final SortedMap<Integer, AccessData> shown;
  private final SortedMap<Integer, AccessData> known;
  private final SymbolLifeReader reader;

  /**
   * Prepares to look.
   *
   * @param shown the releases asked for
   * @param targets the targets asked for
   */
  SymbolLookup(SortedMap<Integer, AccessData> shown, Collection<Target> targets) {
    this.shown = shown;
    this.known = new TreeMap<>(shown);
    for (int release : AccessData.releases()) {
      AccessData.of(release).ifPresent(data -> known.putIfAbsent(release, data));
    }
    this.reader = new SymbolLifeReader(shown, targets);
  }

  /** Returns the releases asked for. */
  SortedMap<Integer, AccessData> releases() {
    return shown;
  }

  /**
   * Returns the symbols that {@code written} can mean: the one that is called so, or all that have
   * the name in their packages; none if no release known has any.
   */
  SortedSet<String> meant(String written) {
    String name = SymbolSpelling.linkerName(written);
    boolean isExact = known.values().stream().anyMatch(data -> !data.definitions(name).isEmpty());
    return isExact ? new TreeSet<>(List.of(name)) : names().called(name);
  }

  /** Returns what to say about a name that means no symbol. */
  String unknown(String written) {
    String name = SymbolSpelling.linkerName(written);
    return "no release known (Go 1."
        + known.firstKey()
        + "..1."
        + known.lastKey()
        + ") defines "
        + name
        + "; nearest: "
        + String.join(", ", names().like(name));
  }

  private SymbolNames names() {
    return new SymbolNames(known.values());
  }

  /** Returns what became of a symbol. */
  SymbolLife life(String symbol) {
    return reader.read(symbol);
  }

  /** Returns all that there is to say about a symbol. */
  SymbolExplanation explain(String symbol, List<Recipe> recipes) {
    List<String> users =
        known.values().stream()
            .flatMap(data -> data.knownUsers(symbol).stream())
            .distinct()
            .sorted()
            .toList();
    return new SymbolExplanation(life(symbol), Remedy.on(symbol, recipes), users);
  }
}
