package dev.untether.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a caller puts into registers for a function, as far as its written signature tells: whole
 * words and floating-point words, parameters and results apart. Types that are only named may be
 * anything of at least one word.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/compile/abi-internal.md
 */
final class SignatureShape {
  private static final String WORD = "i";
  private static final String FLOAT = "f";
  private static final char ANYTHING = '?';
  private static final Pattern NAMED =
      Pattern.compile("(?!(?:chan|func|map|struct|interface) )[\\p{L}_][\\p{L}\\p{N}_]* \\S.*");
  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

  private final String parameters;
  private final String results;

  private SignatureShape(String parameters, String results) {
    this.parameters = parameters;
    this.results = results;
  }

  /** Returns the shape of a signature in normal form; empty if it has type parameters or damage. */
  static Optional<SignatureShape> of(String signature) {
    int close = signature.startsWith("(") ? closing(signature, 0) : -1;
    if (close < 0) {
      return Optional.empty();
    }
    String rest = signature.substring(close + 1).strip();
    boolean isList = rest.startsWith("(") && closing(rest, 0) == rest.length() - 1;
    return Optional.of(
        new SignatureShape(
            shape(signature.substring(1, close)),
            shape(isList ? rest.substring(1, rest.length() - 1) : rest)));
  }

  /** Returns the shape of a method with this signature, as functions that stand for it have it. */
  SignatureShape withReceiver(boolean pointer) {
    return new SignatureShape((pointer ? WORD : String.valueOf(ANYTHING)) + parameters, results);
  }

  /** Returns whether a call with this shape certainly goes wrong for a function of the other. */
  boolean clashesWith(SignatureShape other) {
    return clash(parameters, other.parameters) || clash(results, other.results);
  }

  private static boolean clash(String one, String other) {
    boolean known = one.indexOf(ANYTHING) < 0;
    boolean otherKnown = other.indexOf(ANYTHING) < 0;
    if (known && otherKnown) {
      return !one.equals(other);
    }
    return known && one.length() < other.length() || otherKnown && other.length() < one.length();
  }

  private static String shape(String list) {
    List<String> entries = split(list);
    boolean named = entries.stream().anyMatch(it -> NAMED.matcher(it).matches());
    StringBuilder shape = new StringBuilder();
    int waiting = 0;
    for (String entry : entries) {
      if (named && IDENTIFIER.matcher(entry).matches()) {
        waiting++;
        continue;
      }
      String type = named ? entry.substring(entry.indexOf(' ') + 1) : entry;
      shape.append(words(type.strip()).repeat(waiting + 1));
      waiting = 0;
    }
    return shape.toString();
  }

  private static String words(String type) {
    if (type.startsWith("[]") || type.startsWith("...")) {
      return WORD.repeat(3);
    }
    if (type.startsWith("*")
        || type.startsWith("map[")
        || type.startsWith("chan ")
        || type.startsWith("chan<-")
        || type.startsWith("<-chan")
        || type.startsWith("func(")) {
      return WORD;
    }
    return switch (type) {
      case "bool",
          "int8",
          "uint8",
          "byte",
          "int16",
          "uint16",
          "int32",
          "uint32",
          "rune",
          "int64",
          "uint64",
          "int",
          "uint",
          "uintptr",
          "unsafe.Pointer" ->
          WORD;
      case "string", "error", "any", "interface{}" -> WORD.repeat(2);
      case "float32", "float64" -> FLOAT;
      case "complex64", "complex128" -> FLOAT.repeat(2);
      default -> String.valueOf(ANYTHING);
    };
  }

  /** Returns the parts between the commas outside of brackets. */
  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(list.substring(start, i).strip());
        start = i + 1;
      }
    }
    String last = list.substring(start).strip();
    if (!last.isEmpty()) {
      parts.add(last);
    }
    return parts;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
