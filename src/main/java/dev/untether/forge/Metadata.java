package dev.untether.forge;

import java.util.List;

/**
 * What a pull request of ours says of itself to programs, in its body. A later run knows its own
 * pull requests by this, never by their titles, which people edit.
 *
 * @param campaign the name of the campaign; for a single {@code migrate --pr}, {@code migrate}
 * @param unit the id of the unit within it
 * @param base the commit that the branch starts from, 40 hexadecimal digits
 * @param content a digest of what the change makes of the files: the same for the same change
 * @param recipes the recipes that ran, as {@code id@version}
 */
public record Metadata(
    String campaign, String unit, String base, String content, List<String> recipes) {

  /** Copies the list. */
  public Metadata {
    recipes = List.copyOf(recipes);
  }

  /** Returns whether both are about the same unit of the same campaign. */
  public boolean isOfSameUnit(Metadata other) {
    return campaign.equals(other.campaign) && unit.equals(other.unit);
  }
}
