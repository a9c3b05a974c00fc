package dev.untether.report.diff;

import dev.untether.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The name under which git stores a text. */
final class GitBlob {
  private static final String ABSENT = "0".repeat(40);

  private GitBlob() {}

  /**
   * Returns the SHA-1 object id in full; zeros, as in git's diffs, for a file that is not there.
   */
  static String id(Optional<SourceText> text) {
    return text.map(GitBlob::id).orElse(ABSENT);
  }

  private static String id(SourceText text) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
    digest.update(("blob " + text.length() + "\0").getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(digest.digest(text.bytes()));
  }
}
