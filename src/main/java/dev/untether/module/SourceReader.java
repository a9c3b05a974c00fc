package dev.untether.module;

import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;

/**
 * The only way into file contents: never blocks on a pipe or device, never takes more memory than
 * allowed, never throws for what it finds.
 */
public final class SourceReader {
  /** The size, in bytes, up to which files are read unless told otherwise: 256 MiB. */
  public static final long DEFAULT_LIMIT = 256L << 20;

  /** Rule id: the file does not exist, may not be read, or is a pipe, a device, a directory. */
  public static final String UNREADABLE = "unreadable-file";

  /** Rule id: the file is larger than the limit. */
  public static final String TOO_LARGE = "file-too-large";

  /** Rule id: the file holds a NUL byte. */
  public static final String BINARY = SourceText.BINARY;

  /** Rule id: the file is not UTF-8; it can be looked at but must not be edited. */
  public static final String NOT_UTF8 = SourceText.NOT_UTF8;

  private static final int FIRST_BUFFER = 8192;
  // The longest array that every JVM can make.
  private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

  private SourceReader() {}

  /** What became of an attempt to read a file. */
  public sealed interface Result {}

  /**
   * The file was read.
   *
   * @param text its bytes
   * @param problems what is odd about it; a file with problems must not be edited
   */
  public record Text(SourceText text, List<Finding> problems) implements Result {
    public Text {
      problems = List.copyOf(problems);
    }
  }

  /**
   * The file was not read.
   *
   * @param problem why
   */
  public record Refused(Finding problem) implements Result {}

  /** Returns the content of {@code file}, up to {@code maxBytes} bytes, or why it is refused. */
  public static Result read(Path file, long maxBytes) {
    return read(file, file.toString(), maxBytes);
  }

  /**
   * Returns the content of {@code file}, or why it is refused.
   *
   * @param shownAs the file as the user will see it named in findings
   * @param maxBytes the size in bytes above which the file is refused
   */
  public static Result read(Path file, String shownAs, long maxBytes) {
    int limit = (int) Math.min(maxBytes, MAX_ARRAY - 1);
    byte[] bytes;
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return refuse(UNREADABLE, shownAs, "is not a regular file");
      }
      if (attributes.size() > limit) {
        return tooLarge(shownAs, attributes.size() + " bytes", limit);
      }
      bytes = readUpTo(file, (int) attributes.size(), limit);
    } catch (NoSuchFileException e) {
      return refuse(UNREADABLE, shownAs, "does not exist");
    } catch (AccessDeniedException e) {
      return refuse(UNREADABLE, shownAs, "may not be read by this user");
    } catch (IOException e) {
      return refuse(UNREADABLE, shownAs, "cannot be read: " + e.getMessage());
    } catch (OutOfMemoryError e) {
      // One array that does not fit leaves everything else intact.
      return refuse(TOO_LARGE, shownAs, "does not fit into memory; raise -Xmx to look at it");
    }
    if (bytes.length > limit) {
      return tooLarge(shownAs, "more than " + limit + " bytes", limit);
    }
    return judge(SourceText.of(bytes), shownAs);
  }

  /** Reads to the end, or one byte beyond {@code limit}: sizes can be stale, or 0 as in /proc. */
  private static byte[] readUpTo(Path file, int expected, int limit) throws IOException {
    byte[] buffer = new byte[Math.max(expected + 1, FIRST_BUFFER)];
    int length = 0;
    try (InputStream in = Files.newInputStream(file)) {
      while (length <= limit) {
        if (length == buffer.length) {
          buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, limit + 1L));
        }
        int room = Math.min(buffer.length, limit + 1) - length;
        int count = in.read(buffer, length, room);
        if (count < 0) {
          break;
        }
        length += count;
      }
    }
    return length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
  }

  private static Result judge(SourceText text, String shownAs) {
    if (text.isBinary()) {
      return refuse(BINARY, shownAs, "holds NUL bytes; it is not a source file");
    }
    if (text.isUtf8()) {
      return new Text(text, List.of());
    }
    String message = "is not UTF-8; it is looked at but will not be edited";
    return new Text(text, List.of(finding(NOT_UTF8, Severity.WARNING, shownAs, message)));
  }

  private static Result tooLarge(String shownAs, String size, int limit) {
    String message = "has " + size + "; it is left out, for the limit is " + limit + " bytes";
    return refuse(TOO_LARGE, shownAs, message);
  }

  private static Refused refuse(String rule, String shownAs, String message) {
    return new Refused(finding(rule, Severity.ERROR, shownAs, message));
  }

  private static Finding finding(String rule, Severity severity, String shownAs, String message) {
    return new Finding(rule, severity, shownAs, Finding.WHOLE_FILE, message);
  }
}
