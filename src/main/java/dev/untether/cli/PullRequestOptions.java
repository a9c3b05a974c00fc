package dev.untether.cli;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.connect.ServerAddress;
import dev.untether.forge.ForgeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The arguments that ask for a pull request. */
final class PullRequestOptions {
  private static final List<String> NAMES =
      List.of(
          "--remote",
          "--title",
          "--draft",
          "--label",
          "--reviewer",
          "--reviewers-from-codeowners",
          "--assignee",
          "--auto-merge",
          "--reopen",
          "--forge",
          "--server");

  /** Those that say something of a page that Gerrit does not have: a change is its commits. */
  private static final List<String> NOT_OF_GERRIT =
      List.of(
          "--title",
          "--draft",
          "--label",
          "--reviewers-from-codeowners",
          "--assignee",
          "--auto-merge",
          "--reopen",
          "--server");

  @Option(
      names = "--pr",
      description = {
        "Push the commits to a branch of the remote, and open or update a pull request for it;",
        "nothing of the repository here changes, and no branch is made in it"
      })
  private boolean wanted;

  @Option(
      names = "--remote",
      paramLabel = "NAME",
      description =
          "Push there (default: where the current branch comes from, else origin, else the only one)")
  private @Nullable String remote;

  @Option(names = "--title", paramLabel = "TEXT", description = "The title of the pull request")
  private @Nullable String title;

  @Option(names = "--draft", description = "Open the pull request as a draft")
  private boolean draft;

  @Option(
      names = "--label",
      split = ",",
      paramLabel = "LABEL",
      description = "Give the pull request a label")
  private List<String> labels = new ArrayList<>();

  @Option(
      names = "--reviewer",
      split = ",",
      paramLabel = "NAME",
      description = "Ask for a review; teams are OWNER/TEAM")
  private List<String> reviewers = new ArrayList<>();

  @Option(
      names = "--reviewers-from-codeowners",
      description = "Ask those that CODEOWNERS names for the changed files")
  private boolean owners;

  @Option(
      names = "--assignee",
      split = ",",
      paramLabel = "NAME",
      description = "Assign the pull request")
  private List<String> assignees = new ArrayList<>();

  @Option(
      names = "--auto-merge",
      description = "Let the forge merge once checks and reviews are as it asks for")
  private boolean autoMerge;

  @Option(
      names = "--reopen",
      description = "Open another pull request when people closed the last one without merging")
  private boolean reopen;

  @Option(
      names = "--forge",
      paramLabel = "KIND",
      description =
          "What the server runs: github, gitlab, gitea, forgejo or gerrit (default: found out)")
  private @Nullable String forge;

  @Option(
      names = "--server",
      paramLabel = "[HOST=]URL",
      description = {
        "Where the forge answers, if not where git's addresses on HOST lead",
        "(default HOST: that of the URL)"
      })
  private @Nullable String server;

  /**
   * Returns whether a pull request is asked for.
   *
   * @throws ParameterException when the arguments do not fit each other
   */
  boolean areGiven(CommandSpec spec) {
    if (!wanted) {
      List<String> given = given(spec, NAMES);
      if (!given.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            String.join(", ", given) + ": go with --pr, which opens the request");
      }
      return false;
    }
    if (title != null && title.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--title: expected a line of text");
    }
    if (kind(spec).equals(Optional.of(ForgeKind.GERRIT))) {
      requireForGerrit(spec);
    }
    address(spec);
    return true;
  }

  /**
   * Refuses what Gerrit has no place for.
   *
   * @throws ParameterException when something of that was given
   */
  void requireForGerrit(CommandSpec spec) {
    List<String> given = given(spec, NOT_OF_GERRIT);
    if (!given.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          String.join(", ", given)
              + ": not with Gerrit, where a change is its commits; --branch names the topic,"
              + " --reviewer asks for a review");
    }
  }

  private static List<String> given(CommandSpec spec, List<String> names) {
    return spec.commandLine().getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(names::contains)
        .distinct()
        .toList();
  }

  /** Returns what the user says that the server runs. */
  Optional<ForgeKind> kind(CommandSpec spec) {
    if (forge == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (forge.toLowerCase(Locale.ROOT)) {
          case "github" -> ForgeKind.GITHUB;
          case "gitlab" -> ForgeKind.GITLAB;
          case "gitea", "forgejo" -> ForgeKind.GITEA;
          case "gerrit" -> ForgeKind.GERRIT;
          default ->
              throw new ParameterException(
                  spec.commandLine(),
                  "--forge "
                      + forge
                      + ": expected github, gitlab, gitea, forgejo or gerrit; for any other there is"
                      + " --branch or --format-patch");
        });
  }

  /** Returns where the forge answers, as far as git's address does not say. */
  Optional<ServerAddress> address(CommandSpec spec) {
    if (server == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ServerAddress.parse(server));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--server: " + e.getMessage(), e);
    }
  }

  Optional<String> remote() {
    return Optional.ofNullable(remote);
  }

  Optional<String> title() {
    return Optional.ofNullable(title);
  }

  boolean reopen() {
    return reopen;
  }

  /** Returns who is asked to look, and how. */
  Campaign.ReviewRequest review() {
    return new Campaign.ReviewRequest(draft, labels, owners, reviewers, assignees, autoMerge);
  }
}
