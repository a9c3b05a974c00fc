package dev.untether.recipe;

import java.util.List;
import java.util.Locale;

/**
 * Which whole-line comments directly above an edited instruction speak of it alone.
 *
 * @param mentioning phrases, one of which such a comment contains
 * @param unless phrases that show that it also speaks of what stays
 */
public record CommentRule(List<String> mentioning, List<String> unless) {

  /** The rule by which every comment stays. */
  public static final CommentRule KEEP_ALL = new CommentRule(List.of(), List.of());

  /** Copies the lists. */
  public CommentRule {
    mentioning = List.copyOf(mentioning);
    unless = List.copyOf(unless);
  }

  /**
   * Returns whether a comment with this text goes. Phrases are found as whole words, letter case
   * and the amount of white space do not matter.
   */
  public boolean covers(String comment) {
    return containsAny(comment, mentioning) && !containsAny(comment, unless);
  }

  /** Returns whether a comment with this text speaks of what stays, so that it must stay too. */
  public boolean spares(String comment) {
    return containsAny(comment, unless);
  }

  private static boolean containsAny(String comment, List<String> phrases) {
    String text = normalise(comment);
    return phrases.stream().anyMatch(phrase -> containsWords(text, normalise(phrase)));
  }

  private static boolean containsWords(String text, String phrase) {
    for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      int end = at + phrase.length();
      boolean startsWord = at == 0 || !isWordPart(text.charAt(at - 1));
      boolean endsWord = end == text.length() || !isWordPart(text.charAt(end));
      if (startsWord && endsWord) {
        return true;
      }
    }
    return false;
  }

  // load_g is one word: "load_g" must not be found in "preload_g2".
  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static String normalise(String text) {
    return text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
  }
}
