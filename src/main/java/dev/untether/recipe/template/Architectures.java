package dev.untether.recipe.template;

import dev.untether.asm.arch.Architecture;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The GOARCH values that Go assembly is written for, and the families that Go's sources name. */
public final class Architectures {
  private static final Map<String, List<String>> FAMILIES =
      Map.of(
          "ppc64x", List.of("ppc64", "ppc64le"),
          "mipsx", List.of("mips", "mipsle"),
          "mips64x", List.of("mips64", "mips64le"));

  private static final Set<String> ALL = new TreeSet<>(Architecture.goarches());

  private Architectures() {}

  /** Returns every GOARCH, in alphabetical order. */
  public static Set<String> all() {
    return new TreeSet<>(ALL);
  }

  /** Returns the GOARCH values that a name stands for: itself, or the members of a family. */
  public static List<String> named(String name) {
    return FAMILIES.getOrDefault(name, ALL.contains(name) ? List.of(name) : List.of());
  }

  /** Returns the family of a GOARCH. */
  public static Optional<String> familyOf(String goarch) {
    return FAMILIES.entrySet().stream()
        .filter(family -> family.getValue().contains(goarch))
        .map(Map.Entry::getKey)
        .findAny();
  }

  /** Returns the shortest way to name the architectures: families where both members are there. */
  public static Set<String> summarised(Set<String> goarches) {
    Set<String> names = new LinkedHashSet<>();
    for (String goarch : new TreeSet<>(goarches)) {
      String name =
          familyOf(goarch).filter(family -> goarches.containsAll(named(family))).orElse(goarch);
      names.add(name);
    }
    return names;
  }
}
