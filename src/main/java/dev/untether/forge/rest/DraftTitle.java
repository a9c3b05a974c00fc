package dev.untether.forge.rest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Titles on forges that know a draft by the beginning of its title.
 *
 * @param prefix what is put before the title of a draft, with a space at the end
 * @param all whatever makes a title that of a draft
 */
public record DraftTitle(String prefix, Pattern all) {
  /** What both forges have room for, in characters. */
  private static final int LONGEST = 255;

  /**
   * Returns the title as the forge is told: one line, cut to what it has room for, to the same for
   * drafts and others.
   */
  public String written(String title, boolean draft) {
    String line = title.lines().findFirst().orElse("");
    int room = LONGEST - prefix.length();
    if (line.codePointCount(0, line.length()) > room) {
      line = line.substring(0, line.offsetByCodePoints(0, room - 1)) + "…";
    }
    return draft ? prefix + line : line;
  }

  /** Returns whether a title is that of a draft. */
  public boolean isDraft(String written) {
    return all.matcher(written).lookingAt();
  }

  /** Returns the title without what makes it that of a draft. */
  public String bare(String written) {
    Matcher matcher = all.matcher(written);
    return matcher.lookingAt() ? written.substring(matcher.end()) : written;
  }
}
