package dev.untether.access;

import dev.untether.module.target.Target;

/**
 * One way to build the standard library: what decides which of its files are compiled.
 *
 * @param target the operating system and architecture
 * @param cgo whether cgo is enabled
 */
public record Configuration(Target target, boolean cgo) implements Comparable<Configuration> {

  /** Orders by target, without cgo first. */
  @Override
  public int compareTo(Configuration other) {
    int byTarget = target.compareTo(other.target);
    return byTarget != 0 ? byTarget : Boolean.compare(cgo, other.cgo);
  }
}
