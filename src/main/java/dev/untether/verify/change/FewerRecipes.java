package dev.untether.verify.change;

import dev.untether.engine.ChangeSet;
import dev.untether.engine.FileChange;
import dev.untether.engine.Migration;
import dev.untether.module.ModuleTree;
import dev.untether.module.target.Target;
import dev.untether.recipe.Recipe;
import dev.untether.verify.FileEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;

/** What a file becomes when one of the recipes that changed it is left out. */
final class FewerRecipes implements Function<FileEdit, List<FileEdit>> {
  private final ModuleTree tree;
  private final List<Recipe> recipes;
  private final SortedSet<Target> targets;

  /** Prepares to run {@code recipes} but one over a tree, as {@link Migration} does. */
  FewerRecipes(ModuleTree tree, List<Recipe> recipes, SortedSet<Target> targets) {
    this.tree = tree;
    this.recipes = List.copyOf(recipes);
    this.targets = targets;
  }

  /**
   * Returns the other versions of a changed file. Without the only recipe that changed it, another
   * one may come to do what the first kept it from.
   */
  @Override
  public List<FileEdit> apply(FileEdit edit) {
    List<FileEdit> others = new ArrayList<>();
    for (String left : edit.recipes()) {
      List<Recipe> rest = recipes.stream().filter(recipe -> !recipe.id().equals(left)).toList();
      ChangeSet changes = new Migration(tree, rest, targets, /* generatedToo= */ false).run();
      for (FileChange change : changes.changes()) {
        if (change.absolute().equals(edit.file())) {
          others.add(new FileEdit(edit.file(), edit.before(), change.after(), change.recipes()));
        }
      }
    }
    return others;
  }
}
