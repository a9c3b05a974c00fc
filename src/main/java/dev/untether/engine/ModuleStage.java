package dev.untether.engine;

import dev.untether.module.GoModule;
import dev.untether.recipe.FileMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.change.Changes;
import dev.untether.recipe.script.ScriptRecipe;
import java.util.List;

/** Runs one recipe about files that are not Go's over every module of the tree. */
final class ModuleStage implements Stage {
  private final Modules modules;
  private final Recipe recipe;
  private final FileMatch match;

  ModuleStage(Modules modules, Recipe recipe, FileMatch match) {
    this.modules = modules;
    this.recipe = recipe;
    this.match = match;
  }

  private record Run(Modules.View view, Changes changes) {}

  @Override
  public boolean run(Overlay overlay, Report report) {
    List<GoModule> here =
        modules.all().stream().filter(module -> modules.allows(recipe, module, overlay)).toList();
    List<Run> runs =
        here.parallelStream()
            .map(module -> modules.view(module, overlay))
            .map(view -> new Run(view, new ScriptRecipe(recipe, match).apply(view)))
            .toList();
    boolean changed = false;
    for (Run run : runs) {
      report.read(run.view().read());
      Application application =
          new Application(recipe.id(), run.view().directory(), run.view()::onDisk);
      changed |= application.apply(run.changes(), overlay, report);
    }
    return changed;
  }
}
