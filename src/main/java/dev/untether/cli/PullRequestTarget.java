package dev.untether.cli;

import dev.untether.campaign.Origin;
import dev.untether.campaign.connect.Judgements;
import dev.untether.campaign.connect.LoneUnit;
import dev.untether.campaign.connect.Network;
import dev.untether.campaign.connect.Servers;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.campaign.outcome.State;
import dev.untether.campaign.outcome.UnitResult;
import dev.untether.cli.batch.NetworkAccess;
import dev.untether.cli.option.Counts;
import dev.untether.cli.option.Inputs;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.Project;
import dev.untether.git.Base;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.Step;
import dev.untether.git.transport.GerritPush;
import dev.untether.git.transport.Remote;
import dev.untether.git.transport.RemoteBranches;
import dev.untether.git.transport.TransportOptions;
import dev.untether.text.Finding;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the changes go when they are to become a pull request, or a change of Gerrit's. */
final class PullRequestTarget {
  private static final Set<State> DONE =
      EnumSet.of(State.OPENED, State.UPDATED, State.UNCHANGED, State.CLOSED, State.CLEANED);

  private final PullRequestOptions options;
  private final Inputs inputs;
  private final Optional<String> branch;
  private final GitRepository repository;
  private final Remote remote;
  private final Base base;
  private final String baseBranch;
  private final Map<String, String> environment;

  private PullRequestTarget(
      PullRequestOptions options,
      Inputs inputs,
      Optional<String> branch,
      GitRepository repository,
      Remote remote,
      Base base,
      String baseBranch,
      Map<String, String> environment) {
    this.options = options;
    this.inputs = inputs;
    this.branch = branch;
    this.repository = repository;
    this.remote = remote;
    this.base = base;
    this.baseBranch = baseBranch;
    this.environment = Map.copyOf(environment);
  }

  /**
   * What was done.
   *
   * @param words a sentence, to stand at the end of a line; empty if there is none
   * @param failure why it is not as it was asked for
   */
  record Published(String words, Optional<String> failure) {}

  /**
   * What there is to publish.
   *
   * @param paths what was looked at, below the root of the repository
   * @param evidence what the real toolchain says, as Markdown; may be empty
   * @param whole whether everything was read and nothing taken back
   * @param scratch a private directory
   */
  record Work(
      List<String> paths,
      List<Step> steps,
      List<Finding> refused,
      List<Finding> notes,
      String evidence,
      boolean whole,
      Path scratch) {}

  /**
   * Finds the remote and the branch to merge into; nobody is asked yet.
   *
   * @param branching names the branch to start from; the current one, if it names none
   */
  static PullRequestTarget open(
      PullRequestOptions options,
      Inputs inputs,
      BranchOptions branching,
      GitRepository repository,
      Base base,
      Map<String, String> environment)
      throws GitException, InterruptedException {
    TransportOptions transport = NetworkAccess.transport(environment);
    Optional<String> named = options.remote();
    Remote remote = Remote.of(repository, named, transport);
    Optional<String> baseBranch = repository.branchOf(branching.base(), remote.name());
    if (baseBranch.isEmpty()) {
      throw new GitException(
          GitException.Reason.LOCAL,
          (branching.base().isPresent()
                  ? "--base " + branching.base().get() + ": is no branch"
                  : repository.root() + ": HEAD is on no branch")
              + ", so there is none to merge into; name one, as in --base main or --base "
              + remote.name()
              + "/main");
    }
    if (branching.branch().equals(baseBranch)) {
      throw new GitException(
          GitException.Reason.LOCAL,
          "--branch "
              + baseBranch.get()
              + ": is the branch to merge into; choose another name, or another --base");
    }
    return new PullRequestTarget(
        options,
        inputs,
        branching.branch(),
        repository,
        remote,
        base,
        baseBranch.get(),
        environment);
  }

  /** Pushes the commits, and makes the pull request what it should be. */
  Published publish(Work work, CommitOptions commits)
      throws IOException, GitException, InterruptedException {
    try {
      Optional<ForgeKind> stated = options.kind(inputs.spec());
      Servers servers = NetworkAccess.servers(stated, environment);
      Network network =
          NetworkAccess.network(
              servers, environment, options.address(inputs.spec()).stream().toList());
      if (stated.equals(Optional.of(ForgeKind.GERRIT))) {
        return pushToGerrit(work, commits, network.transportFor(remote.address()));
      }
      Project project = network.project(remote.address()).orElseThrow(this::noForge);
      ForgeKind kind = servers.kind(project.server());
      TransportOptions transport = network.transportFor(remote.address());
      if (kind == ForgeKind.GERRIT) {
        options.requireForGerrit(inputs.spec());
        return pushToGerrit(work, commits, transport);
      }
      LoneUnit.Site site =
          new LoneUnit.Site(origin(project), remote, kind, servers, transport, commits);
      LoneUnit unit =
          new LoneUnit(site, wanted(work), new Judgements(inputs.releases(), inputs.targets()));
      Path state = work.scratch().resolve("state");
      return published(unit.publish(state, InstantSource.system()), work.whole());
    } catch (ForgeException e) {
      return failed(String.valueOf(e.getMessage()));
    }
  }

  private GitException noForge() {
    return new GitException(
        GitException.Reason.LOCAL,
        "remote "
            + remote
            + ": its address is that of no forge, so there is no place for a pull request; choose"
            + " another --remote, or use --branch or --format-patch");
  }

  private Origin origin(Project project) {
    return new Origin(
        String.valueOf(repository.root().getFileName()),
        repository.directory(),
        Optional.of(remote.address()),
        Optional.of(project),
        baseBranch,
        base);
  }

  private LoneUnit.Wanted wanted(Work work) {
    return new LoneUnit.Wanted(
        id(work),
        branch,
        options.title(),
        options.review(),
        modules(work),
        work.steps(),
        label(),
        work.refused(),
        work.notes(),
        work.evidence(),
        work.whole(),
        options.reopen());
  }

  private static List<String> modules(Work work) {
    return work.paths().stream().map(path -> path.isEmpty() ? "." : path).sorted().toList();
  }

  private static String id(Work work) {
    return String.join(",", modules(work));
  }

  private String label() {
    return "go1." + inputs.releases().last();
  }

  private static Published published(RunResult result, boolean whole) {
    List<String> said = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    boolean done =
        result.units().isEmpty()
            || result.units().stream().anyMatch(unit -> DONE.contains(unit.state()));
    for (UnitResult unit : result.units()) {
      switch (unit.state()) {
        case FAILED, BLOCKED, WAITING -> failures.add(unit.reason());
        case LEFT -> (done ? said : failures).add(withPage(unit));
        default -> said.add(words(unit));
      }
    }
    if (result.units().isEmpty()) {
      said.add(
          "Nothing was pushed: "
              + (whole ? "no pull request is open, and none is needed" : "no change is left"));
    }
    result.problems().forEach(problem -> said.add(problem.toString()));
    String words = String.join(". ", said);
    return new Published(
        words, failures.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", failures)));
  }

  private static String withPage(UnitResult unit) {
    return unit.page().map(page -> page + ": ").orElse("") + unit.reason();
  }

  private static String words(UnitResult unit) {
    String page = unit.page().map(URI::toString).orElse("");
    String why = unit.reason().isEmpty() ? "" : ": " + unit.reason();
    return switch (unit.state()) {
      case OPENED -> "Pull request " + page + " was opened, branch " + unit.branch() + why;
      case UPDATED -> "Pull request " + page + " was updated, branch " + unit.branch() + why;
      case UNCHANGED -> "Pull request " + page + " has them already" + why;
      case CLOSED -> "Pull request " + page + " was closed" + why;
      case CLEANED -> "Branch " + unit.branch() + " was deleted" + why;
      default -> (page.isEmpty() ? "Nothing was done" : page) + why;
    };
  }

  private Published pushToGerrit(Work work, CommitOptions commits, TransportOptions transport)
      throws GitException, InterruptedException {
    if (work.steps().isEmpty()) {
      return new Published("Nothing was pushed: nothing to do", Optional.empty());
    }
    // Or commits that nobody else has seen would become changes for review.
    RemoteBranches.read(repository, base, remote, baseBranch, Set.of(), Map.of(), transport);
    List<String> ids =
        new ArrayList<>(
            work.steps().stream().flatMap(it -> it.recipes().stream()).map(it -> it.id()).toList());
    String topic = branch.orElseGet(() -> "untether-" + (ids.size() == 1 ? ids.get(0) : label()));
    // One change for each topic: what was merged cannot be pushed to again.
    String seed = LoneUnit.CAMPAIGN + "/" + id(work) + "/" + baseBranch + "/" + topic;
    GerritPush.Review review =
        new GerritPush.Review(baseBranch, Optional.of(topic), options.review().reviewers(), seed);
    GerritPush.Result result =
        GerritPush.push(repository, base, remote, review, work.steps(), commits, transport);
    String changes = Counts.of(result.changeIds().size(), "change");
    String pages = result.pages().isEmpty() ? "" : ": " + String.join(", ", result.pages());
    return new Published(
        switch (result.outcome()) {
          case CREATED ->
              changes + " pushed for review to " + baseBranch + ", topic " + topic + pages;
          case UNCHANGED -> "Gerrit has the " + changes + " already, topic " + topic;
          default -> "Nothing was pushed: nothing to do";
        },
        Optional.empty());
  }

  private static Published failed(String why) {
    return new Published("", Optional.of(why));
  }
}
