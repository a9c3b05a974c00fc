package dev.untether.forge.description;

import dev.untether.forge.Metadata;
import dev.untether.git.AppliedRecipe;
import dev.untether.text.Finding;
import java.util.List;

/**
 * What a pull request says.
 *
 * @param title one line
 * @param body Markdown, with a block of metadata at the end
 */
public record Description(String title, String body) {

  /**
   * What there is to say. Everything but {@code before}, {@code after} and {@code proof} is plain
   * text, whoever wrote it, and is escaped.
   *
   * @param title one line
   * @param recipes what was done
   * @param files the changed files
   * @param before Markdown: what the linker says of the code as it is; may be empty
   * @param after Markdown: what it says of the change; empty when no such reference is left
   * @param refusals what could not be changed
   * @param notes what else there is to know
   * @param proof Markdown: what the real toolchain says; may be empty
   * @param command what to run at the base to get the same files
   * @param optOut the name of the file that keeps us out of a directory; may be empty
   */
  public record Values(
      String title,
      List<AppliedRecipe> recipes,
      List<String> files,
      String before,
      String after,
      List<Finding> refusals,
      List<Finding> notes,
      String proof,
      String command,
      String optOut,
      Metadata metadata) {

    /** Copies the lists. */
    public Values {
      recipes = List.copyOf(recipes);
      files = List.copyOf(files);
      refusals = List.copyOf(refusals);
      notes = List.copyOf(notes);
    }
  }
}
