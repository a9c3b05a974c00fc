package dev.untether.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ways to build that data covers, each with the number of its bit in sets of them. */
final class Configurations {
  private final List<Configuration> list;
  private final Map<Configuration, Integer> bits = new HashMap<>();
  private final List<ArchitectureClass> classes;

  /** The ways to build for architectures that the linker's rules do not tell apart. */
  record ArchitectureClass(boolean regabi, int pointerSize, BitSet where) {}

  /**
   * Numbers {@code list} in its order.
   *
   * @param regabi the architectures with two calling conventions
   */
  Configurations(List<Configuration> list, Set<String> regabi) {
    this.list = List.copyOf(list);
    List<ArchitectureClass> found = new ArrayList<>();
    for (int bit = 0; bit < list.size(); bit++) {
      bits.put(list.get(bit), bit);
      String goarch = list.get(bit).target().goarch();
      classOf(regabi.contains(goarch), pointerSize(goarch), found).where().set(bit);
    }
    classes = List.copyOf(found);
  }

  private static ArchitectureClass classOf(
      boolean regabi, int pointerSize, List<ArchitectureClass> found) {
    for (ArchitectureClass one : found) {
      if (one.regabi() == regabi && one.pointerSize() == pointerSize) {
        return one;
      }
    }
    ArchitectureClass fresh = new ArchitectureClass(regabi, pointerSize, new BitSet());
    found.add(fresh);
    return fresh;
  }

  private static int pointerSize(String goarch) {
    return switch (goarch) {
      case "386", "arm", "mips", "mipsle" -> 4;
      default -> 8;
    };
  }

  List<Configuration> list() {
    return list;
  }

  List<ArchitectureClass> classes() {
    return classes;
  }

  /** Returns the number of a way to build; one that no set has if it is not covered. */
  int bit(Configuration configuration) {
    return bits.getOrDefault(configuration, list.size());
  }
}
