package dev.untether.cli;

import dev.untether.cli.option.Counts;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Inputs;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.Prefixed;
import dev.untether.cli.option.ProofOptions;
import dev.untether.cli.option.RecipeChoice;
import dev.untether.cli.option.Terminal;
import dev.untether.engine.ChangeSet;
import dev.untether.engine.Migration;
import dev.untether.recipe.Recipe;
import dev.untether.report.proof.ModuleProof;
import dev.untether.report.proof.ProofJson;
import dev.untether.report.proof.ProofMarkdown;
import dev.untether.report.proof.ProofPage;
import dev.untether.report.proof.ProofText;
import dev.untether.text.Finding;
import dev.untether.verify.CellProof;
import dev.untether.verify.State;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code untether verify}: builds with the real Go toolchain, in a copy. */
@Command(
    name = "verify",
    description = {
      "Builds and links every package with real Go toolchains, for every target, in a copy.",
      "With --recipe, before the migration and after it; nothing is changed either way.",
      "Without --target: the targets that build assembly, and this machine's."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final Inputs inputs = new Inputs();
  @Mixin private final Output output = new Output();
  @Mixin private final RecipeChoice recipes = new RecipeChoice();
  @Mixin private final ProofOptions options = new ProofOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (the default), markdown, json, jsonl or html")
  private String format = "text";

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The ways to print a proof. */
  private enum Format {
    TEXT,
    MARKDOWN,
    JSON,
    JSONL,
    HTML;

    void write(List<ModuleProof> all, OutputStream out) throws IOException {
      if (this == HTML) {
        ProofPage.of(all, summary(all)).write(out);
        return;
      }
      for (int i = 0; i < all.size(); i++) {
        if (i > 0 && (this == TEXT || this == MARKDOWN)) {
          out.write('\n');
        }
        write(all.get(i), out);
      }
    }

    private void write(ModuleProof proven, OutputStream out) throws IOException {
      switch (this) {
        case TEXT -> print(ProofText.of(proven.name(), proven.proof()), out);
        case MARKDOWN -> print(ProofMarkdown.of(proven.name(), proven.proof()), out);
        case JSON -> ProofJson.write(proven.name(), proven.proof(), out);
        case JSONL -> ProofJson.writeLines(proven.name(), proven.proof(), out);
        case HTML -> throw new IllegalArgumentException("a page is about all modules");
      }
    }

    private static void print(String text, OutputStream out) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public Integer call() throws Exception {
    Format chosenFormat = format();
    List<Finding> problems = new ArrayList<>();
    List<Inputs.Root> roots = inputs.roots();
    roots.forEach(
        root -> problems.addAll(Prefixed.findings(root.prefix(), root.tree().problems())));
    Proving proving = new Proving(inputs, options, output.jobs());
    List<ModuleProof> proven =
        recipes.isGiven() ? changes(proving, roots, problems) : proving.now(roots);
    problems.addAll(proving.problems());
    output.write(terminal, out -> chosenFormat.write(proven, out));
    options.writeEvidence(proven, summary(proven));
    output.report(terminal, output.mentioned(problems), name -> Inputs.text(roots, name));
    if (!output.isQuiet()) {
      terminal.err().println(summary(proven));
    }
    int code = proving.exitCode(proven, ExitCode.FINDINGS);
    return Output.exitCode(problems, code);
  }

  private Format format() {
    for (Format each : Format.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(format)) {
        return each;
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        "--format " + format + ": expected text, markdown, json, jsonl or html");
  }

  private List<ModuleProof> changes(
      Proving proving, List<Inputs.Root> roots, List<Finding> problems) throws Exception {
    List<Recipe> chosen = recipes.chosen(inputs.releases(), problems);
    List<ChangeSet> changes = new ArrayList<>();
    for (Inputs.Root root : roots) {
      Migration migration =
          new Migration(root.tree(), chosen, inputs.targets(), /* generatedToo= */ false);
      changes.add(output.parallel(migration::run));
    }
    return proving.changes(roots, changes, chosen, options.scope(inputs));
  }

  /** Returns the counts of results in words, the best first. */
  static String summary(List<ModuleProof> proven) {
    if (proven.isEmpty()) {
      return "nothing to build";
    }
    List<CellProof> cells = proven.stream().flatMap(it -> it.proof().cells().stream()).toList();
    Map<State, Integer> counts = new EnumMap<>(State.class);
    int hopeless = 0;
    for (CellProof cell : cells) {
      if (cell.needsCompiler()) {
        hopeless++;
      } else {
        counts.merge(cell.state(), 1, Integer::sum);
      }
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((state, count) -> parts.add(count + " " + state.words()));
    if (hopeless > 0) {
      parts.add(hopeless + " in need of a C compiler");
    }
    long withdrawn = proven.stream().mapToLong(it -> it.proof().withdrawn().size()).sum();
    String end = withdrawn > 0 ? "; " + Counts.of(withdrawn, "change") + " withdrawn" : "";
    return Counts.of(cells.size(), "build") + ": " + String.join(", ", parts) + end;
  }
}
