package dev.untether.engine;

import dev.untether.asm.AsmFile;
import dev.untether.asm.Conditionals;
import dev.untether.module.AssemblyLoader;
import dev.untether.module.AssemblyUnit;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.recipe.AssemblyMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.assembly.AssemblyRecipe;
import dev.untether.recipe.assembly.AssemblySource;
import dev.untether.recipe.assembly.Build;
import dev.untether.recipe.assembly.Outcome;
import dev.untether.text.Edit;
import dev.untether.text.Edits;
import dev.untether.text.Finding;
import dev.untether.text.OverlappingEditsException;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Runs neighbouring recipes about assembly over each file by itself. Every round, all of them see
 * the same text; their edits are applied together, and rounds go on until one changes nothing.
 */
final class AssemblyStage implements Stage {
  private final ModuleTree tree;
  private final Modules modules;
  private final List<Recipe> recipes;
  private final SortedSet<Target> targets;
  private final AssemblyLoader loader;
  // The texts that this stage left, by path; it need not look at them again.
  private final Map<String, SourceText> left = new HashMap<>();
  private boolean ran;

  AssemblyStage(ModuleTree tree, Modules modules, List<Recipe> recipes, SortedSet<Target> targets) {
    this.tree = tree;
    this.modules = modules;
    this.recipes = List.copyOf(recipes);
    this.targets = targets;
    this.loader = new AssemblyLoader(tree, Targets.known().releases());
  }

  @Override
  public boolean run(Overlay overlay, Report report) {
    List<SourceFile> files =
        tree.files().stream()
            .filter(file -> file.kind() == SourceKind.ASM && isDue(file, overlay))
            .toList();
    ran = true;
    List<FileRun> runs = files.parallelStream().map(file -> new FileRun(file, overlay)).toList();
    boolean changed = false;
    for (FileRun run : runs) {
      changed |= run.apply(overlay, report);
      overlay.text(run.source.relative()).ifPresent(text -> left.put(run.source.relative(), text));
    }
    return changed;
  }

  private boolean isDue(SourceFile file, Overlay overlay) {
    if (!ran) {
      return !overlay.covers(file.relative()) || overlay.text(file.relative()).isPresent();
    }
    Optional<SourceText> now = overlay.text(file.relative());
    return !now.equals(Optional.ofNullable(left.get(file.relative()))) && now.isPresent();
  }

  /** The recipes over one file. */
  private final class FileRun {
    final SourceFile source;
    private final List<Recipe> allowed;
    private boolean wasRead;
    private Optional<SourceText> onDisk = Optional.empty();
    private final List<Edits> phases = new ArrayList<>();
    private final Set<String> changedBy = new LinkedHashSet<>();
    private final List<Finding> refused = new ArrayList<>();
    private final List<Finding> notes = new ArrayList<>();
    private final List<Finding> skipped = new ArrayList<>();
    private final List<Finding> problems = new ArrayList<>();

    FileRun(SourceFile source, Overlay overlay) {
      this.source = source;
      Optional<SourceText> changedText = overlay.text(source.relative());
      allowed =
          recipes.stream()
              .filter(
                  recipe ->
                      tree.governing(source)
                          .map(module -> modules.allows(recipe, module, overlay))
                          .orElse(true))
              .toList();
      AssemblyLoader.Loaded loaded = loader.load(source);
      problems.addAll(loaded.problems());
      wasRead = loaded.unit().isPresent();
      if (wasRead && !Collections.disjoint(loaded.unit().get().targets(), targets)) {
        AssemblyUnit unit = loaded.unit().get();
        onDisk = Optional.of(unit.file().source());
        settle(
            unit,
            changedText.map(text -> AsmFile.parse(source.relative(), text)).orElse(unit.file()));
      }
    }

    boolean apply(Overlay overlay, Report report) {
      report.read(source, wasRead);
      report.problems(problems);
      report.notes(overlay, notes);
      report.skipped(overlay, skipped);
      if (!phases.isEmpty() && Stage.isLink(source.absolute())) {
        String recipe = changedBy.iterator().next();
        refused.add(Stage.linked(recipe, source.relative()));
        phases.clear();
      }
      report.refused(overlay, recipes.get(0).id() + " " + source.relative(), refused);
      if (!phases.isEmpty()) {
        overlay.edit(source.relative(), onDisk.orElseThrow(), phases, changedBy);
      }
      return !phases.isEmpty();
    }

    private void settle(AssemblyUnit unit, AsmFile first) {
      AsmFile current = first;
      for (int round = 0; round < Stage.MAX_ROUNDS; round++) {
        Edits edits = round(unit, current, round == 0);
        if (edits.isEmpty()) {
          return;
        }
        phases.add(edits);
        current = AsmFile.parse(current.path(), edits.applyTo(current.source()));
      }
      phases.clear();
      problems.add(Stage.doesNotSettle(source.relative(), changedBy));
    }

    private Edits round(AssemblyUnit unit, AsmFile current, boolean first) {
      AssemblySource text = source(unit, current);
      List<Edit> accepted = new ArrayList<>();
      for (Recipe recipe : allowed) {
        AssemblyMatch match = (AssemblyMatch) recipe.match();
        Outcome outcome = new AssemblyRecipe(recipe, match, recipe.optionValues()).apply(text);
        if (first) {
          // Later rounds see moved lines; what they could add was said in the first.
          refused.addAll(outcome.refusals());
          notes.addAll(outcome.notes());
          skipped.addAll(outcome.skipped());
        }
        if (outcome.edits().isEmpty()) {
          continue;
        }
        List<Edit> together = new ArrayList<>(accepted);
        together.addAll(outcome.edits().asList());
        try {
          Edits.of(together);
          accepted = together;
          changedBy.add(recipe.id());
        } catch (OverlappingEditsException e) {
          // The next round tries again on the text that the earlier recipe leaves.
          problems.add(waiting(e, recipe, current));
        }
      }
      return Edits.of(accepted);
    }

    private Finding waiting(OverlappingEditsException e, Recipe recipe, AsmFile current) {
      boolean waits = e.second().author().equals(recipe.id());
      Edit earlier = waits ? e.first() : e.second();
      Edit waiting = waits ? e.second() : e.first();
      return new Finding(
          Stage.OVERLAP,
          Severity.NOTE,
          source.relative(),
          current.source().positionOf(waiting.span().start()),
          recipe.id() + " waits for " + earlier.author() + ", which edits the same place");
    }
  }

  private static AssemblySource source(AssemblyUnit unit, AsmFile current) {
    Conditionals conditionals = Conditionals.of(current, unit.headers());
    List<Build> builds =
        AssemblyUnit.classes(conditionals, unit.targets()).stream()
            .map(target -> new Build(target.goarch(), target.predefined()))
            .toList();
    return new AssemblySource(current, unit.headers(), conditionals, builds);
  }
}
