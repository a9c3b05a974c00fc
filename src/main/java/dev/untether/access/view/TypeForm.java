package dev.untether.access.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Signatures and types without what does not change their identity: the names of parameters and
 * results, and second names of predeclared types.
 */
final class TypeForm {
  private static final Pattern NAMED =
      Pattern.compile("(?!(?:func|chan|map|struct|interface)\\b)\\w+ .+", Pattern.DOTALL);
  private static final Pattern EMPTY_INTERFACE = Pattern.compile("\\binterface\\{\\}");
  private static final Pattern BYTE = Pattern.compile("(?<![\\w.])byte\\b");
  private static final Pattern RUNE = Pattern.compile("(?<![\\w.])rune\\b");
  private static final String FUNC = "func(";

  private TypeForm() {}

  /** Returns the form of a signature or type that is in normal form. */
  static String of(String text) {
    String plain = text.startsWith("(") ? signature(text) : type(text);
    plain = EMPTY_INTERFACE.matcher(plain).replaceAll("any");
    return RUNE.matcher(BYTE.matcher(plain).replaceAll("uint8")).replaceAll("int32");
  }

  private static String signature(String text) {
    int close = closeOf(text, 0);
    String parameters = "(" + String.join(", ", types(text.substring(1, Math.max(1, close)))) + ")";
    String rest = text.substring(Math.min(close + 1, text.length())).strip();
    if (rest.isEmpty()) {
      return parameters;
    }
    if (!rest.startsWith("(")) {
      return parameters + " " + type(rest);
    }
    List<String> results = types(rest.substring(1, Math.max(1, closeOf(rest, 0))));
    String together = String.join(", ", results);
    return parameters + " " + (results.size() == 1 ? together : "(" + together + ")");
  }

  /** Returns the types in a list of parameters: {@code a, b int} has two of them. */
  private static List<String> types(String list) {
    List<String> entries = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      depth += depthChange(c);
      if (c == ',' && depth == 0) {
        entries.add(list.substring(start, i).strip());
        start = i + 1;
      }
    }
    if (!list.substring(start).isBlank()) {
      entries.add(list.substring(start).strip());
    }
    boolean named = entries.stream().anyMatch(entry -> NAMED.matcher(entry).matches());
    List<String> types = new ArrayList<>();
    String type = "";
    for (int i = entries.size() - 1; i >= 0; i--) {
      String entry = entries.get(i);
      int blank = entry.indexOf(' ');
      boolean hasType = !named || blank >= 0;
      type = hasType ? type(named ? entry.substring(blank + 1) : entry) : type;
      types.add(0, type);
    }
    return types;
  }

  /** Rewrites the function types within a type. */
  private static String type(String text) {
    int at = text.indexOf(FUNC);
    if (at < 0 || at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1))) {
      return text;
    }
    int end = closeOf(text, at + FUNC.length() - 1) + 1;
    int depth = 0;
    while (end < text.length()) {
      char c = text.charAt(end);
      depth += depthChange(c);
      if (depth < 0 || depth == 0 && (c == ',' || c == ';')) {
        break;
      }
      end++;
    }
    int open = at + FUNC.length() - 1;
    return text.substring(0, open)
        + signature(text.substring(open, end))
        + type(text.substring(end));
  }

  private static int closeOf(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += depthChange(text.charAt(i));
      if (depth == 0) {
        return i;
      }
    }
    return text.length() - 1;
  }

  private static int depthChange(char c) {
    return switch (c) {
      case '(', '[', '{' -> 1;
      case ')', ']', '}' -> -1;
      default -> 0;
    };
  }
}
