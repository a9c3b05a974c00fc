package dev.untether.cli;

import dev.untether.cli.option.Counts;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Inputs;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.Prefixed;
import dev.untether.cli.option.ProofOptions;
import dev.untether.cli.option.RecipeChoice;
import dev.untether.cli.option.Terminal;
import dev.untether.cli.option.UnwritableFileException;
import dev.untether.cli.option.WholeFile;
import dev.untether.engine.ChangeSet;
import dev.untether.engine.FileChange;
import dev.untether.engine.Migration;
import dev.untether.git.GitException;
import dev.untether.recipe.Recipe;
import dev.untether.report.diff.ColourDiff;
import dev.untether.report.diff.FilePatch;
import dev.untether.report.diff.UnifiedDiff;
import dev.untether.report.html.Page;
import dev.untether.report.proof.ModuleProof;
import dev.untether.report.proof.ProofMarkdown;
import dev.untether.report.proof.ProofText;
import dev.untether.text.Finding;
import dev.untether.verify.change.ProofScope;
import dev.untether.verify.change.ProvenChanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code untether migrate}: what recipes would change, as a diff, and on request as files. */
@Command(
    name = "migrate",
    description = {
      "Runs recipes and prints what they would change as a unified diff.",
      "Nothing is changed unless --write says so. --branch makes commits instead, and leaves",
      "the working tree alone."
    },
    mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final Inputs inputs = new Inputs();
  @Mixin private final Output output = new Output();
  @Mixin private final RecipeChoice recipes = new RecipeChoice();
  @Mixin private final ProofOptions proofOptions = new ProofOptions();

  @Option(names = "--write", description = "Change the files")
  private boolean write;

  @Option(
      names = "--allow-dirty",
      description = "With --write, change files too whose changes are in no commit")
  private boolean dirtyToo;

  @Option(
      names = "--patch",
      paramLabel = "FILE",
      description = "Write the diff to FILE, for git apply or patch -p1")
  private @Nullable Path patch;

  @Mixin private final BranchOptions branching = new BranchOptions();

  @Option(
      names = "--include-generated",
      description = "Change generated Go files too, which their generator will undo")
  private boolean generatedToo;

  @Option(
      names = "--verify",
      description = "Build before and after, and withdraw what breaks; see untether verify")
  private boolean verify;

  @Option(names = "--check", description = "Exit with 1 when there is something to change")
  private boolean check;

  @Option(names = "--format", paramLabel = "FORMAT", description = "diff (the default) or html")
  private String format = "diff";

  MigrateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** One PATH with what the recipes make of it. */
  record Migrated(Inputs.Root root, ChangeSet changes) {}

  @Override
  public Integer call() throws Exception {
    if (!format.equals("diff") && !format.equals("html")) {
      throw new ParameterException(
          spec.commandLine(), "--format " + format + ": migrate prints diff or html");
    }
    boolean colours = output.colours(terminal);
    if (check && write) {
      throw new ParameterException(
          spec.commandLine(), "--check asks whether something would change, --write changes it");
    }
    if (dirtyToo && !write) {
      throw new ParameterException(
          spec.commandLine(), "--allow-dirty is about files that --write changes");
    }
    if (!branching.areGiven(spec)) {
      return migrate(inputs.roots(), null, colours);
    }
    if (check || write) {
      throw new ParameterException(
          spec.commandLine(), "--branch and --format-patch go without --write and --check");
    }
    try (BranchTarget target = BranchTarget.open(branching, inputs, /* whole= */ verify)) {
      return migrate(target.roots(), target, colours);
    } catch (GitException e) {
      terminal.err().println("untether: " + e.getMessage());
      return ExitCode.PARTIAL;
    }
  }

  private int migrate(List<Inputs.Root> roots, @Nullable BranchTarget target, boolean colours)
      throws Exception {
    List<Finding> problems = new ArrayList<>();
    List<Recipe> chosen = recipes.chosen(inputs.releases(), problems);
    List<Migrated> migrated = run(roots, chosen);
    migrated.forEach(
        it -> problems.addAll(Prefixed.findings(it.root().prefix(), it.changes().problems())));
    int proofCode = ExitCode.OK;
    ProvenChanges kept = new ProvenChanges(List.of());
    List<ModuleProof> proven = List.of();
    if (verify) {
      Proving proving = new Proving(inputs, proofOptions, output.jobs());
      proven = prove(proving, migrated, chosen, target);
      problems.addAll(proving.problems());
      kept = new ProvenChanges(proven.stream().map(ModuleProof::proof).toList());
      keep(migrated, kept);
      proofCode = proving.exitCode(proven, ExitCode.OK);
    }
    List<FilePatch> patches = patches(migrated);
    render(patches, MigrationPage.of(migrated, patches, proven), colours, target != null);
    List<Finding> unwritten = List.of();
    if (write) {
      unwritten = new TreeWriter(dirtyToo).write(migrated);
      problems.addAll(unwritten);
    }
    Optional<String> failure = Optional.empty();
    if (target != null) {
      problems.addAll(target.findings());
      failure = publish(target, migrated, chosen, kept);
    }
    report(migrated, problems, chosen, unwritten.size(), target);
    if (failure.isPresent()) {
      terminal.err().println("untether: " + failure.get());
      return ExitCode.PARTIAL;
    }
    int done = check && !patches.isEmpty() ? ExitCode.FINDINGS : ExitCode.OK;
    return Output.exitCode(problems, proofCode == ExitCode.OK ? done : proofCode);
  }

  /** Proves what was migrated, and says what came of it. */
  private List<ModuleProof> prove(
      Proving proving, List<Migrated> migrated, List<Recipe> chosen, @Nullable BranchTarget target)
      throws IOException, InterruptedException {
    ProofScope scope = proofOptions.scope(inputs);
    List<ModuleProof> proven =
        proving.changes(
            migrated.stream().map(Migrated::root).toList(),
            migrated.stream().map(Migrated::changes).toList(),
            chosen,
            target == null ? scope : scope.within(target.root()));
    proofOptions.writeEvidence(proven, VerifyCommand.summary(proven));
    for (ModuleProof each : proven) {
      if (target != null) {
        // For the pull request. Commits say nothing of it: they are the same on every machine.
        terminal.out().print(ProofMarkdown.of(each.name(), each.proof()));
      } else if (!output.isQuiet()) {
        terminal.err().print(ProofText.of(each.name(), each.proof()));
      }
    }
    return proven;
  }

  private static void keep(List<Migrated> migrated, ProvenChanges kept) {
    migrated.replaceAll(each -> new Migrated(each.root(), kept.of(each.changes())));
  }

  private List<Migrated> run(List<Inputs.Root> roots, List<Recipe> some) throws Exception {
    var targets = inputs.targets();
    List<Migrated> migrated = new ArrayList<>();
    for (Inputs.Root root : roots) {
      ChangeSet changes =
          output.parallel(() -> new Migration(root.tree(), some, targets, generatedToo).run());
      migrated.add(new Migrated(root, changes));
    }
    return migrated;
  }

  /** Runs the first few recipes, and leaves out what was withdrawn from all. */
  private List<Migrated> runFirst(List<Inputs.Root> roots, List<Recipe> some, ProvenChanges kept)
      throws Exception {
    List<Migrated> migrated = new ArrayList<>();
    for (Inputs.Root root : roots) {
      ChangeSet changes = kept.ofFirst(some, fewer -> run(List.of(root), fewer).get(0).changes());
      migrated.add(new Migrated(root, changes));
    }
    return migrated;
  }

  /** Makes the commits; returns why there are none, if something failed. */
  private Optional<String> publish(
      BranchTarget target, List<Migrated> migrated, List<Recipe> chosen, ProvenChanges kept)
      throws Exception {
    try {
      target.publish(
          migrated,
          chosen,
          recipes::digest,
          some -> runFirst(target.roots(), some, kept),
          kept.isLess());
      return Optional.empty();
    } catch (GitException | UnwritableFileException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static List<FilePatch> patches(List<Migrated> migrated) {
    List<FilePatch> patches = new ArrayList<>();
    for (Migrated each : migrated) {
      for (FileChange change : each.changes().changes()) {
        String path = each.root().prefix() + change.path();
        patches.add(new FilePatch(path, change.before(), change.after()));
      }
    }
    return patches;
  }

  private void render(List<FilePatch> patches, Page page, boolean colours, boolean asCommits)
      throws IOException {
    if (patch != null) {
      WholeFile.write(patch, out -> new UnifiedDiff().write(patches, out));
    }
    if (output.isToFile() || patch == null && !write && !asCommits) {
      output.write(
          terminal,
          out -> {
            if (format.equals("html")) {
              page.write(out);
            } else if (colours) {
              new ColourDiff().write(patches, out);
            } else {
              new UnifiedDiff().write(patches, out);
            }
          });
    }
  }

  private void report(
      List<Migrated> migrated,
      List<Finding> problems,
      List<Recipe> chosen,
      int unwritten,
      @Nullable BranchTarget target)
      throws IOException {
    List<Finding> findings = new ArrayList<>(output.mentioned(problems));
    for (Migrated each : migrated) {
      String prefix = each.root().prefix();
      findings.addAll(Prefixed.findings(prefix, each.changes().refused()));
      findings.addAll(Prefixed.findings(prefix, each.changes().notes()));
      if (output.isVerbose()) {
        findings.addAll(Prefixed.findings(prefix, each.changes().skipped()));
      }
    }
    List<Inputs.Root> roots = migrated.stream().map(Migrated::root).toList();
    output.report(terminal, findings, name -> Inputs.text(roots, name));
    boolean anyRead = migrated.stream().anyMatch(each -> each.changes().files() > 0);
    if (!output.isQuiet() && (anyRead || problems.isEmpty())) {
      terminal.err().println(summary(migrated, chosen, unwritten, target));
    }
  }

  private String summary(
      List<Migrated> migrated, List<Recipe> chosen, int unwritten, @Nullable BranchTarget target) {
    long files = 0;
    long changed = -unwritten;
    long refused = 0;
    long notes = 0;
    long skipped = 0;
    for (Migrated each : migrated) {
      files += each.changes().files();
      changed += each.changes().changes().size();
      refused += each.changes().refused().size();
      notes += each.changes().notes().size();
      skipped += each.changes().skipped().size();
    }
    if (files == 0) {
      return inputs.nothingFound("Go or assembly files");
    }
    StringBuilder line = new StringBuilder();
    line.append(Counts.of(changed, "file"))
        .append(write || target != null && target.isDone() ? " changed" : " would change")
        .append(", ")
        .append(Counts.of(refused, "place"))
        .append(" refused");
    if (notes > 0) {
      line.append(", ").append(Counts.of(notes, "note")).append(" to review");
    }
    if (skipped > 0) {
      line.append(", ").append(Counts.of(skipped, "function")).append(" with nothing to do");
      line.append(output.isVerbose() ? "" : " (-v tells why)");
    }
    line.append("; ")
        .append(Counts.of(chosen.size(), "recipe"))
        .append(", ")
        .append(Counts.of(files, "file"))
        .append(" read");
    if (target != null) {
      line.append(target.outcome());
    } else if (changed > 0 && !write) {
      line.append(". Nothing was written; --write does that");
      Path base = migrated.get(0).root().base();
      if (!base.equals(Inputs.currentDirectory())) {
        line.append(". The diff applies in ").append(base);
      }
    }
    return line.toString();
  }
}
