package dev.untether.git;

/** Tells what git or a repository does not allow, and what to do next. Not a bug of ours. */
public final class GitException extends Exception {
  private static final long serialVersionUID = 1;

  GitException(String message) {
    super(message);
  }

  GitException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Wraps a failure to read or write the repository itself. */
  static GitException of(String doing, Throwable cause) {
    String reason = cause.getMessage();
    String said = reason == null ? cause.getClass().getSimpleName() : reason;
    return new GitException(doing + ": " + said + "; `git fsck` may tell more", cause);
  }
}
