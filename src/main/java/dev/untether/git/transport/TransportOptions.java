package dev.untether.git.transport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How other repositories are reached.
 *
 * @param environment the variables of this process; git gets those that say how the user connects
 * @param temporary a directory for private files of ours, which go when they are not needed
 * @param limit how long one command may take; it is killed then, with all that it has started
 * @param login who we are to servers that are spoken to by https; the user's helpers know, if empty
 */
public record TransportOptions(
    Map<String, String> environment, Path temporary, Duration limit, Optional<Login> login) {

  /** Copies the map. */
  public TransportOptions {
    environment = Map.copyOf(environment);
  }

  /** Returns the same with another limit. */
  public TransportOptions within(Duration other) {
    return new TransportOptions(environment, temporary, other, login);
  }

  TransportOptions as(Optional<Login> other) {
    return other.isEmpty() ? this : new TransportOptions(environment, temporary, limit, other);
  }
}
