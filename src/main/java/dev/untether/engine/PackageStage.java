package dev.untether.engine;

import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.change.Changes;
import dev.untether.recipe.golang.GoRecipe;
import dev.untether.recipe.golang.draft.GoPackage;
import java.util.List;

/** Runs one recipe about linknames over every package that has some. */
final class PackageStage implements Stage {
  private final PackageReader packages;
  private final Modules modules;
  private final Recipe recipe;
  private final LinknameMatch match;

  PackageStage(PackageReader packages, Modules modules, Recipe recipe, LinknameMatch match) {
    this.packages = packages;
    this.modules = modules;
    this.recipe = recipe;
    this.match = match;
  }

  private record Run(PackageReader.Loaded loaded, Changes outcome) {}

  @Override
  public boolean run(Overlay overlay, Report report) {
    List<Run> runs =
        packages.concerned(report).parallelStream()
            .filter(directory -> packages.allows(modules, recipe, directory, overlay))
            .map(directory -> packages.load(directory, overlay))
            .map(loaded -> new Run(loaded, apply(loaded.goPackage())))
            .toList();
    boolean changed = false;
    for (Run run : runs) {
      String directory = run.loaded().goPackage().directory();
      Application application = new Application(recipe.id(), directory, run.loaded()::onDisk);
      changed |= application.apply(run.outcome(), overlay, report);
    }
    return changed;
  }

  private Changes apply(GoPackage goPackage) {
    return new GoRecipe(recipe, match).apply(goPackage);
  }
}
