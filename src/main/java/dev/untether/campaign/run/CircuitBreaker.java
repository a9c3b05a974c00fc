package dev.untether.campaign.run;

import dev.untether.forge.ForgeException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stops asking a server that has said that it is of no use: it wants us later, it does not take the
 * token, or it was not there several times in a row. What is one unit's trouble is not a server's.
 */
final class CircuitBreaker {
  private static final int SILENCES = 3;

  private final Map<String, ForgeException> open = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> silences = new ConcurrentHashMap<>();

  /** Returns why nothing is to be asked of a server, if so. */
  Optional<ForgeException> why(String server) {
    return Optional.ofNullable(open.get(server));
  }

  void answered(String server) {
    silences.remove(server);
  }

  void failed(String server, ForgeException fault) {
    switch (fault.reason()) {
      case LIMITED, UNAUTHENTICATED -> open.putIfAbsent(server, fault);
      case UNREACHABLE -> {
        int count = silences.computeIfAbsent(server, key -> new AtomicInteger()).incrementAndGet();
        if (count >= SILENCES) {
          open.putIfAbsent(server, fault);
        }
      }
      case FORBIDDEN, NOT_FOUND, REFUSED -> answered(server);
    }
  }
}
