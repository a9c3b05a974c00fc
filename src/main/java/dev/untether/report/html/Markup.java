package dev.untether.report.html;

import dev.untether.report.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * HTML under construction, which is well-formed XML too. All text and all values are escaped here
 * and nowhere else, so that nothing from an analysed repository becomes markup.
 */
public final class Markup {
  // https://html.spec.whatwg.org/multipage/syntax.html#void-elements
  private static final Set<String> VOID = Set.of("meta", "input", "br");

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element without attributes. */
  public Markup open(String element) {
    return open(element, Map.of());
  }

  /** Opens an element of a class. */
  public Markup open(String element, String styleClass) {
    return open(element, Map.of("class", styleClass));
  }

  /** Opens an element; one that cannot have content is closed at once. */
  public Markup open(String element, Map<String, String> attributes) {
    text.append('<').append(element);
    attributes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            it ->
                text.append(' ')
                    .append(it.getKey())
                    .append("=\"")
                    .append(escaped(it.getValue()))
                    .append('"'));
    if (VOID.contains(element)) {
      text.append("/>");
    } else {
      text.append('>');
      open.push(element);
    }
    return this;
  }

  /** Closes the element that was opened last. */
  public Markup close() {
    text.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Ends a line of the source, for those who read that. */
  public Markup line() {
    text.append('\n');
    return this;
  }

  /** Adds text, on one line. */
  public Markup text(String words) {
    text.append(escaped(Printable.line(words)));
    return this;
  }

  /** Adds an element that holds text alone. */
  public Markup element(String element, String words) {
    return open(element).text(words).close();
  }

  /** Adds an element of a class that holds text alone. */
  public Markup element(String element, String styleClass, String words) {
    return open(element, styleClass).text(words).close();
  }

  /** Adds lines of source, with their tabs and line breaks. */
  public Markup code(String lines) {
    lines.lines().forEach(line -> text.append(escaped(Printable.excerpt(line))).append('\n'));
    return this;
  }

  /** Adds what the program itself brings along: a style sheet or a script. */
  Markup trusted(String content) {
    text.append(content);
    return this;
  }

  private static String escaped(String given) {
    StringBuilder safe = new StringBuilder(given.length());
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
