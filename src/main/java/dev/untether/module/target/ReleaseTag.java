package dev.untether.module.target;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The tags {@code go1.1}, {@code go1.2}, …: each release sets its own and those before it. */
final class ReleaseTag {
  private static final Pattern FORM = Pattern.compile("go1\\.[1-9][0-9]*");
  private static final int DIGITS_AFTER = "go1.".length();

  private ReleaseTag() {}

  /**
   * Returns whether {@code tag} is the tag of some release; {@code go1} and {@code go1.0} are not.
   */
  static boolean is(String tag) {
    return tag.startsWith("go1.") && FORM.matcher(tag).matches();
  }

  /** Returns the N of the tag of Go 1.N; empty for other tags. */
  static OptionalInt minor(String tag) {
    String digits = is(tag) ? tag.substring(DIGITS_AFTER) : "";
    // A number too long for an int is a release that no one will see.
    return digits.isEmpty() || digits.length() >= 9
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(digits));
  }

  /** Returns whether Go 1.{@code minor} sets {@code tag}. */
  static boolean isSet(String tag, int minor) {
    OptionalInt own = minor(tag);
    return own.isPresent() && own.getAsInt() <= minor;
  }
}
