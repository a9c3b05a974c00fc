package dev.untether.forge.rest;

/** Text that a forge has had in its hands. */
public final class ForgeText {
  private ForgeText() {}

  /** Returns whether two texts are the same but for line ends and blanks around them. */
  public static boolean isSame(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String text) {
    return text.replace("\r\n", "\n").strip();
  }
}
