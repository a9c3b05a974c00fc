package dev.untether.forge.owners;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An owner as a CODEOWNERS file names it.
 *
 * @param name without {@code @} in front; the whole address, for mail
 */
public record Owner(Kind kind, String name) {
  private static final int MAX_LENGTH = 255;
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*+(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*+)*+");
  private static final Pattern MAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

  /** What an owner is. */
  public enum Kind {
    /** A person; on GitLab, a group may be called like that too. */
    PERSON,
    /** A team, {@code org/team}, or a group within others. */
    TEAM,
    /** Everybody with a role in the project. */
    ROLE,
    /** Whoever has the address. */
    MAIL,
  }

  /** Returns the owner that is written like this, if any is. */
  public static Optional<Owner> of(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    if (text.startsWith("@@")) {
      return named(Kind.ROLE, text.substring(2));
    }
    if (text.startsWith("@")) {
      return named(text.indexOf('/') < 0 ? Kind.PERSON : Kind.TEAM, text.substring(1));
    }
    return MAIL.matcher(text).matches()
        ? Optional.of(new Owner(Kind.MAIL, text))
        : Optional.empty();
  }

  /**
   * Returns the name by which a forge can be asked for a review: nothing for roles, and for
   * addresses, of which forges do not tell whose they are.
   */
  public Optional<String> reviewer() {
    return kind == Kind.PERSON || kind == Kind.TEAM ? Optional.of(name) : Optional.empty();
  }

  private static Optional<Owner> named(Kind kind, String name) {
    return NAME.matcher(name).matches() ? Optional.of(new Owner(kind, name)) : Optional.empty();
  }
}
