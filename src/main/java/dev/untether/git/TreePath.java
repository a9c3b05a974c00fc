package dev.untether.git;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Names in a tree as a disk may have them: a repository can hold names that lead elsewhere. */
final class TreePath {
  private TreePath() {}

  /** Returns a path below the root that has the name of {@code raw}, or nothing if none can. */
  static Optional<String> safe(byte[] raw) {
    String path;
    try {
      path = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    for (String name : path.split("/", -1)) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (name.isEmpty() || name.equals(".") || name.equals("..") || lower.equals(".git")) {
        return Optional.empty();
      }
    }
    try {
      // Throws for a name that cannot be written in the locale of this process.
      boolean whole = Path.of(path).toString().equals(path);
      return whole && path.indexOf('\\') < 0 ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
