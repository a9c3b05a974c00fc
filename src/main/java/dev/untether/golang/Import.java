package dev.untether.golang;

import dev.untether.text.Span;
import java.util.Optional;

/**
 * One import of a Go file.
 *
 * @param name the name in front of the path: an identifier, {@code _} or {@code .}
 * @param path the path, unquoted
 * @param span the name, if any, and the quoted path
 * @param declaration the whole import declaration, which may hold other imports
 */
public record Import(Optional<String> name, String path, Span span, Span declaration) {

  /** Returns whether this is package unsafe, without which a file's linknames do not count. */
  public boolean isUnsafe() {
    return path.equals("unsafe");
  }

  /** Returns whether this makes the file one for cgo. */
  public boolean isC() {
    return path.equals("C");
  }
}
