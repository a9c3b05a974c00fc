package dev.untether.module;

import java.util.Optional;

/** What a source file is, by the end of its name. */
public enum SourceKind {
  ASM(".s"),
  HEADER(".h"),
  GO(".go");

  private final String extension;

  SourceKind(String extension) {
    this.extension = extension;
  }

  /** Returns the kind of a file of this name; empty for files that are none of our business. */
  public static Optional<SourceKind> of(String fileName) {
    for (SourceKind kind : values()) {
      if (fileName.endsWith(kind.extension)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
