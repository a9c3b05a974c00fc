package dev.untether.forge.description;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The title that we gave a pull request, as its body remembers it: an HTML comment with a digest.
 * Forges do not tell who reworded a title; a title that is not the remembered one is somebody
 * else's, and stays.
 */
public final class TitleMark {
  private static final String OPENING = "<!-- untether-title ";
  private static final String CLOSING = " -->";
  private static final int DIGITS = 16;

  private TitleMark() {}

  /**
   * Returns a body that remembers the title.
   *
   * @param longest how many characters the forge takes; if that leaves no room, the body is
   *     returned as it is, and the title will stay
   */
  public static String on(String body, String title, int longest) {
    String marked = body.stripTrailing() + "\n\n" + mark(title) + "\n";
    return marked.length() <= longest ? marked : body;
  }

  /** Returns whether a pull request with this body has the title that we gave it. */
  public static boolean isOurs(String body, String title) {
    return body.contains(mark(title));
  }

  private static String mark(String title) {
    MessageDigest sha;
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    // Forges drop blanks around a title.
    byte[] digest = sha.digest(title.strip().getBytes(StandardCharsets.UTF_8));
    return OPENING + HexFormat.of().formatHex(digest, 0, DIGITS / 2) + CLOSING;
  }
}
