package dev.untether.engine;

import dev.untether.module.SourceFile;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.golang.GoPackage;
import dev.untether.recipe.golang.GoRecipe;
import dev.untether.recipe.golang.PackageOutcome;
import dev.untether.text.Edits;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Runs one recipe about linknames over every package that has some. */
final class PackageStage implements Stage {
  private final PackageReader packages;
  private final Recipe recipe;
  private final LinknameMatch match;

  PackageStage(PackageReader packages, Recipe recipe, LinknameMatch match) {
    this.packages = packages;
    this.recipe = recipe;
    this.match = match;
  }

  private record Run(PackageReader.Loaded loaded, PackageOutcome outcome) {}

  @Override
  public boolean run(Overlay overlay, Report report) {
    List<Run> runs =
        packages.concerned(report).parallelStream()
            .map(directory -> packages.load(directory, overlay))
            .map(loaded -> new Run(loaded, apply(loaded.goPackage())))
            .toList();
    boolean changed = false;
    for (Run run : runs) {
      changed |= apply(run, overlay, report);
    }
    return changed;
  }

  private PackageOutcome apply(GoPackage goPackage) {
    return new GoRecipe(recipe, match).apply(goPackage);
  }

  private boolean apply(Run run, Overlay overlay, Report report) {
    PackageOutcome outcome = run.outcome();
    List<Finding> refused = new ArrayList<>(outcome.refusals());
    Map<String, SourceText> originals = new TreeMap<>();
    List<Finding> blocked = new ArrayList<>();
    for (String path : touched(outcome)) {
      Optional<SourceFile> file = run.loaded().file(path);
      if (file.isPresent() && Stage.isLink(file.get().absolute())) {
        blocked.add(Stage.linked(recipe.id(), path));
      }
      run.loaded().onDisk(path).ifPresent(text -> originals.put(path, text));
    }
    report.notes(overlay, outcome.notes());
    report.skipped(overlay, outcome.skipped());
    outcome
        .created()
        .forEach(
            (path, text) -> overlay.refusal(path).ifPresent(why -> blocked.add(no(path, why))));
    refused.addAll(blocked);
    report.refused(overlay, recipe.id() + " " + run.loaded().goPackage().directory(), refused);
    if (!blocked.isEmpty() || outcome.changesNothing()) {
      return false;
    }
    for (Map.Entry<String, List<Edits>> entry : outcome.edits().entrySet()) {
      SourceText original = originals.getOrDefault(entry.getKey(), SourceText.of(""));
      overlay.edit(entry.getKey(), original, entry.getValue(), Set.of(recipe.id()));
    }
    outcome.created().forEach((path, text) -> overlay.create(path, text, recipe.id()));
    for (String path : outcome.deleted()) {
      overlay.delete(path, originals.getOrDefault(path, SourceText.of("")), recipe.id());
    }
    return true;
  }

  private Finding no(String path, String why) {
    return new Finding(
        recipe.id(), Severity.WARNING, path, Finding.WHOLE_FILE, "not created: " + why);
  }

  private static List<String> touched(PackageOutcome outcome) {
    List<String> paths = new ArrayList<>(outcome.edits().keySet());
    paths.addAll(outcome.deleted());
    return paths;
  }
}
