package dev.untether.text;

/**
 * Something to tell about one place in one file.
 *
 * @param rule id of the rule or recipe that speaks; the anchor of its documentation
 * @param severity how much it matters
 * @param path the file, as the user will see it named
 * @param position the place; line 0 stands for the whole file
 * @param message one sentence: what is wrong or was decided, and what to do next
 */
public record Finding(
    String rule, Severity severity, String path, Position position, String message)
    implements Comparable<Finding> {

  /** The position of findings that concern a whole file. */
  public static final Position WHOLE_FILE = new Position(0, 0);

  /** Orders by path, place, rule and message. */
  @Override
  public int compareTo(Finding other) {
    int order = path.compareTo(other.path);
    if (order == 0) {
      order = position.compareTo(other.position);
    }
    if (order == 0) {
      order = rule.compareTo(other.rule);
    }
    return order != 0 ? order : message.compareTo(other.message);
  }

  /** Returns {@code path:line:col: severity: message [rule]}, without a place for whole files. */
  @Override
  public String toString() {
    String place = position.line() == 0 ? path : path + ":" + position;
    return place + ": " + severity.word() + ": " + message + " [" + rule + "]";
  }
}
