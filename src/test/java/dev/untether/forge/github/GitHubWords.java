package dev.untether.forge.github;

import dev.untether.forge.PullRequest.State;
import dev.untether.forge.github.GitHubPlace.GitHubPull;
import dev.untether.report.JsonLines;
import dev.untether.report.JsonObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What {@link GitHubDouble} knows, in the fields that docs.github.com/rest names. */
final class GitHubWords {
  private static final Instant FIRST = Instant.parse("2026-02-01T10:00:00Z");

  private GitHubWords() {}

  static String repository(GitHubPlace place, String address) {
    return object(json -> repositoryFields(json, place, address));
  }

  private static void repositoryFields(JsonObjectWriter json, GitHubPlace place, String address) {
    json.number("id", place.id)
        .string("full_name", place.path)
        .bool("private", false)
        .bool("fork", false)
        .bool("archived", false)
        .string("default_branch", "main")
        .string("clone_url", address + "/" + place.path + ".git")
        .bool("allow_merge_commit", false)
        .bool("allow_squash_merge", true)
        .object(
            "permissions",
            may -> may.bool("admin", false).bool("push", place.push).bool("pull", true));
  }

  static String nodeId(GitHubPlace place, GitHubPull pull) {
    return "PR_" + place.id + "_" + pull.number;
  }

  static String pull(GitHubPlace place, GitHubPull pull, String address) {
    return object(json -> pullFields(json, place, pull, address));
  }

  private static void pullFields(
      JsonObjectWriter json, GitHubPlace place, GitHubPull pull, String address) {
    json.number("id", 1_000_000L + pull.number)
        .string("node_id", nodeId(place, pull))
        .number("number", pull.number)
        .string("html_url", address + "/" + place.path + "/pull/" + pull.number)
        .string("state", pull.state == State.OPEN ? "open" : "closed")
        .bool("draft", pull.draft)
        .string("title", pull.title)
        .string("created_at", FIRST.plusSeconds(60L * pull.number).toString());
    if (pull.body.isEmpty()) {
      json.nothing("body");
    } else {
      json.string("body", pull.body);
    }
    if (pull.state == State.MERGED) {
      json.string("merged_at", FIRST.plusSeconds(90_000).toString());
    } else {
      json.nothing("merged_at");
    }
    if (pull.autoMerge) {
      json.object("auto_merge", how -> how.string("merge_method", "squash"));
    } else {
      json.nothing("auto_merge");
    }
    json.objects("labels", pull.labels, (label, name) -> label.string("name", name))
        .objects("assignees", pull.assignees, (user, name) -> user.string("login", name))
        .objects("requested_reviewers", pull.reviewers, (user, name) -> user.string("login", name))
        .objects("requested_teams", pull.teams, (team, name) -> team.string("slug", name))
        .object(
            "head",
            head -> {
              head.string("ref", pull.head).string("sha", pull.commit);
              int id = pull.fromFork ? 99_999 : place.id;
              head.object("repo", repository -> repository.number("id", id));
            })
        .object(
            "base",
            base ->
                base.string("ref", pull.base)
                    .object("repo", repository -> repositoryFields(repository, place, address)));
  }

  static String comment(String text) {
    return object(json -> json.number("id", 7).string("body", text));
  }

  static String review(String name) {
    return object(
        json ->
            json.number("id", 8)
                .string("state", "COMMENTED")
                .object("user", user -> user.string("login", name)));
  }

  static String status(List<String> states) {
    String worst =
        states.contains("failure")
            ? "failure"
            : states.isEmpty() || states.contains("pending") ? "pending" : "success";
    return object(
        json ->
            json.string("state", worst)
                .number("total_count", states.size())
                .objects("statuses", states, (status, state) -> status.string("state", state)));
  }

  static String runs(List<String> runs) {
    return object(
        json ->
            json.number("total_count", runs.size()).objects("check_runs", runs, GitHubWords::run));
  }

  private static void run(JsonObjectWriter json, String run) {
    int slash = run.indexOf('/');
    json.string("status", run.substring(0, slash).toLowerCase(Locale.ROOT));
    if (slash + 1 < run.length()) {
      json.string("conclusion", run.substring(slash + 1));
    } else {
      json.nothing("conclusion");
    }
  }

  private static String object(Consumer<JsonObjectWriter> fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new JsonLines(out).object(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8).strip();
  }
}
