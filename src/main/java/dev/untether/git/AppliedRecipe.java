package dev.untether.git;

import java.net.URI;
import java.util.List;

/**
 * A recipe as commits name it.
 *
 * @param id its id
 * @param version its version
 * @param digest what its folder held, as 64 hexadecimal digits
 * @param title one imperative line without a final dot
 * @param description Markdown, of which commits show the first paragraph
 * @param why pages that explain why the migration is needed
 */
public record AppliedRecipe(
    String id, int version, String digest, String title, String description, List<URI> why) {

  /** Copies the list. */
  public AppliedRecipe {
    why = List.copyOf(why);
  }

  /** Returns the line by which commits of ours name the recipe. */
  String trailer() {
    return CommitMessage.RECIPE_TRAILER + ": " + id + "@" + version + " sha256:" + digest;
  }
}
