package dev.untether.review.explain;

import java.util.regex.Pattern;

/** The ways in which people write a symbol: as the linker does, or as assembly does. */
public final class SymbolSpelling {
  private static final Pattern BASE = Pattern.compile("(?:[+-][0-9]+)?\\((?:SB|PC)\\)$");
  private static final Pattern SELECTOR = Pattern.compile("<[A-Za-z0-9]*>(?:[+-][0-9]+)?$");

  private SymbolSpelling() {}

  /**
   * Returns the linker's name of what {@code written} means: {@code runtime.load_g} for {@code
   * runtime·load_g(SB)}. A name that assembly gives no package has none in the result either.
   */
  public static String linkerName(String written) {
    String name = written.strip();
    if (name.length() > 1 && (name.startsWith("$") || name.startsWith("*"))) {
      name = name.substring(1);
    }
    name = BASE.matcher(name).replaceFirst("");
    name = SELECTOR.matcher(name).replaceFirst("");
    name = name.replace('·', '.').replace('∕', '/');
    return name.startsWith(".") ? name.substring(1) : name;
  }
}
