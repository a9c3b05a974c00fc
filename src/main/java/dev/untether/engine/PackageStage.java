package dev.untether.engine;

import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Match;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.change.Changes;
import dev.untether.recipe.golang.GoRecipe;
import dev.untether.recipe.golang.draft.GoPackage;
import dev.untether.recipe.golang.reference.ReferenceRecipe;
import java.util.List;

/** Runs one recipe about linknames, or references from assembly, over packages that have some. */
final class PackageStage implements Stage {
  private final PackageReader packages;
  private final Modules modules;
  private final Recipe recipe;

  PackageStage(PackageReader packages, Modules modules, Recipe recipe) {
    this.packages = packages;
    this.modules = modules;
    this.recipe = recipe;
  }

  private record Run(PackageReader.Loaded loaded, Changes outcome) {}

  @Override
  public boolean run(Overlay overlay, Report report) {
    List<Run> runs =
        concerned(report).parallelStream()
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

  private List<String> concerned(Report report) {
    return recipe.match() instanceof Match.References references
        ? packages.naming(references, report)
        : packages.concerned(report);
  }

  private Changes apply(GoPackage goPackage) {
    if (recipe.match() instanceof LinknameMatch match) {
      return new GoRecipe(recipe, match).apply(goPackage);
    }
    return new ReferenceRecipe(recipe, (Match.References) recipe.match()).apply(goPackage);
  }
}
