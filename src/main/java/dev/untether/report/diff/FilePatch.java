package dev.untether.report.diff;

import dev.untether.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One file before and after a change.
 *
 * @param path the file, relative to the root the diff will be applied in, with {@code /} between
 *     the names
 * @param before the old text; empty when the change creates the file
 * @param after the new text; empty when the change deletes the file
 */
public record FilePatch(String path, Optional<SourceText> before, Optional<SourceText> after) {

  /**
   * Refuses with {@link IllegalArgumentException} a file that exists neither before nor after, and
   * paths that could lead out of the root: {@code git apply} would refuse those too, but only after
   * the diff was handed on.
   */
  public FilePatch {
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("neither a text before nor a text after: " + path);
    }
    if (path.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(path)) {
      throw new IllegalArgumentException("not the name of any file: " + path);
    }
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        throw new IllegalArgumentException("not a path below the root: " + path);
      }
    }
  }

  /**
   * Returns the patch that gives {@code path} the text {@code after} in place of {@code before}.
   */
  public static FilePatch modified(String path, SourceText before, SourceText after) {
    return new FilePatch(path, Optional.of(before), Optional.of(after));
  }

  /** Returns the patch that creates {@code path}. */
  public static FilePatch created(String path, SourceText after) {
    return new FilePatch(path, Optional.empty(), Optional.of(after));
  }

  /** Returns the patch that deletes {@code path}. */
  public static FilePatch deleted(String path, SourceText before) {
    return new FilePatch(path, Optional.of(before), Optional.empty());
  }

  /** Returns whether the file is the same before and after. */
  public boolean isEmpty() {
    return before.equals(after);
  }
}
