package dev.untether.cli;

import dev.untether.cli.option.Counts;
import dev.untether.cli.option.Inputs;
import dev.untether.cli.option.Prefixed;
import dev.untether.cli.option.UnwritableFileException;
import dev.untether.cli.option.WholeFile;
import dev.untether.git.AppliedRecipe;
import dev.untether.git.Base;
import dev.untether.git.BaseCheckout;
import dev.untether.git.Branch;
import dev.untether.git.Change;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.MailSeries;
import dev.untether.git.Series;
import dev.untether.git.Step;
import dev.untether.recipe.Recipe;
import dev.untether.text.Finding;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the changes go when they are to become commits: a branch, mails, or a pull request. */
final class BranchTarget implements AutoCloseable {
  private static final int SHORT_ID = 12;

  private final BranchOptions options;
  private final ReproducingCommand command;
  private final GitRepository repository;
  private final Base base;
  private final @Nullable Branch branch;
  private final @Nullable PullRequestTarget request;
  private final BaseCheckout checkout;
  private final List<String> paths;
  private final List<Inputs.Root> roots;
  private final StringBuilder outcome = new StringBuilder();
  private boolean done;

  private BranchTarget(
      BranchOptions options,
      ReproducingCommand command,
      GitRepository repository,
      Base base,
      @Nullable Branch branch,
      @Nullable PullRequestTarget request,
      BaseCheckout checkout,
      List<String> paths,
      List<Inputs.Root> roots) {
    this.options = options;
    this.command = command;
    this.repository = repository;
    this.base = base;
    this.branch = branch;
    this.request = request;
    this.paths = paths;
    this.checkout = checkout;
    this.roots = roots;
  }

  /** Runs recipes over the roots of the target. */
  @FunctionalInterface
  interface Runner {
    List<MigrateCommand.Migrated> run(List<Recipe> recipes) throws Exception;
  }

  /**
   * What is to become commits.
   *
   * @param migrated what all recipes together do
   * @param digest tells the versions of a recipe apart
   * @param runner does what some recipes alone do
   * @param isLess whether a proof has withdrawn something of that
   * @param evidence what the proof says, as Markdown; empty without one
   * @param isRead whether all of the input was read
   */
  record Work(
      List<MigrateCommand.Migrated> migrated,
      List<Recipe> chosen,
      Function<Recipe, String> digest,
      Runner runner,
      boolean isLess,
      String evidence,
      boolean isRead) {}

  /**
   * Finds the repository, makes sure that the branch may be written, and gets the files of the base
   * at hand.
   *
   * @param pulls asks for a pull request; nothing is written here then
   * @param whole whether all of its files are needed, since it is built
   */
  static BranchTarget open(
      BranchOptions options, Optional<PullRequestOptions> pulls, Inputs inputs, boolean whole)
      throws GitException, InterruptedException {
    List<Path> places = inputs.places();
    GitRepository repository = GitRepository.containing(places.get(0));
    @Nullable BaseCheckout checkout = null;
    boolean opened = false;
    try {
      Set<String> paths = new LinkedHashSet<>();
      for (Path place : places) {
        try (GitRepository same = GitRepository.containing(place)) {
          if (!same.isSame(repository)) {
            throw GitRepository.outside(place, repository);
          }
        }
        paths.add(repository.pathOf(place));
      }
      Base base = repository.base(options.base());
      PullRequestTarget request =
          pulls.isEmpty()
              ? null
              : PullRequestTarget.open(
                  pulls.get(), inputs, options, repository, base, System.getenv());
      Branch branch =
          options.branch().isEmpty() || pulls.isPresent()
              ? null
              : Branch.of(repository, base, options.branch().get());
      checkout = BaseCheckout.of(repository, base, whole ? Set.of("") : paths);
      List<String> below = List.copyOf(paths);
      List<Inputs.Root> roots = inputs.rootsIn(checkout.root(), below);
      ReproducingCommand command = new ReproducingCommand(inputs.spec(), below);
      opened = true;
      return new BranchTarget(
          options, command, repository, base, branch, request, checkout, below, roots);
    } finally {
      if (!opened) {
        if (checkout != null) {
          checkout.close();
        }
        repository.close();
      }
    }
  }

  /** Returns the inputs as the base has them. */
  List<Inputs.Root> roots() {
    return roots;
  }

  /** Returns the directory that stands for the root of the repository. */
  Path root() {
    return checkout.root();
  }

  /** Returns what of the base was left out. */
  List<Finding> findings() {
    return checkout.findings();
  }

  /** Returns whether the commits are where they were asked for. */
  boolean isDone() {
    return done;
  }

  /** Returns what was done, to stand at the end of a line. */
  String outcome() {
    return outcome.toString();
  }

  /** Returns whether a pull request is asked for. */
  boolean isPullRequest() {
    return request != null;
  }

  /** Makes the commits and what was asked for of them; returns why it is not so, if it is not. */
  Optional<String> publish(Work work) throws Exception {
    List<Step> steps = steps(work);
    CommitOptions how =
        new CommitOptions(
            options.signOff(),
            options.sign(),
            Instant.now(),
            ZoneId.systemDefault(),
            System.getenv());
    if (request != null) {
      return pull(request, work, steps, how);
    }
    Branch wanted = branch;
    if (wanted == null) {
      try (GitRepository dry = repository.withObjectsIn(checkout.scratch())) {
        writeMails(Series.write(dry, base, steps, how));
      }
    } else {
      Series series = wanted.write(steps, how);
      tell(wanted, series, wanted.publish(series));
      writeMails(series);
    }
    done = true;
    return Optional.empty();
  }

  private Optional<String> pull(
      PullRequestTarget target, Work work, List<Step> steps, CommitOptions how) throws Exception {
    List<Finding> refused = new ArrayList<>();
    List<Finding> notes = new ArrayList<>();
    for (MigrateCommand.Migrated each : work.migrated()) {
      String prefix = each.root().prefix();
      refused.addAll(Prefixed.findings(prefix, each.changes().refused()));
      notes.addAll(Prefixed.findings(prefix, each.changes().notes()));
    }
    PullRequestTarget.Published published =
        target.publish(
            new PullRequestTarget.Work(
                paths,
                steps,
                refused,
                notes,
                work.evidence(),
                work.isRead() && !work.isLess(),
                checkout.scratch()),
            how);
    if (!published.words().isEmpty()) {
      outcome.append(". ").append(published.words());
    }
    done = published.failure().isEmpty();
    return published.failure();
  }

  private List<Step> steps(Work work) throws Exception {
    Set<String> ids = new HashSet<>();
    work.migrated()
        .forEach(it -> it.changes().changes().forEach(change -> ids.addAll(change.recipes())));
    List<Recipe> working =
        work.chosen().stream().filter(recipe -> ids.contains(recipe.id())).toList();
    List<Step> steps = new ArrayList<>();
    List<Recipe> since = new ArrayList<>();
    for (int i = 0; i < working.size(); i++) {
      since.add(working.get(i));
      boolean last = i + 1 == working.size();
      if (options.squash() && !last) {
        continue;
      }
      // Recipes run in rounds, so what the first few do is found by running the first few.
      List<Recipe> first = working.subList(0, i + 1);
      SortedMap<String, Change> changes =
          changes(last ? work.migrated() : work.runner().run(first));
      List<AppliedRecipe> applied =
          since.stream().map(recipe -> applied(recipe, work.digest().apply(recipe))).toList();
      steps.add(new Step(applied, changes, command.of(first, work.isLess())));
      since.clear();
    }
    return steps;
  }

  private static AppliedRecipe applied(Recipe recipe, String digest) {
    return new AppliedRecipe(
        recipe.id(), recipe.version(), digest, recipe.title(), recipe.description(), recipe.why());
  }

  private static SortedMap<String, Change> changes(List<MigrateCommand.Migrated> migrated) {
    SortedMap<String, Change> changes = new TreeMap<>();
    for (MigrateCommand.Migrated each : migrated) {
      String prefix = each.root().prefix();
      each.changes()
          .changes()
          .forEach(
              change ->
                  changes.put(prefix + change.path(), new Change(change.before(), change.after())));
    }
    return changes;
  }

  private void tell(Branch wanted, Series series, Branch.Outcome result) {
    String commits = Counts.of(series.size(), "commit");
    String start = base.name() + " (" + base.id().substring(0, SHORT_ID) + ")";
    outcome.append(". ");
    switch (result) {
      case CREATED ->
          outcome.append("Branch ").append(wanted.name()).append(" was made: ").append(commits);
      case UPDATED ->
          outcome
              .append("Branch ")
              .append(wanted.name())
              .append(" was made anew: ")
              .append(commits);
      case UNCHANGED ->
          outcome
              .append("Branch ")
              .append(wanted.name())
              .append(" has them already: ")
              .append(commits);
      case NOTHING_TO_DO -> outcome.append("No branch was made or changed: nothing to do");
    }
    outcome.append(" on ").append(start);
  }

  private void writeMails(Series series) throws GitException, IOException {
    if (options.mails().isEmpty()) {
      return;
    }
    Path directory = options.mails().get();
    List<MailSeries.Mail> mails = MailSeries.of(series);
    Set<String> names = new HashSet<>();
    mails.forEach(mail -> names.add(mail.name()));
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UnwritableFileException(directory, e);
    }
    try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, "*.patch")) {
      for (Path file : old) {
        if (!names.contains(String.valueOf(file.getFileName()))) {
          // `git am DIR/*.patch` would take it for part of the series.
          throw new UnwritableFileException(
              directory,
              new IOException("it holds " + file.getFileName() + "; move that away first"));
        }
      }
    }
    for (MailSeries.Mail mail : mails) {
      WholeFile.write(directory.resolve(mail.name()), mail.text()::writeTo);
    }
    outcome.append(". ").append(Counts.of(mails.size(), "mail")).append(" in ").append(directory);
    if (!mails.isEmpty()) {
      outcome.append("; git am takes them");
    }
  }

  @Override
  public void close() {
    checkout.close();
    repository.close();
  }
}
