package dev.untether.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files so that they are there whole or not at all, whenever the program is stopped. */
final class WholeFile {
  private WholeFile() {}

  /** Replaces {@code file}, keeping its permissions; a symbolic link is followed. */
  static void write(Path file, Output.Writer writer) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(real) && !Files.isRegularFile(real)) {
      // A pipe or a device, such as /dev/stdout, cannot be replaced: only written to.
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(real))) {
        writer.writeTo(out);
      }
      return;
    }
    Path directory = real.getParent();
    if (directory == null) {
      throw new IOException(file + " names no file");
    }
    Path part = Files.createTempFile(directory, ".untether-", ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        writer.writeTo(out);
      }
      keepPermissions(real, part);
      Files.move(part, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    var target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (target == null) {
      return;
    }
    if (Files.exists(from)) {
      target.setPermissions(Files.getPosixFilePermissions(from, LinkOption.NOFOLLOW_LINKS));
    } else {
      target.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
    }
  }
}
