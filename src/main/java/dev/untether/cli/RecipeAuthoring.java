package dev.untether.cli;

import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.Terminal;
import dev.untether.cli.option.UnwritableFileException;
import dev.untether.cli.option.WholeFile;
import dev.untether.engine.RecipeCase;
import dev.untether.recipe.folder.LoadedRecipe;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.recipe.folder.RecipeFolder;
import dev.untether.report.DiagnosticText;
import dev.untether.report.explanation.CataloguePage;
import dev.untether.text.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What only authors of recipes need: a new folder to start from, and the catalogue page. */
final class RecipeAuthoring {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([-.][a-z0-9]+)*");

  private RecipeAuthoring() {}

  /** What a new recipe looks for. */
  enum Kind {
    LINKNAME,
    ASSEMBLY,
    COMPOSITE,
    FILE
  }

  /** {@code untether recipes new}. */
  @Command(
      name = "new",
      description = {
        "Makes a recipe folder to start from, with a case that fails until the recipe does its work."
      },
      mixinStandardHelpOptions = true)
  static final class New implements Callable<Integer> {
    private final Terminal terminal;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR/ID", description = "The folder; its name is the recipe's id")
    private Path directory = Path.of("");

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description = "linkname, assembly, composite or file (default: ${DEFAULT-VALUE})")
    private String kind = "linkname";

    New(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws UnwritableFileException {
      Kind chosen =
          Arrays.stream(Kind.values())
              .filter(any -> any.name().toLowerCase(Locale.ROOT).equals(kind))
              .findFirst()
              .orElseThrow(
                  () ->
                      usage("--kind " + kind + ": expected linkname, assembly, composite or file"));
      String id = String.valueOf(directory.toAbsolutePath().normalize().getFileName());
      if (!NAME.matcher(id).matches()) {
        throw usage("\"" + id + "\" is not kebab-case; expected a name such as my-recipe");
      }
      if (Files.exists(directory)) {
        throw usage(directory + " is there already; expected a new folder");
      }
      for (var file : new RecipeScaffold(id, chosen).files().entrySet()) {
        byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
        WholeFile.create(directory.resolve(file.getKey()), out -> out.write(bytes));
      }
      terminal.out().println("Made " + directory + ". Next:");
      terminal.out().println("  1. say in cases/basic/after what before/ should become");
      terminal.out().println("  2. say in recipe.yaml how; recipes/README.md is the vocabulary");
      terminal.out().println("  3. untether recipes test " + directory);
      return ExitCode.OK;
    }

    private ParameterException usage(String message) {
      return new ParameterException(spec.commandLine(), message);
    }
  }

  /** {@code untether recipes docs}. */
  @Command(
      name = "docs",
      description = "Writes the page that lists the recipes of a folder with an example of each.",
      mixinStandardHelpOptions = true)
  static final class Docs implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
        paramLabel = "DIR",
        arity = "0..1",
        description = "A folder of recipes (default: ${DEFAULT-VALUE})")
    private Path directory = Path.of("recipes");

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "Write to FILE instead of the standard output")
    private @Nullable Path output;

    Docs(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, UnwritableFileException {
      RecipeCatalogue catalogue = RecipeCatalogue.inDirectory(directory);
      List<Finding> problems = new ArrayList<>(catalogue.findings());
      byte[] page = page(catalogue, problems).getBytes(StandardCharsets.UTF_8);
      if (output == null) {
        terminal.out().write(page, 0, page.length);
      } else {
        WholeFile.write(output, out -> out.write(page));
      }
      DiagnosticText.plain().write(problems, terminal.err());
      return Output.exitCode(problems, ExitCode.OK);
    }
  }

  /** Returns the page about the recipes of a catalogue. */
  static String page(RecipeCatalogue catalogue, List<Finding> problems) throws IOException {
    CataloguePage page = new CataloguePage();
    for (RecipeFolder folder : catalogue.folders()) {
      LoadedRecipe loaded = folder.load();
      problems.addAll(loaded.findings());
      if (loaded.recipe().isPresent()) {
        Optional<Path> example = folder.directory().map(it -> it.resolve("cases/basic"));
        page.add(
            loaded.recipe().get(),
            example.isPresent() ? RecipeCase.files(example.get().resolve("before")) : Map.of(),
            example.isPresent() ? RecipeCase.files(example.get().resolve("after")) : Map.of());
      }
    }
    return page.toString();
  }
}
