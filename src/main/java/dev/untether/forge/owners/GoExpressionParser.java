package dev.untether.forge.owners;

import dev.untether.forge.owners.GoExpression.Node;
import dev.untether.forge.owners.GoExpression.Place;
import dev.untether.forge.owners.GoExpression.TooLong;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Reads the regular expressions of Go: <a href="https://pkg.go.dev/regexp/syntax">its syntax</a>
 * but classes of Unicode, {@code \Q} and octal escapes, which it refuses, as it refuses what Go
 * does not take.
 */
final class GoExpressionParser {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_REPEAT = 1_000;
  private static final int NONE = -1;
  private static final String NOTHING_TO_REPEAT = "nothing to repeat in the regular expression";

  private static final Map<Character, Integer> CONTROLS =
      Map.of('a', 7, 'f', 0xc, 't', 9, 'n', 0xa, 'r', 0xd, 'v', 0xb);

  private final String text;
  private int at;
  private int depth;
  private boolean ignoreCase;
  private boolean dotTakesAll;
  private boolean manyLines;
  private boolean onlyFlags;

  private GoExpressionParser(String text) {
    this.text = text;
  }

  /** An expression is not taken; the message says why. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      // A file may hold a million of them: without the stack, which nobody reads.
      super(message, /* cause= */ null, /* enableSuppression= */ false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /** Returns the machine for an expression. */
  static GoExpression parse(String text) throws Refused {
    if (text.length() > MAX_LENGTH) {
      throw new Refused("expected a regular expression of at most " + MAX_LENGTH + " characters");
    }
    GoExpressionParser parser = new GoExpressionParser(text);
    Node node = parser.alternatives();
    if (parser.at < text.length()) {
      throw new Refused("unexpected `)` in the regular expression");
    }
    try {
      return GoExpression.of(node);
    } catch (TooLong e) {
      throw new Refused("the regular expression repeats too much");
    }
  }

  private Node alternatives() throws Refused {
    List<Node> alternatives = new ArrayList<>();
    alternatives.add(sequence());
    while (take("|")) {
      alternatives.add(sequence());
    }
    return alternatives.size() == 1 ? alternatives.get(0) : new Node.Any(alternatives);
  }

  private Node sequence() throws Refused {
    List<Node> nodes = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      onlyFlags = false;
      Node node = one();
      if (!onlyFlags) {
        nodes.add(repeated(node));
      } else if (!nodes.isEmpty()) {
        // As Go has it: a repetition behind flags is one of what is before them.
        nodes.add(repeated(nodes.remove(nodes.size() - 1)));
      } else if (range().length > 0) {
        throw new Refused(NOTHING_TO_REPEAT);
      }
    }
    return new Node.All(nodes);
  }

  private Node one() throws Refused {
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return switch (c) {
      case '(' -> group();
      case '[' -> new Node.Take(folded(set()));
      case '.' -> new Node.Take(dotTakesAll ? any -> true : any -> any != '\n');
      case '^' -> new Node.At(manyLines ? Place.LINE_START : Place.START);
      case '$' -> new Node.At(manyLines ? Place.LINE_END : Place.END);
      case '*', '+', '?' -> throw new Refused(NOTHING_TO_REPEAT);
      case '\\' -> escape();
      default -> new Node.Take(folded(is(c)));
    };
  }

  private Node repeated(Node node) throws Refused {
    int[] range = range();
    if (range.length == 0) {
      return node;
    }
    take("?");
    int then = at;
    if (range().length > 0) {
      throw new Refused(
          "`" + text.substring(then, at) + "` repeats a repetition in the regular expression");
    }
    return new Node.Repeat(node, range[0], range[1]);
  }

  /** Returns how often what is before is repeated; nothing if it is not. */
  private int[] range() throws Refused {
    if (take("*")) {
      return new int[] {0, NONE};
    }
    if (take("+")) {
      return new int[] {1, NONE};
    }
    if (take("?")) {
      return new int[] {0, 1};
    }
    int before = at;
    if (take("{")) {
      int min = number();
      boolean range = take(",");
      int max = !range ? min : text.startsWith("}", at) ? NONE : number();
      boolean open = range && text.startsWith("}", at) && text.charAt(at - 1) == ',';
      if (min != NONE && (max != NONE || open) && take("}")) {
        if (min > MAX_REPEAT || max > MAX_REPEAT || (!open && max < min)) {
          throw new Refused("expected {n,m} with n <= m <= 1000 in the regular expression");
        }
        return new int[] {min, open ? NONE : max};
      }
    }
    // Otherwise a brace is one.
    at = before;
    return new int[0];
  }

  /** Returns the number that comes next; -1 if none does. */
  private int number() {
    int start = at;
    int number = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      number = Math.min(MAX_REPEAT + 1, number * 10 + text.charAt(at++) - '0');
    }
    boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
    return start == at || leadingZero ? NONE : number;
  }

  private Node group() throws Refused {
    if (++depth > MAX_DEPTH) {
      throw new Refused("the regular expression is nested too deeply");
    }
    boolean[] flags = {ignoreCase, dotTakesAll, manyLines};
    if (take("?P<") || (text.startsWith("?<", at) && take("?<"))) {
      int end = text.indexOf('>', at);
      if (end <= at || !text.substring(at, end).chars().allMatch(GoExpression::isWord)) {
        throw new Refused("expected (?P<name>…) in the regular expression");
      }
      at = end + 1;
    } else if (take("?") && flagsEnd()) {
      depth--;
      onlyFlags = true;
      return new Node.All(List.of());
    }
    Node node = alternatives();
    if (!take(")")) {
      throw new Refused("missing `)` in the regular expression");
    }
    depth--;
    ignoreCase = flags[0];
    dotTakesAll = flags[1];
    manyLines = flags[2];
    onlyFlags = false;
    return node;
  }

  /** Reads flags, and returns whether the group ends with them. */
  private boolean flagsEnd() throws Refused {
    boolean on = true;
    boolean any = false;
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case 'i' -> ignoreCase = on;
        case 's' -> dotTakesAll = on;
        case 'm' -> manyLines = on;
        case 'U' -> {
          // Which of several matches is found makes no difference here.
        }
        default -> {
          boolean end = (c == ':' || c == ')') && (on || any);
          if (end) {
            return c == ')';
          }
          if (c != '-' || !on) {
            throw new Refused("expected the flags i, m, s or U in the regular expression");
          }
          on = false;
          any = false;
          continue;
        }
      }
      any = true;
    }
    throw new Refused("missing `)` in the regular expression");
  }

  private Node escape() throws Refused {
    if (take("A")) {
      return new Node.At(Place.START);
    }
    if (take("z")) {
      return new Node.At(Place.END);
    }
    if (take("b")) {
      return new Node.At(Place.WORD_EDGE);
    }
    if (take("B")) {
      return new Node.At(Place.NO_WORD_EDGE);
    }
    Optional<IntPredicate> perl = perl();
    return new Node.Take(folded(perl.isPresent() ? perl.get() : is(escaped())));
  }

  /** Returns the class that an escape stands for, if it is one of a class. */
  private Optional<IntPredicate> perl() {
    char c = at < text.length() ? text.charAt(at) : ' ';
    Optional<IntPredicate> set =
        switch (Character.toLowerCase(c)) {
          case 'd' -> Optional.of(d -> d >= '0' && d <= '9');
          case 's' -> Optional.of(s -> "\t\n\f\r ".indexOf(s) >= 0);
          case 'w' -> Optional.of(GoExpression::isWord);
          default -> Optional.empty();
        };
    at += set.isPresent() ? 1 : 0;
    return Character.isUpperCase(c) ? set.map(IntPredicate::negate) : set;
  }

  /** Returns the character that an escape stands for. */
  private int escaped() throws Refused {
    if (at >= text.length()) {
      throw new Refused("the regular expression ends with a backslash");
    }
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    if (c < 0x80 && !Character.isLetterOrDigit(c)) {
      return c;
    }
    if (c == 'x') {
      return hexadecimal();
    }
    Integer control = c < 0x80 ? CONTROLS.get((char) c) : null;
    if (control == null) {
      throw new Refused(
          "`\\" + Character.toString(c) + "` is not understood in the regular expression");
    }
    return control;
  }

  private int hexadecimal() throws Refused {
    boolean braces = take("{");
    int end = braces ? text.indexOf('}', at) : Math.min(at + 2, text.length());
    String digits = end < 0 ? "" : text.substring(at, end);
    if (!digits.matches(braces ? "[0-9A-Fa-f]{1,6}" : "[0-9A-Fa-f]{2}")) {
      throw new Refused("expected \\x7F or \\x{10FFFF} in the regular expression");
    }
    int c = Integer.parseInt(digits, 16);
    if (c > Character.MAX_CODE_POINT) {
      throw new Refused("there is no character \\x{" + digits + "}");
    }
    at = braces ? end + 1 : end;
    return c;
  }

  /** Returns the set of characters whose bracket was just read. */
  private IntPredicate set() throws Refused {
    boolean negated = take("^");
    IntPredicate set = c -> false;
    boolean first = true;
    while (first || !text.startsWith("]", at)) {
      if (at >= text.length()) {
        throw new Refused("missing `]` in the regular expression");
      }
      first = false;
      set = set.or(element());
    }
    at++;
    // Within, as Go does: what is left out is left out in both cases.
    IntPredicate all = folded(set);
    return negated ? all.negate() : all;
  }

  private IntPredicate element() throws Refused {
    if (text.startsWith("[:", at)) {
      int end = text.indexOf(":]", at + 2);
      if (end >= 0) {
        String name = text.substring(at + 2, end);
        at = end + 2;
        return PosixClasses.named(name)
            .orElseThrow(
                () -> new Refused("there is no class [:" + name + ":] in regular expressions"));
      }
    }
    boolean escaped = text.startsWith("\\", at);
    if (escaped) {
      at++;
      Optional<IntPredicate> perl = perl();
      if (perl.isPresent()) {
        return perl.get();
      }
    }
    int low = escaped ? escaped() : next();
    int high = low;
    if (text.startsWith("-", at) && at + 1 < text.length() && text.charAt(at + 1) != ']') {
      at++;
      high = take("\\") ? escaped() : next();
    }
    if (high < low) {
      throw new Refused("a range of characters ends before it starts in the regular expression");
    }
    int end = high;
    return c -> c >= low && c <= end;
  }

  private int next() {
    int c = text.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  private boolean take(String what) {
    boolean there = text.startsWith(what, at);
    at += there ? what.length() : 0;
    return there;
  }

  private static IntPredicate is(int c) {
    return other -> other == c;
  }

  private IntPredicate folded(IntPredicate set) {
    return ignoreCase
        ? c ->
            set.test(c) || set.test(Character.toLowerCase(c)) || set.test(Character.toUpperCase(c))
        : set;
  }
}
