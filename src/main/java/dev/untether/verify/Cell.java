package dev.untether.verify;

import dev.untether.module.target.Target;

/**
 * A way to build: one Go release for one target, without cgo.
 *
 * @param release the N of Go 1.N
 * @param target the operating system and architecture
 */
public record Cell(int release, Target target) implements Comparable<Cell> {

  /** Orders by release, then by target. */
  @Override
  public int compareTo(Cell other) {
    int order = Integer.compare(release, other.release);
    return order != 0 ? order : target.compareTo(other.target);
  }

  @Override
  public String toString() {
    return "Go 1." + release + " for " + target;
  }
}
