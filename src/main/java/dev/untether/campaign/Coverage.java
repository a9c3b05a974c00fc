package dev.untether.campaign;

/**
 * What a run is answerable for. One of several shards closes no pull request of another, however
 * little its own plan knows of it.
 */
@FunctionalInterface
public interface Coverage {
  /** Returns whether this run decides about a unit. */
  boolean covers(String repository, String unit);

  /** Returns the coverage of a run that is the only one. */
  static Coverage all() {
    return (repository, unit) -> true;
  }
}
