package dev.untether.module.target;

/** Says that a word of a {@code --target} list means no port of the releases asked for. */
public final class UnknownTargetException extends Exception {
  private static final long serialVersionUID = 1L;

  UnknownTargetException(String message) {
    super(message);
  }
}
