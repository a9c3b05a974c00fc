package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.access.AccessData;
import dev.untether.access.goroot.GorootImport;
import dev.untether.access.goroot.NotGorootException;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.GoInstallation;
import dev.untether.cli.option.Inputs;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.RecipeFolders;
import dev.untether.cli.option.Terminal;
import dev.untether.module.target.NearestWords;
import dev.untether.module.target.ReleaseRange;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.folder.LoadedRecipe;
import dev.untether.recipe.folder.RecipeFolder;
import dev.untether.report.JsonLines;
import dev.untether.report.Printable;
import dev.untether.report.Table;
import dev.untether.report.explanation.BuildExplanation;
import dev.untether.report.explanation.BuildJson;
import dev.untether.report.explanation.BuildText;
import dev.untether.report.explanation.SymbolJson;
import dev.untether.report.explanation.SymbolText;
import dev.untether.review.Advice;
import dev.untether.review.ReleaseData;
import dev.untether.review.buildlog.BuildLog;
import dev.untether.review.explain.Remedy;
import dev.untether.review.explain.SymbolExplanation;
import dev.untether.review.explain.SymbolLife;
import dev.untether.review.explain.Topic;
import dev.untether.text.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code untether explain}: what a symbol, a rule or a failed build is about. */
@Command(
    name = "explain",
    customSynopsis = {
      "untether explain [OPTIONS] SYMBOL",
      "untether explain [OPTIONS] RULE",
      "go build ./... 2>&1 | untether explain [OPTIONS] - [PATH...]"
    },
    description = {
      "Tells what became of a symbol over the releases and what replaces it; what a rule or recipe"
          + " is about; or, with -, what the output of a failed go build, vet or test on standard"
          + " input means, with all references behind it below PATH."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final int SCHEMA_VERSION = 1;
  private static final String NOTHING_KNOWN =
      "the output on standard input holds no failure over the insides of the standard library;"
          + " expected what a failed go build, go vet or go test prints, standard error included"
          + " (2>&1)";

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final Inputs inputs = new Inputs();
  @Mixin private final Output output = new Output();
  @Mixin private final RecipeFolders source = new RecipeFolders();

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or jsonl (default: text)")
  private String format = "text";

  @Option(
      names = "--goroot",
      paramLabel = "DIR",
      description = "Go installation to judge by, instead of the releases that are known")
  private @Nullable Path goroot;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (!isJson() && !format.equals("text")) {
      throw new ParameterException(
          spec.commandLine(), "--format " + format + ": explain prints text or jsonl");
    }
    String what =
        inputs
            .takeFirst()
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        "expected a symbol, a rule, or - for the output of a failed build"));
    GoInstallation.check(goroot, spec);
    if (what.equals(STANDARD_INPUT)) {
      return explainBuild();
    }
    if (inputs.hasPaths()) {
      throw new ParameterException(
          spec.commandLine(), "a PATH goes with - only; explain takes one symbol or rule");
    }
    SortedMap<Integer, AccessData> releases = releases();
    List<Topic> topics = topics(releases);
    List<Topic> named = topics.stream().filter(it -> it.id().equals(what)).toList();
    if (!named.isEmpty()) {
      write(named);
      return ExitCode.OK;
    }
    Optional<RecipeFolder> recipe = source.catalogue().folder(what);
    if (recipe.isPresent()) {
      return explain(recipe.get());
    }
    return explainSymbol(what, new SymbolLookup(releases, inputs.targets()), topics);
  }

  private boolean isJson() {
    return format.equals("jsonl");
  }

  /** Returns the data to judge by: that of {@code --goroot}, or of the releases asked for. */
  private SortedMap<Integer, AccessData> releases() throws IOException {
    SortedMap<Integer, AccessData> releases = new TreeMap<>();
    ReleaseRange range = inputs.releases();
    if (goroot == null) {
      for (int release : AccessData.releases()) {
        if (range.contains(release)) {
          AccessData.of(release).ifPresent(data -> releases.put(release, data));
        }
      }
      return releases;
    }
    try {
      int release = GorootImport.release(goroot);
      releases.put(release, GorootImport.read(goroot));
    } catch (NotGorootException e) {
      throw new ParameterException(spec.commandLine(), "--goroot: " + e.getMessage());
    }
    return releases;
  }

  /** Returns what has an id, apart from recipes. */
  private static List<Topic> topics(SortedMap<Integer, AccessData> releases) {
    List<Topic> topics = new ArrayList<>(Topic.ofFindings(CheckCommand.everyRule(Advice.none())));
    topics.addAll(Topic.ofLinkerRules(releases));
    topics.addAll(Topic.ofFailures());
    return topics;
  }

  /** Writes all that one id stands for: a rule of the linker and the failure may share it. */
  private void write(List<Topic> topics) throws IOException {
    output.write(
        terminal,
        out -> {
          JsonLines lines = new JsonLines(out);
          String gap = "";
          for (Topic topic : topics) {
            if (isJson()) {
              lines.object(
                  json ->
                      json.number("schemaVersion", SCHEMA_VERSION)
                          .string("kind", "topic")
                          .string("id", topic.id())
                          .string("of", topic.kind())
                          .string("title", topic.title())
                          .string("text", topic.text()));
            } else {
              out.write((gap + text(topic)).getBytes(UTF_8));
              gap = "\n";
            }
          }
        });
  }

  private static String text(Topic topic) {
    String head = topic.id() + " (" + topic.kind() + ")\n" + topic.title() + "\n";
    return topic.text().isEmpty() ? head : head + "\n" + topic.text();
  }

  private int explain(RecipeFolder folder) throws IOException {
    LoadedRecipe loaded = folder.load();
    output.report(terminal, loaded.findings(), name -> Optional.empty());
    if (loaded.recipe().isPresent()) {
      Recipe recipe = loaded.recipe().get();
      write(
          List.of(
              new Topic(
                  recipe.id(), "recipe", recipe.title(), recipe.description().strip() + "\n")));
    }
    return Output.exitCode(loaded.findings(), ExitCode.OK);
  }

  private int explainSymbol(String what, SymbolLookup lookup, List<Topic> topics)
      throws IOException {
    SortedSet<String> meant = lookup.meant(what);
    if (meant.isEmpty()) {
      terminal.err().println("untether: " + unknown(what, lookup, topics));
      return ExitCode.FINDINGS;
    }
    if (meant.size() > 1) {
      list(meant, lookup);
      return ExitCode.OK;
    }
    List<Finding> problems = new ArrayList<>();
    SymbolExplanation explanation = lookup.explain(meant.first(), recipes(problems));
    output.report(terminal, output.mentioned(problems), name -> Optional.empty());
    boolean colours = output.colours(terminal);
    output.write(
        terminal,
        out -> {
          if (isJson()) {
            SymbolJson.write(explanation, new JsonLines(out));
          } else {
            out.write(new SymbolText(colours).of(explanation).getBytes(UTF_8));
          }
        });
    return Output.exitCode(problems, ExitCode.OK);
  }

  /** A word with hyphens and no dots is no symbol, whose names are identifiers. */
  private String unknown(String what, SymbolLookup lookup, List<Topic> topics) {
    if (what.indexOf('-') < 0 || what.indexOf('.') >= 0 || what.indexOf('·') >= 0) {
      return Printable.line(lookup.unknown(what));
    }
    List<String> ids = new ArrayList<>(topics.stream().map(Topic::id).toList());
    source.catalogue().folders().forEach(folder -> ids.add(folder.id()));
    return Printable.line(
        "no rule, recipe or symbol \""
            + what
            + "\"; nearest: "
            + String.join(", ", NearestWords.to(what, ids)));
  }

  /** Lists the symbols that a name without a package can mean. */
  private void list(SortedSet<String> symbols, SymbolLookup lookup) throws IOException {
    Table table =
        new Table(
            Table.Column.left("SYMBOL"), Table.Column.left("GO"), Table.Column.left("DEFINED"));
    List<SymbolLife> lives = symbols.stream().map(lookup::life).toList();
    for (SymbolLife life : lives) {
      List<Integer> there =
          life.periods().stream()
              .filter(it -> it.forms().stream().anyMatch(form -> form.definition().isPresent()))
              .flatMap(it -> List.of(it.first(), it.last()).stream())
              .toList();
      String releases =
          there.isEmpty()
              ? "-"
              : new ReleaseRange(there.get(0), there.get(there.size() - 1)).toString();
      String where =
          life.periods().stream()
              .flatMap(it -> it.forms().stream())
              .filter(form -> form.definition().isPresent())
              .reduce((first, last) -> last)
              .map(SymbolLife.Form::where)
              .orElse("not in these releases on these targets");
      table.row(life.symbol(), releases, where);
    }
    output.write(
        terminal,
        out -> {
          if (isJson()) {
            JsonLines lines = new JsonLines(out);
            for (String symbol : symbols) {
              lines.object(
                  json ->
                      json.number("schemaVersion", SCHEMA_VERSION)
                          .string("kind", "candidate")
                          .string("symbol", symbol));
            }
          } else {
            out.write(table.toString().getBytes(UTF_8));
          }
        });
  }

  /** Returns the recipes there are; mistakes in their folders become problems. */
  private List<Recipe> recipes(List<Finding> problems) {
    var catalogue = source.catalogue();
    problems.addAll(catalogue.findings());
    List<Recipe> recipes = new ArrayList<>();
    for (RecipeFolder folder : catalogue.folders()) {
      LoadedRecipe loaded = folder.load();
      problems.addAll(loaded.findings());
      loaded.recipe().ifPresent(recipes::add);
    }
    return recipes;
  }

  private int explainBuild() throws Exception {
    BuildLog log = BuildLog.read(terminal.in());
    if (log.failures().isEmpty()) {
      terminal.err().println("untether: " + NOTHING_KNOWN);
      return ExitCode.FINDINGS;
    }
    if (log.truncated()) {
      terminal.err().println("untether: the output is too long; only its beginning is explained");
    }
    List<Finding> problems = new ArrayList<>();
    List<Recipe> recipes = recipes(problems);
    boolean colours = output.colours(terminal);
    ReleaseData data = goroot == null ? ReleaseData.shipped() : ofGoroot();
    FailedBuild build = new FailedBuild(inputs.roots(), inputs.targets(), inputs.releases(), data);
    BuildExplanation explanation =
        output.parallel(() -> build.explain(log, symbol -> Remedy.on(symbol, recipes), problems));
    output.report(terminal, output.mentioned(problems), name -> Optional.empty());
    output.write(
        terminal,
        out -> {
          if (isJson()) {
            BuildJson.write(explanation, new JsonLines(out));
          } else {
            out.write(new BuildText(colours).of(explanation).getBytes(UTF_8));
          }
        });
    return Output.exitCode(problems, ExitCode.OK);
  }

  private ReleaseData ofGoroot() throws IOException {
    Map.Entry<Integer, AccessData> one = releases().entrySet().iterator().next();
    return ReleaseData.only(one.getKey(), one.getValue());
  }
}
