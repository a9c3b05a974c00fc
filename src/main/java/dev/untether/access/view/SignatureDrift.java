package dev.untether.access.view;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.SymbolFacts;
import dev.untether.module.target.Target;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A change of a function's signature or a variable's type from one release to another. The linker
 * compares none of it: what was declared for the one links with the other, and may crash there.
 *
 * @param symbol the linker's name
 * @param before the signature or type before, in normal form
 * @param after the same after
 */
public record SignatureDrift(String symbol, String before, String after) {
  // What is behind a pointer, in a slice or in a map has a layout that the other side relies on.
  private static final Pattern PLAIN_TYPE = Pattern.compile("(?<![*\\]\\w.])\\w[\\w.]*");

  /**
   * Returns whether no more than types that stand alone got other names: {@code Errno} for {@code
   * uintptr}, say. Most often these are passed alike.
   */
  public boolean isOfNamesAlone() {
    return PLAIN_TYPE
        .matcher(TypeForm.of(before))
        .replaceAll("T")
        .equals(PLAIN_TYPE.matcher(TypeForm.of(after)).replaceAll("T"));
  }

  /**
   * Returns how a symbol's type changed between two releases on a target; empty if it did not, or
   * if either type is not known, or there is no symbol or no data. Names of parameters do not
   * count, nor does {@code any} for {@code interface{}}. A type of the same name that has other
   * fields is not seen.
   *
   * @param from the N of the release before, Go 1.N
   * @param to the N of the release after, Go 1.N
   */
  public static Optional<SignatureDrift> between(String symbol, int from, int to, Target target) {
    Optional<AccessData> before = AccessData.of(from);
    Optional<AccessData> after = AccessData.of(to);
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : between(symbol, before.get(), after.get(), new Configuration(target, /* cgo= */ false));
  }

  /** Returns the same for one way to build, from whatever data. */
  public static Optional<SignatureDrift> between(
      String symbol, AccessData from, AccessData to, Configuration configuration) {
    return between(symbol, from.symbol(symbol, configuration), to.symbol(symbol, configuration));
  }

  static Optional<SignatureDrift> between(
      String symbol, Optional<SymbolFacts> from, Optional<SymbolFacts> to) {
    return between(
        symbol,
        from.map(SymbolFacts::signature).orElse(""),
        to.map(SymbolFacts::signature).orElse(""));
  }

  /**
   * Returns the same for two signatures or types in normal form; empty texts are such as are not
   * known.
   */
  public static Optional<SignatureDrift> between(String symbol, String before, String after) {
    boolean same = before.isEmpty() || after.isEmpty() || before.equals(after);
    return same || TypeForm.of(before).equals(TypeForm.of(after))
        ? Optional.empty()
        : Optional.of(new SignatureDrift(symbol, before, after));
  }
}
