package dev.untether.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The life of a symbol over the releases known.
 *
 * @param symbol the linker's name
 * @param stages one for each release, oldest first
 */
public record SymbolHistory(String symbol, List<Stage> stages) {

  /** Copies the list. */
  public SymbolHistory {
    stages = List.copyOf(stages);
  }

  /**
   * A symbol in one release.
   *
   * @param release the N of Go 1.N
   * @param definitions the ways in which it is defined, and where; empty if it does not exist
   */
  public record Stage(int release, Map<SymbolFacts, SortedSet<Configuration>> definitions) {
    /** Copies the map. */
    public Stage {
      definitions = Map.copyOf(definitions);
    }

    /** Returns whether any configuration defines it. */
    public boolean exists() {
      return !definitions.isEmpty();
    }

    /** Returns whether some configuration pushes it. */
    public boolean isPushed() {
      return definitions.keySet().stream().anyMatch(SymbolFacts::isPushed);
    }

    /** Returns its signatures, or types of a variable, as far as they are known, in order. */
    public List<String> signatures() {
      return definitions.keySet().stream()
          .map(SymbolFacts::signature)
          .filter(text -> !text.isEmpty())
          .distinct()
          .sorted()
          .toList();
    }
  }

  /**
   * Returns the packages that Go's own comments, in any release, say pull the symbol, in order; see
   * {@link AccessData#knownUsers}.
   */
  public List<String> knownUsers() {
    return stages.stream()
        .flatMap(stage -> AccessData.of(stage.release()).stream())
        .flatMap(data -> data.knownUsers(symbol).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the history of {@code symbol} over all releases that this program has data for. */
  public static SymbolHistory of(String symbol) {
    List<Stage> stages = new ArrayList<>();
    for (int release : AccessData.releases()) {
      AccessData.of(release)
          .ifPresent(data -> stages.add(new Stage(release, data.definitions(symbol))));
    }
    return new SymbolHistory(symbol, stages);
  }
}
