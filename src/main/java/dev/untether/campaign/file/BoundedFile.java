package dev.untether.campaign.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that may be anything: neither without end nor larger than memory. */
final class BoundedFile {
  private BoundedFile() {}

  /**
   * Returns the bytes of a file.
   *
   * @throws IOException if it is no regular file, has more bytes than {@code most} or cannot be
   *     read; its message says so
   */
  static byte[] read(Path file, int most) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("there is no such file");
    }
    // A pipe or a device may never end.
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is not a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException("it has more than " + most + " bytes");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file", e);
    }
  }
}
