package dev.untether.cli;

import dev.untether.cli.option.Counts;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.RecipeFolders;
import dev.untether.cli.option.Terminal;
import dev.untether.engine.RecipeCase;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.Composition;
import dev.untether.recipe.folder.LoadedRecipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.recipe.folder.RecipeFolder;
import dev.untether.report.DiagnosticText;
import dev.untether.report.Table;
import dev.untether.report.diff.FilePatch;
import dev.untether.report.diff.UnifiedDiff;
import dev.untether.text.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code untether recipes}: what recipes there are, and whether they do what their cases say. */
@Command(
    name = "recipes",
    description = "Lists, shows, tests and makes recipes.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class RecipesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  RecipesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: list, show, test, new or docs");
  }

  @Command(name = "list", description = "Lists the recipes.", mixinStandardHelpOptions = true)
  int list(@Mixin RecipeFolders source) throws IOException {
    RecipeCatalogue catalogue = source.catalogue();
    List<Finding> problems = new ArrayList<>(catalogue.findings());
    Table table =
        new Table(
            Table.Column.left("RECIPE"),
            Table.Column.left("SAFETY"),
            Table.Column.left("RUNS"),
            Table.Column.left("TITLE"));
    for (RecipeFolder folder : catalogue.folders()) {
      LoadedRecipe loaded = folder.load();
      problems.addAll(loaded.findings());
      loaded
          .recipe()
          .ifPresent(
              recipe ->
                  table.row(
                      recipe.id(),
                      recipe.safety().word(),
                      recipe.recommended() ? "by default" : "when named",
                      recipe.title()));
    }
    terminal.out().print(table);
    report(problems);
    return Output.exitCode(problems, ExitCode.OK);
  }

  @Command(
      name = "show",
      description = "Shows what a recipe does, and why.",
      mixinStandardHelpOptions = true)
  int show(
      @Mixin RecipeFolders source,
      @Parameters(paramLabel = "ID", description = "The recipe") String id)
      throws IOException {
    RecipeCatalogue catalogue = source.catalogue();
    List<Finding> problems = new ArrayList<>(catalogue.findings());
    Optional<RecipeFolder> folder = catalogue.folder(id);
    if (folder.isEmpty()) {
      report(problems);
      throw new ParameterException(
          spec.subcommands().get("show"), RecipeFolders.unknown(id, catalogue));
    }
    LoadedRecipe loaded = folder.get().load();
    problems.addAll(loaded.findings());
    report(problems);
    loaded.recipe().ifPresent(recipe -> describe(recipe, folder.get().readme(), terminal.out()));
    return Output.exitCode(problems, ExitCode.OK);
  }

  private void report(List<Finding> problems) throws IOException {
    DiagnosticText.plain().write(problems, terminal.err());
  }

  private static void describe(Recipe recipe, Optional<String> readme, PrintStream out) {
    out.println(recipe.id() + " (version " + recipe.version() + ")");
    out.println(recipe.title());
    out.println();
    out.println("safety:        " + recipe.safety().word());
    out.println("runs:          " + (recipe.recommended() ? "by default" : "when named"));
    out.println("releases:      " + recipe.releases());
    out.println("architectures: " + String.join(" ", recipe.architectures()));
    recipe.why().forEach(link -> out.println("why:           " + link));
    out.println();
    out.println(recipe.description().strip());
    readme.ifPresent(
        text -> {
          out.println();
          out.println(text.strip());
        });
  }

  @Command(
      name = "test",
      description = {
        "Runs the cases of recipes: each before/ must become after/, or stay as it is when there is"
            + " none, with the findings of findings.txt.",
        "A second run must change nothing, and CRLF files must become the CRLF twin of the result."
      },
      mixinStandardHelpOptions = true)
  int test(
      @Parameters(
              paramLabel = "DIR",
              arity = "0..1",
              defaultValue = "recipes",
              description = "A recipe folder or a folder of them (default: ${DEFAULT-VALUE})")
          Path directory,
      @Option(names = "--update", description = "Rewrite after/ and findings.txt to what happens")
          boolean update)
      throws IOException {
    RecipeCatalogue catalogue = RecipeCatalogue.inDirectory(directory);
    List<Finding> problems = new ArrayList<>(catalogue.findings());
    CaseRun run = new CaseRun(terminal.out(), update);
    RecipeCatalogue known = RecipeCatalogue.bundled().with(catalogue);
    for (RecipeFolder folder : catalogue.folders()) {
      Composition parts = new Composition(known);
      parts.add(folder);
      problems.addAll(parts.findings());
      if (parts.findings().isEmpty() && folder.directory().isPresent()) {
        run.all(folder.id(), parts.recipes(), folder.directory().get());
      }
    }
    report(problems);
    terminal.out().println(Counts.of(run.passed, "case") + " passed, " + run.failed + " failed");
    return Output.exitCode(problems, run.failed > 0 ? ExitCode.FINDINGS : ExitCode.OK);
  }

  /** Runs cases and prints how those that fail differ from what they expect. */
  private static final class CaseRun {
    private final PrintStream out;
    private final boolean update;
    private int passed;
    private int failed;

    CaseRun(PrintStream out, boolean update) {
      this.out = out;
      this.update = update;
    }

    void all(String id, List<Recipe> recipes, Path directory) throws IOException {
      List<Path> folders = RecipeCase.foldersOf(directory);
      boolean negative = false;
      for (Path folder : folders) {
        RecipeCase one = new RecipeCase(recipes, folder);
        negative |= one.isNegative();
        run(id, one);
      }
      if (!negative) {
        failed++;
        out.println(id + ": no case without after/: add one that must not change");
      }
    }

    private void run(String id, RecipeCase one) throws IOException {
      List<RecipeCase.Mismatch> mismatches;
      try {
        if (update) {
          one.update();
        }
        mismatches = one.run();
      } catch (IOException e) {
        failed++;
        out.println("FAIL " + id + "/" + one.name() + ": " + e.getMessage());
        return;
      }
      if (mismatches.isEmpty()) {
        passed++;
        return;
      }
      failed++;
      for (RecipeCase.Mismatch mismatch : mismatches) {
        out.println(
            "FAIL " + id + "/" + one.name() + ": " + mismatch.what() + " is not as expected");
        out.flush();
        FilePatch difference =
            new FilePatch(mismatch.file(), mismatch.expected(), mismatch.actual());
        new UnifiedDiff().write(List.of(difference), out);
      }
    }
  }
}
