package dev.untether.verify;

import dev.untether.module.target.BuildContext;
import dev.untether.module.target.Target;
import java.util.Comparator;

/**
 * A way to build: one Go release for one target.
 *
 * @param release the N of Go 1.N
 * @param target the operating system and architecture
 * @param variant what else is set
 */
public record Cell(int release, Target target, Variant variant) implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparingInt(Cell::release)
          .thenComparing(Cell::target)
          .thenComparing(Cell::variant);

  /** A way to build in which nothing else is set. */
  public Cell(int release, Target target) {
    this(release, target, Variant.NONE);
  }

  /** Returns the target with what else is set, as reports name it. */
  public String place() {
    String setting = variant.toString();
    return setting.isEmpty() ? target.toString() : target + " (" + setting + ")";
  }

  BuildContext context() {
    return variant.context(target, release);
  }

  /** Orders by release, then by target. */
  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "Go 1." + release + " for " + place();
  }
}
