package dev.untether.recipe;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sets of registers, one per architecture.
 *
 * @param byArchitecture register names in the assembler's spelling, by GOARCH
 */
public record Registers(Map<String, Set<String>> byArchitecture) {

  /** Copies the map; iteration is alphabetical. */
  public Registers {
    Map<String, Set<String>> copy = new TreeMap<>();
    byArchitecture.forEach((goarch, names) -> copy.put(goarch, Set.copyOf(names)));
    byArchitecture = Collections.unmodifiableMap(copy);
  }

  /** Returns the registers on {@code goarch}; none when nothing is said about it. */
  public Set<String> on(String goarch) {
    return byArchitecture.getOrDefault(goarch, Set.of());
  }
}
