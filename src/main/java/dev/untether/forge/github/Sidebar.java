package dev.untether.forge.github;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.Project;
import dev.untether.forge.Proposal;
import dev.untether.forge.http.ForgeClient;
import dev.untether.forge.http.Method;
import dev.untether.report.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What goes with a pull request: labels, assignees, reviewers, auto-merge. Added, never removed.
 */
final class Sidebar {
  private static final String AUTO_MERGE =
      "mutation($pull: ID!, $how: PullRequestMergeMethod!) {"
          + " enablePullRequestAutoMerge(input: {pullRequestId: $pull, mergeMethod: $how})"
          + " { clientMutationId } }";

  private final Project project;
  private final ForgeClient client;
  private final String repository;

  Sidebar(Project project, ForgeClient client, String repository) {
    this.project = project;
    this.client = client;
    this.repository = repository;
  }

  /** Adds what the proposal has and the pull request has not. */
  void ask(Pull pull, Proposal proposal) throws ForgeException, InterruptedException {
    long number = pull.number();
    String issue = repository + "/issues/" + number;
    List<String> labels = missing(proposal.labels(), pull.names("labels", "name"));
    if (!labels.isEmpty()) {
      client.send(Method.POST, issue + "/labels", json -> json.strings("labels", labels));
    }
    List<String> assignees = missing(proposal.assignees(), pull.names("assignees", "login"));
    if (!assignees.isEmpty()) {
      client.send(Method.POST, issue + "/assignees", json -> json.strings("assignees", assignees));
    }
    askReviewers(pull, proposal);
    if (proposal.autoMerge() && pull.json().at("auto_merge") instanceof Json.Scalar) {
      mergeWhenReady(pull);
    }
  }

  private void askReviewers(Pull pull, Proposal proposal)
      throws ForgeException, InterruptedException {
    List<String> people = new ArrayList<>();
    List<String> teams = new ArrayList<>();
    for (String reviewer : proposal.reviewers()) {
      (reviewer.contains("/") ? teams : people)
          .add(reviewer.substring(reviewer.lastIndexOf('/') + 1));
    }
    List<String> newPeople = missing(people, pull.names("requested_reviewers", "login"));
    List<String> newTeams = missing(teams, pull.names("requested_teams", "slug"));
    if (newPeople.isEmpty() && newTeams.isEmpty()) {
      return;
    }
    String reviews = repository + "/pulls/" + pull.number();
    // Who has answered is no longer in the lists, and would be asked again and again.
    List<String> answered = new ArrayList<>();
    for (Json review : client.pages(reviews + "/reviews?per_page=100")) {
      review.at("user").at("login").text().ifPresent(answered::add);
    }
    List<String> askPeople = missing(newPeople, answered);
    // A team is taken off the list when one of its members answers; who that was is not said.
    List<String> askTeams = answered.isEmpty() ? newTeams : List.of();
    try {
      request(reviews, askPeople, askTeams);
    } catch (ForgeException e) {
      if (e.reason() != Reason.REFUSED) {
        throw e;
      }
      // One who cannot be asked, such as the author, loses all others: one by one.
      for (String one : askPeople) {
        requestIfPossible(reviews, List.of(one), List.of());
      }
      for (String one : askTeams) {
        requestIfPossible(reviews, List.of(), List.of(one));
      }
    }
  }

  private void requestIfPossible(String reviews, List<String> people, List<String> teams)
      throws ForgeException, InterruptedException {
    try {
      request(reviews, people, teams);
    } catch (ForgeException e) {
      if (e.reason() != Reason.REFUSED) {
        throw e;
      }
    }
  }

  private void request(String reviews, List<String> people, List<String> teams)
      throws ForgeException, InterruptedException {
    if (!people.isEmpty() || !teams.isEmpty()) {
      client.send(
          Method.POST,
          reviews + "/requested_reviewers",
          json -> json.strings("reviewers", people).strings("team_reviewers", teams));
    }
  }

  private void mergeWhenReady(Pull pull) throws ForgeException, InterruptedException {
    Json allowed = client.get(repository).json();
    String how =
        allowed.at("allow_merge_commit").isTrue()
            ? "MERGE"
            : allowed.at("allow_squash_merge").isTrue() ? "SQUASH" : "REBASE";
    Json answer =
        client
            .send(
                Method.POST,
                "/graphql",
                json ->
                    json.string("query", AUTO_MERGE)
                        .object(
                            "variables",
                            variables ->
                                variables
                                    .string("pull", pull.json().at("node_id").text().orElse(""))
                                    .string("how", how)))
            .json();
    List<String> errors = new ArrayList<>();
    answer.at("errors").items().forEach(e -> e.at("message").text().ifPresent(errors::add));
    // Ready at once: there is nothing to wait for, and merging is for people then.
    errors.removeIf(error -> error.contains("is in clean status"));
    if (!errors.isEmpty()) {
      throw new ForgeException(
          Reason.REFUSED,
          "GitHub: "
              + project
              + ": pull request #"
              + pull.number()
              + " is open, but cannot be merged by itself: "
              + client.shown(errors.get(0))
              + "; allow auto-merge in the settings of the repository, or do not ask for it");
    }
  }

  /** Returns those of {@code wanted} that are not there; GitHub's names ignore case. */
  private static List<String> missing(List<String> wanted, List<String> there) {
    Set<String> known = new HashSet<>();
    there.forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
    Set<String> missing = new TreeSet<>();
    for (String name : wanted) {
      if (known.add(name.toLowerCase(Locale.ROOT))) {
        missing.add(name);
      }
    }
    return List.copyOf(missing);
  }
}
