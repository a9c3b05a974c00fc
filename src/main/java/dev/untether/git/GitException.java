package dev.untether.git;

/** Tells what git or a repository does not allow, and what to do next. Not a bug of ours. */
public final class GitException extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** Why, as far as callers act on it. */
  public enum Reason {
    /** Something on this machine: the repository, its configuration, what was asked for. */
    LOCAL,
    /** The server knows nobody by what it was given, or was given nothing. */
    UNAUTHENTICATED,
    /** The server knows who asks, and does not let them do it. */
    FORBIDDEN,
    /** No such repository, or none that the server shows to whoever asks. */
    NOT_FOUND,
    /** The branch is protected against everybody, or everybody of that kind. */
    PROTECTED,
    /** A hook or a rule of the server said no; the message has its words. */
    DECLINED,
    /** Somebody pushed between our look and our push. Nothing was changed; a new look may help. */
    OVERTAKEN,
    /** No answer, or none in time. What was asked for may have happened; a new look tells. */
    UNREACHABLE,
  }

  GitException(String message) {
    this(Reason.LOCAL, message);
  }

  GitException(String message, Throwable cause) {
    super(message, cause);
    this.reason = Reason.LOCAL;
  }

  /** Creates one for which somebody else than this machine may be the reason. */
  public GitException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Wraps a failure to read or write the repository itself. */
  public static GitException of(String doing, Throwable cause) {
    String reason = cause.getMessage();
    String said = reason == null ? cause.getClass().getSimpleName() : reason;
    return new GitException(doing + ": " + said + "; `git fsck` may tell more", cause);
  }

  /** Returns why. */
  public Reason reason() {
    return reason;
  }
}
