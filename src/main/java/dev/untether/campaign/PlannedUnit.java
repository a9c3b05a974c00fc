package dev.untether.campaign;

import dev.untether.git.AppliedRecipe;
import dev.untether.git.Change;
import dev.untether.text.Finding;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes one branch and one pull request.
 *
 * @param repository the name of its {@link Origin}
 * @param id tells it from the others of its repository, and stays the same from run to run: the
 *     path of a module, an owner, a recipe, a directory; {@code .} for the whole
 * @param owners those that CODEOWNERS names for its files, most files first
 * @param modules paths of the modules that it changes, below the root of the repository
 * @param changes the changed files, by path below the root of the repository
 * @param recipes what ran, in this order, of that which changed something
 * @param refused places that a recipe is about and that were left alone
 * @param notes what a reader of the changes should look at
 * @param command makes the same changes again, at the root of a clone
 * @param content a digest of paths and new texts: the same for the same change
 */
public record PlannedUnit(
    String repository,
    String id,
    List<String> owners,
    List<String> modules,
    SortedMap<String, Change> changes,
    List<AppliedRecipe> recipes,
    List<Finding> refused,
    List<Finding> notes,
    String command,
    String content) {

  /** Copies the collections. */
  public PlannedUnit {
    owners = List.copyOf(owners);
    modules = List.copyOf(modules);
    changes = new TreeMap<>(changes);
    recipes = List.copyOf(recipes);
    refused = List.copyOf(refused);
    notes = List.copyOf(notes);
  }

  /** Returns what tells it from all others of the campaign. */
  public String name() {
    return repository + "/" + id;
  }
}
