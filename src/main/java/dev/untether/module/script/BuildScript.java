package dev.untether.module.script;

import dev.untether.text.SourceText;
import java.nio.file.Path;

/**
 * A file that tells the go command what to do.
 *
 * @param absolute where it is
 * @param relative its path below the directory that was looked at, with slashes on every system
 * @param kind what it is
 * @param text its content
 */
public record BuildScript(Path absolute, String relative, ScriptKind kind, SourceText text)
    implements Comparable<BuildScript> {

  /** Orders by relative path. */
  @Override
  public int compareTo(BuildScript other) {
    return relative.compareTo(other.relative);
  }
}
