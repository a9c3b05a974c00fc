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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Runs recipes over a tree. Every round, all recipes see the same text; their edits are applied
 * together, and rounds go on until a round changes nothing. Files do not depend on each other, so
 * they are done in parallel.
 */
public final class Migration {
  static final String OVERLAP = "recipes-overlap";
  static final String NO_END = "recipes-do-not-settle";

  /** Recipes that still change a file after so many rounds undo each other's work. */
  private static final int MAX_ROUNDS = 10;

  private final ModuleTree tree;
  private final List<Recipe> recipes;
  private final SortedSet<Target> targets;
  private final AssemblyLoader loader;

  /** Prepares to run {@code recipes}, in this order, over every file of {@code tree}. */
  public Migration(ModuleTree tree, List<Recipe> recipes) {
    this(tree, recipes, Targets.known().of(Targets.known().releases()));
  }

  /**
   * Prepares to run {@code recipes}, in this order, over the files of {@code tree} that are built
   * for one of {@code targets}. Edits are proven for all targets that build a file, not for those
   * alone.
   */
  public Migration(ModuleTree tree, List<Recipe> recipes, SortedSet<Target> targets) {
    this.tree = tree;
    this.targets = targets;
    this.recipes = List.copyOf(recipes);
    this.loader = new AssemblyLoader(tree, Targets.known().releases());
  }

  /** Returns what the recipes would do. Nothing is written. */
  public ChangeSet run() {
    List<SourceFile> files =
        tree.files().stream().filter(file -> file.kind() == SourceKind.ASM).toList();
    List<FileResult> results = files.parallelStream().map(this::migrate).toList();
    List<Finding> problems = new ArrayList<>(tree.problems());
    results.forEach(result -> problems.addAll(result.problems));
    return new ChangeSet(
        results.stream().flatMap(result -> result.change.stream()).toList(),
        collect(results, result -> result.refused),
        collect(results, result -> result.notes),
        collect(results, result -> result.skipped),
        problems.stream().distinct().sorted().toList(),
        (int) results.stream().filter(result -> result.wasRead).count());
  }

  private static List<Finding> collect(
      List<FileResult> results, Function<FileResult, List<Finding>> part) {
    List<Finding> all = new ArrayList<>();
    results.forEach(result -> all.addAll(part.apply(result)));
    Collections.sort(all);
    return all.stream().distinct().toList();
  }

  private static final class FileResult {
    boolean wasRead;
    Optional<FileChange> change = Optional.empty();
    final List<Finding> refused = new ArrayList<>();
    final List<Finding> notes = new ArrayList<>();
    final List<Finding> skipped = new ArrayList<>();
    final List<Finding> problems = new ArrayList<>();

    void accept(FileChange found) {
      Path place = found.file().absolute();
      if (found.recipes().isEmpty()) {
        return;
      }
      if (!Files.isSymbolicLink(place)) {
        change = Optional.of(found);
        return;
      }
      // The text is its target's, which is a file of the tree too; git apply refuses links.
      refused.add(
          new Finding(
              found.recipes().get(0),
              Severity.WARNING,
              found.file().relative(),
              Finding.WHOLE_FILE,
              "not changed: it is a symbolic link; run untether on the file that it leads to"));
    }
  }

  private FileResult migrate(SourceFile source) {
    FileResult result = new FileResult();
    AssemblyLoader.Loaded loaded = loader.load(source);
    result.problems.addAll(loaded.problems());
    if (loaded.unit().isEmpty()) {
      return result;
    }
    result.wasRead = true;
    AssemblyUnit unit = loaded.unit().get();
    if (Collections.disjoint(unit.targets(), targets)) {
      return result;
    }
    SourceText before = unit.file().source();
    AsmFile current = unit.file();
    Set<String> changedBy = new LinkedHashSet<>();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Edits edits = round(unit, current, result, round == 0, changedBy);
      if (edits.isEmpty()) {
        result.accept(new FileChange(source, before, current.source(), List.copyOf(changedBy)));
        return result;
      }
      current = AsmFile.parse(current.path(), edits.applyTo(current.source()));
    }
    result.problems.add(
        new Finding(
            NO_END,
            Severity.ERROR,
            source.relative(),
            Finding.WHOLE_FILE,
            "recipes "
                + String.join(", ", changedBy)
                + " keep changing each other's result; the file was left alone"));
    return result;
  }

  private Edits round(
      AssemblyUnit unit, AsmFile current, FileResult result, boolean first, Set<String> changedBy) {
    AssemblySource source = source(unit, current);
    List<Edit> accepted = new ArrayList<>();
    for (Recipe recipe : recipes) {
      if (!(recipe.match() instanceof AssemblyMatch match)) {
        continue;
      }
      Outcome outcome = new AssemblyRecipe(recipe, match, Map.of()).apply(source);
      if (first) {
        // Later rounds see moved lines; what they could add was said in the first.
        result.refused.addAll(outcome.refusals());
        result.notes.addAll(outcome.notes());
        result.skipped.addAll(outcome.skipped());
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
        boolean waits = e.second().author().equals(recipe.id());
        Edit earlier = waits ? e.first() : e.second();
        Edit waiting = waits ? e.second() : e.first();
        result.problems.add(
            new Finding(
                OVERLAP,
                Severity.NOTE,
                unit.source().relative(),
                current.source().positionOf(waiting.span().start()),
                recipe.id() + " waits for " + earlier.author() + ", which edits the same place"));
      }
    }
    return Edits.of(accepted);
  }

  private static AssemblySource source(AssemblyUnit unit, AsmFile current) {
    Conditionals conditionals = Conditionals.of(current, unit.headers());
    List<Build> builds =
        unit.classes(conditionals, unit.targets()).stream()
            .map(target -> new Build(target.goarch(), target.predefined()))
            .toList();
    return new AssemblySource(current, unit.headers(), conditionals, builds);
  }
}
