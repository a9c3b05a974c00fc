package dev.untether.forge.owners;

import java.util.Optional;
import java.util.function.IntPredicate;

/** The classes of characters that POSIX names, which hold ASCII alone. */
final class PosixClasses {
  private PosixClasses() {}

  /** Returns the class of a name, of which {@code ^} in front makes the opposite. */
  static Optional<IntPredicate> named(String name) {
    return name.startsWith("^") ? plain(name.substring(1)).map(IntPredicate::negate) : plain(name);
  }

  private static Optional<IntPredicate> plain(String name) {
    return switch (name) {
      case "alnum" -> Optional.of(c -> isLetter(c) || isDigit(c));
      case "alpha" -> Optional.of(PosixClasses::isLetter);
      case "ascii" -> Optional.of(c -> c < 0x80);
      case "blank" -> Optional.of(c -> c == ' ' || c == '\t');
      case "cntrl" -> Optional.of(c -> c < ' ' || c == 0x7f);
      case "digit" -> Optional.of(PosixClasses::isDigit);
      case "graph" -> Optional.of(c -> c > ' ' && c <= '~');
      case "lower" -> Optional.of(c -> c >= 'a' && c <= 'z');
      case "print" -> Optional.of(c -> c >= ' ' && c <= '~');
      case "punct" -> Optional.of(c -> c > ' ' && c <= '~' && !isLetter(c) && !isDigit(c));
      case "space" -> Optional.of(c -> c == ' ' || (c >= '\t' && c <= '\r'));
      case "upper" -> Optional.of(c -> c >= 'A' && c <= 'Z');
      case "word" -> Optional.of(GoExpression::isWord);
      case "xdigit" ->
          Optional.of(c -> isDigit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'));
      default -> Optional.empty();
    };
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
