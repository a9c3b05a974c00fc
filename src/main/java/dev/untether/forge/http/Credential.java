package dev.untether.forge.http;

import dev.untether.forge.ForgeException;
import dev.untether.git.Secret;

/**
 * A token, and the header it is sent in. It is sent to the server it was given for and to no other.
 *
 * @param header the name of the header
 * @param prefix what stands before the token, such as {@code "Bearer "}
 */
public record Credential(String header, String prefix, Secret token) {

  /**
   * Returns the credential of a token, without the blanks around it.
   *
   * @throws ForgeException when no token looks like that; a header cannot hold it
   */
  public static Credential of(String header, String prefix, Secret token) throws ForgeException {
    String text = token.reveal().strip();
    if (text.isEmpty()) {
      throw new ForgeException(
          ForgeException.Reason.UNAUTHENTICATED, "the token is empty: give one, or none at all");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
        throw new ForgeException(
            ForgeException.Reason.UNAUTHENTICATED,
            "the token has a character that tokens do not have, at position "
                + (i + 1)
                + " of "
                + text.length()
                + ": give the token alone, on one line");
      }
    }
    return new Credential(header, prefix, Secret.of(text));
  }

  /** Returns the credential that goes as {@code Authorization: Bearer}. */
  public static Credential bearer(Secret token) throws ForgeException {
    return of("Authorization", "Bearer ", token);
  }

  /** Returns {@code text} without the token, should somebody have put it there. */
  String hiddenIn(String text) {
    return text.replace(token.reveal(), "(secret)");
  }
}
