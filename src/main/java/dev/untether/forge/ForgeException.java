package dev.untether.forge;

import java.time.Instant;
import java.util.Optional;

/**
 * A forge does not do what it was asked. The message says which forge, what, why and what to do
 * next, and never holds a token.
 */
public final class ForgeException extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final transient Optional<Instant> again;

  /** Why, as far as callers act on it. */
  public enum Reason {
    /** No token, or one that has expired or been revoked. */
    UNAUTHENTICATED,
    /** The token may not do this, or the project does not let anybody do it. */
    FORBIDDEN,
    /** No such project or pull request, or none that the token may see. */
    NOT_FOUND,
    /** The forge asks to come back later than we are willing to wait. */
    LIMITED,
    /** The forge understood, and will not: the message has its words. */
    REFUSED,
    /** No answer, or none that makes sense, after all tries. */
    UNREACHABLE,
  }

  /**
   * @param again when to try again, if the forge said so
   */
  public ForgeException(Reason reason, String message, Optional<Instant> again) {
    super(message);
    this.reason = reason;
    this.again = again;
  }

  /** Creates one that does not say when to try again. */
  public ForgeException(Reason reason, String message) {
    this(reason, message, Optional.empty());
  }

  public Reason reason() {
    return reason;
  }

  /** Returns when to try again, if the forge said so. */
  public Optional<Instant> again() {
    return again;
  }
}
