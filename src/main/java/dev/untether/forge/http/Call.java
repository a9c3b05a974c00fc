package dev.untether.forge.http;

import java.net.URI;
import java.util.Optional;

/**
 * A request as often as it takes.
 *
 * @param accept the media type that is asked for
 * @param repeatable whether it may be sent again when it is not known what became of it
 */
record Call(Method method, URI uri, Optional<String> body, String accept, boolean repeatable) {

  /** Returns the same, at another address. */
  Call at(URI other) {
    return new Call(method, other, body, accept, repeatable);
  }

  /** Returns whether JSON is expected. */
  boolean wantsJson() {
    return accept.contains("json");
  }

  /** Returns what messages call it. */
  String shown() {
    return method + " " + uri.getRawPath();
  }
}
