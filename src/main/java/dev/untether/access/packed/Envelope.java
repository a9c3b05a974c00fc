package dev.untether.access.packed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The outside of a data file: a mark, a digest and the compressed content. */
public final class Envelope {
  private static final byte[] MARK = {'u', 'n', 't', 'a', 'c', 'c', 0, 2};
  private static final int DIGEST_BYTES = 32;
  private static final int HEADER_BYTES = MARK.length + DIGEST_BYTES + Integer.BYTES;
  private static final int MAX_CONTENT = 1 << 28;

  private Envelope() {}

  /** Returns {@code content} with its outside. */
  public static byte[] seal(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, /* nowrap= */ true);
    byte[] buffer = new byte[1 << 16];
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try {
      deflater.setInput(content);
      deflater.finish();
      while (!deflater.finished()) {
        compressed.write(buffer, 0, deflater.deflate(buffer));
      }
    } finally {
      deflater.end();
    }
    byte[] body = compressed.toByteArray();
    return ByteBuffer.allocate(HEADER_BYTES + body.length)
        .put(MARK)
        .put(digest(body, 0))
        .putInt(content.length)
        .put(body)
        .array();
  }

  /**
   * Returns what was sealed.
   *
   * @throws DamagedDataException if the bytes are not those that {@link #seal} returned
   */
  public static byte[] open(byte[] file) throws DamagedDataException {
    if (file.length < HEADER_BYTES || !Arrays.equals(MARK, Arrays.copyOf(file, MARK.length))) {
      throw new DamagedDataException("not a file of symbol access data, or of another version");
    }
    byte[] promised = Arrays.copyOfRange(file, MARK.length, MARK.length + DIGEST_BYTES);
    if (!MessageDigest.isEqual(promised, digest(file, HEADER_BYTES))) {
      throw new DamagedDataException("the symbol access data is truncated or was changed");
    }
    int length = ByteBuffer.wrap(file).getInt(MARK.length + DIGEST_BYTES);
    if (length < 0 || length > MAX_CONTENT) {
      throw new DamagedDataException("the symbol access data has an impossible length");
    }
    byte[] content = new byte[length];
    Inflater inflater = new Inflater(/* nowrap= */ true);
    try {
      inflater.setInput(file, HEADER_BYTES, file.length - HEADER_BYTES);
      if (inflater.inflate(content) != length) {
        throw new DamagedDataException("the symbol access data is shorter than it says");
      }
    } catch (DataFormatException e) {
      throw new DamagedDataException("the symbol access data cannot be expanded");
    } finally {
      inflater.end();
    }
    return content;
  }

  private static byte[] digest(byte[] bytes, int offset) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, offset, bytes.length - offset);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
