package dev.untether.engine;

import dev.untether.module.ModuleTree;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.recipe.AssemblyMatch;
import dev.untether.recipe.FileMatch;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Match;
import dev.untether.recipe.Recipe;
import dev.untether.text.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Runs recipes over a tree in their order, each on what those before it left, until a round of all
 * of them changes nothing. Files, packages and modules are done in parallel; the tree's files are
 * never written.
 */
public final class Migration {
  private final ModuleTree tree;
  private final List<Recipe> recipes;
  private final SortedSet<Target> targets;
  private final boolean generatedToo;

  /** Prepares to run {@code recipes}, in this order, over every file of {@code tree}. */
  public Migration(ModuleTree tree, List<Recipe> recipes) {
    this(tree, recipes, Targets.known().of(Targets.known().releases()), false);
  }

  /**
   * Prepares to run {@code recipes}, in this order, over the files of {@code tree} that are built
   * for one of {@code targets}. Edits are proven for all targets that build a file, not for those
   * alone.
   *
   * @param generatedToo whether generated Go files may be edited
   */
  public Migration(
      ModuleTree tree, List<Recipe> recipes, SortedSet<Target> targets, boolean generatedToo) {
    this.tree = tree;
    this.targets = targets;
    this.recipes = List.copyOf(recipes);
    this.generatedToo = generatedToo;
  }

  /** Returns what the recipes would do. Nothing is written. */
  public ChangeSet run() {
    Overlay overlay = new Overlay(tree.root());
    Report report = new Report();
    List<Stage> stages = stages();
    boolean changed = true;
    for (int round = 0; changed && round < Stage.MAX_ROUNDS; round++) {
      changed = false;
      for (Stage stage : stages) {
        changed |= stage.run(overlay, report);
      }
      report.endRound();
    }
    List<FileChange> changes = overlay.changes();
    List<Finding> problems = new ArrayList<>(tree.problems());
    if (changed) {
      // Which of them is to blame cannot be told; half of the work would be worse than none.
      Stream<String> ids = changes.stream().flatMap(change -> change.recipes().stream());
      problems.add(Stage.doesNotSettle(".", ids.sorted().distinct().toList()));
      changes = List.of();
    }
    return report.changes(changes, problems);
  }

  private List<Stage> stages() {
    PackageReader packages = new PackageReader(tree, targets, generatedToo);
    Modules modules = new Modules(tree);
    List<Stage> stages = new ArrayList<>();
    List<Recipe> assembly = new ArrayList<>();
    for (Recipe recipe : recipes) {
      if (recipe.match() instanceof AssemblyMatch) {
        assembly.add(recipe);
        continue;
      }
      addAssembly(modules, assembly, stages);
      if (recipe.match() instanceof LinknameMatch || recipe.match() instanceof Match.References) {
        stages.add(new PackageStage(packages, modules, recipe));
      } else if (recipe.match() instanceof FileMatch match) {
        stages.add(new ModuleStage(modules, recipe, match));
      } else {
        throw new IllegalArgumentException(recipe.id() + " is a composite; give its parts");
      }
    }
    addAssembly(modules, assembly, stages);
    return stages;
  }

  private void addAssembly(Modules modules, List<Recipe> assembly, List<Stage> stages) {
    if (!assembly.isEmpty()) {
      stages.add(new AssemblyStage(tree, modules, assembly, targets));
      assembly.clear();
    }
  }
}
