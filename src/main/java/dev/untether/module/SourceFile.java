package dev.untether.module;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One file to look at.
 *
 * @param absolute where it is
 * @param relative its path below the PATH given, with slashes on every system
 * @param packagePath import path of the package it belongs to; see {@link ModuleTree} for
 *     directories outside any module
 * @param modulePath path of the module it belongs to; empty outside any module
 * @param kind what it holds
 */
public record SourceFile(
    Path absolute, String relative, String packagePath, String modulePath, SourceKind kind)
    implements Comparable<SourceFile> {

  /** Returns the directory that the file is in. */
  public Path directory() {
    return Objects.requireNonNull(absolute.getParent(), "a file is in a directory");
  }

  /** Orders by relative path. */
  @Override
  public int compareTo(SourceFile other) {
    return relative.compareTo(other.relative);
  }
}
