package dev.untether.cli.option;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files so that they are there whole or not at all, whenever the program is stopped. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Replaces {@code file}, keeping its permissions; a symbolic link is followed.
   *
   * @throws UnwritableFileException saying why it could not be done; the file is as it was
   */
  public static void write(Path file, Output.Writer writer) throws UnwritableFileException {
    try {
      replace(file, writer);
    } catch (IOException e) {
      throw new UnwritableFileException(file, e);
    }
  }

  /**
   * Creates {@code file}, with the directories that it needs.
   *
   * @throws UnwritableFileException saying why it could not be done, also if there is such a file
   */
  public static void create(Path file, Output.Writer writer) throws UnwritableFileException {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      // Whoever made the same file meanwhile keeps it.
      Files.createFile(file);
      replace(file, writer);
    } catch (FileAlreadyExistsException e) {
      throw new UnwritableFileException(file, new IOException("it appeared while untether ran"));
    } catch (IOException e) {
      throw new UnwritableFileException(file, e);
    }
  }

  private static void replace(Path file, Output.Writer writer) throws IOException {
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(real) && !Files.isRegularFile(real) && !Files.isDirectory(real)) {
      // A pipe or a device, such as /dev/stdout, cannot be replaced: only written to.
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(real))) {
        writer.writeTo(out);
      }
      return;
    }
    Path directory = real.getParent();
    if (directory == null) {
      throw new IOException("it names no file");
    }
    if (Files.isDirectory(real)) {
      throw new IOException("it is a directory");
    }
    if (!Files.isDirectory(directory)) {
      throw new IOException("there is no directory " + directory);
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

  /** Keeps a run by root from taking files away from those who own them. */
  private static void keepOwner(PosixFileAttributes from, PosixFileAttributeView to)
      throws IOException {
    PosixFileAttributes made = to.readAttributes();
    try {
      if (!made.owner().equals(from.owner())) {
        to.setOwner(from.owner());
      }
      if (!made.group().equals(from.group())) {
        to.setGroup(from.group());
      }
    } catch (FileSystemException e) {
      // Only root may give files away; for others the new file is theirs, as with git and sed -i.
      return;
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    var target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (target == null) {
      return;
    }
    if (Files.exists(from)) {
      PosixFileAttributes attributes =
          Files.readAttributes(from, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      keepOwner(attributes, target);
      target.setPermissions(attributes.permissions());
    } else {
      target.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
    }
  }
}
