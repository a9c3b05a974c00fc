package dev.untether.forge.gitea;

import dev.untether.forge.LoopbackForge;
import dev.untether.forge.gitea.GiteaPlace.Pull;
import dev.untether.report.JsonObjectWriter;
import dev.untether.report.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A Gitea or Forgejo server, as far as its {@code /api/swagger} and the handlers behind it tell:
 * repositories, pull requests, comments, labels, reviews asked for, statuses, files.
 */
final class GiteaDouble extends LoopbackForge {
  private static final Instant START = Instant.parse("2026-02-01T10:00:00Z");

  final String token;
  final Map<String, GiteaPlace> repositories = new TreeMap<>();
  final Set<String> people = new TreeSet<>();

  /** People whom nobody may ask for a review of theirs. */
  final Set<String> strangers = new TreeSet<>();

  final Map<String, Set<String>> teams = new TreeMap<>();
  final Map<String, Map<Long, String>> organisationLabels = new TreeMap<>();
  int largestPage = 50;

  /** What it takes itself to be called, in the addresses that it gives. */
  String ownName = "";

  private long labels = 500;

  GiteaDouble(String token) {
    this.token = token;
  }

  /** Adds a repository. */
  GiteaPlace repository(String path) {
    return repositories.computeIfAbsent(path, GiteaPlace::new);
  }

  @Override
  protected Reply answer(Call call) {
    // The version is for everybody, on most servers.
    if (call.is("GET", "api", "v1", "version")) {
      return Reply.of(200, "{\"version\":\"1.25.1\"}");
    }
    String given = call.headers().getOrDefault("authorization", "");
    if (!given.equals("token " + token) && !given.equals("Bearer " + token)) {
      return given.isEmpty()
          ? message(401, "token is required")
          : message(401, "invalid username, password or token");
    }
    List<String> path = call.segments();
    if (call.is("GET", "api", "v1", "orgs", "*", "repos")
        || call.is("GET", "api", "v1", "users", "*", "repos")) {
      return listed(call);
    }
    if (call.is("GET", "api", "v1", "orgs", "*", "labels")) {
      Map<Long, String> known = organisationLabels.get(path.get(3));
      return known == null
          ? notFound()
          : paged(call, known.entrySet().stream().map(GiteaDouble::label).toList());
    }
    if (path.size() >= 5 && path.get(2).equals("repos")) {
      GiteaPlace place = repositories.get(path.get(3) + "/" + path.get(4));
      return place == null || place.hidden
          ? notFound()
          : inRepository(place, path.subList(5, path.size()), call);
    }
    return notFound();
  }

  private Reply listed(Call call) {
    String owner = call.segments().get(3);
    boolean isPerson = people.contains(owner);
    List<String> found =
        repositories.values().stream()
            .filter(place -> place.path.startsWith(owner + "/"))
            .map(this::written)
            .toList();
    return found.isEmpty() || isPerson == call.segments().get(2).equals("orgs")
        ? notFound()
        : paged(call, found);
  }

  private Reply paged(Call call, List<String> all) {
    Page<String> page =
        page(call, all, "limit", largestPage, "/" + String.join("/", call.segments()));
    Map<String, String> headers = new LinkedHashMap<>(page.headers());
    headers.computeIfPresent(
        "Link", (name, link) -> ownName.isEmpty() ? link : link.replace(address(), ownName));
    return new Reply(200, headers, array(page.values()));
  }

  private Reply inRepository(GiteaPlace place, List<String> rest, Call call) {
    if (rest.isEmpty()) {
      return Reply.of(200, written(place));
    }
    switch (rest.get(0)) {
      case "raw" -> {
        String text = place.files.get(String.join("/", rest.subList(1, rest.size())));
        return text == null ? notFound() : Reply.of(200, text);
      }
      case "commits" -> {
        return status(place, rest.get(1));
      }
      case "labels" -> {
        return labels(place, call);
      }
      case "issues" -> {
        Optional<Pull> pull = find(place, rest.get(1));
        return pull.isEmpty() ? notFound() : issue(place, pull.get(), rest.get(2), call);
      }
      case "pulls" -> {
        if (rest.size() == 1) {
          return call.method().equals("POST") ? create(place, call) : list(place, call);
        }
        Optional<Pull> pull = find(place, rest.get(1));
        return pull.isEmpty()
            ? notFound()
            : one(place, pull.get(), rest.subList(2, rest.size()), call);
      }
      default -> {
        return notFound();
      }
    }
  }

  private static Optional<Pull> find(GiteaPlace place, String number) {
    return place.pulls.stream().filter(pull -> pull.number == Integer.parseInt(number)).findFirst();
  }

  private Reply list(GiteaPlace place, Call call) {
    String state = call.asked("state", "open");
    List<Pull> found = new ArrayList<>(place.pulls);
    found.removeIf(pull -> !state.equals("all") && !state.equals(pull.state));
    if (!call.asked("sort", "").equals("oldest")) {
      Collections.reverse(found);
    }
    return paged(call, found.stream().map(pull -> written(place, pull)).toList());
  }

  private Reply create(GiteaPlace place, Call call) {
    Json body = call.body();
    String head = body.at("head").text().orElse("");
    String base = body.at("base").text().orElse("");
    String title = body.at("title").text().orElse("");
    if (head.isEmpty() || base.isEmpty() || title.isEmpty()) {
      return message(422, "[Title]: Required");
    }
    if (place.archived) {
      return message(423, place.path + " is archived");
    }
    if (!place.branches.containsKey(head) || !place.branches.containsKey(base)) {
      return notFound();
    }
    for (Pull other : place.pulls) {
      boolean same = other.head.equals(head) && other.base.equals(base) && !other.fromFork;
      if (same && other.state.equals("open")) {
        return message(
            409,
            "pull request already exists for these targets [id: "
                + other.number
                + ", issue_id: "
                + other.number
                + ", head_repo_id: 1, base_repo_id: 1, head_branch: "
                + head
                + ", base_branch: "
                + base
                + "]");
      }
    }
    Pull pull =
        new Pull(
            place.pulls.size() + 1,
            head,
            base,
            place.branches.getOrDefault(head, ""),
            title,
            body.at("body").text().orElse(""));
    Optional<Reply> refusal = assign(pull, body);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    numbers(body.at("labels")).stream().filter(place.labels::containsKey).forEach(pull.labels::add);
    place.pulls.add(pull);
    return Reply.of(201, written(place, pull));
  }

  /** One who is not there, or may not see the repository, spoils the whole request. */
  private Optional<Reply> assign(Pull pull, Json body) {
    if (!(body.at("assignees") instanceof Json.Items)) {
      return Optional.empty();
    }
    Set<String> wanted = new LinkedHashSet<>(texts(body.at("assignees")));
    for (String name : wanted) {
      if (!people.contains(name)) {
        return Optional.of(
            message(422, "Assignee does not exist: [name: user does not exist: " + name + "]"));
      }
      if (strangers.contains(name)) {
        return Optional.of(message(422, "user does not have access to repo"));
      }
    }
    pull.assignees = wanted;
    return Optional.empty();
  }

  private Reply one(GiteaPlace place, Pull pull, List<String> rest, Call call) {
    if (rest.isEmpty()) {
      if (!call.method().equals("PATCH")) {
        return Reply.of(200, written(place, pull));
      }
      Json body = call.body();
      if (pull.merged && body.at("state").text().isPresent()) {
        return message(412, "cannot change state of this pull request, it was already merged");
      }
      body.at("title").text().ifPresent(title -> pull.title = title);
      body.at("body").text().ifPresent(text -> pull.body = text);
      body.at("state").text().ifPresent(state -> pull.state = state);
      Optional<Reply> refusal = assign(pull, body);
      // Not 200, and said to be a mistake in its source.
      return refusal.orElseGet(() -> Reply.of(201, written(place, pull)));
    }
    if (rest.equals(List.of("requested_reviewers")) && call.method().equals("POST")) {
      return askForReview(place, pull, call.body());
    }
    if (rest.equals(List.of("reviews"))) {
      List<String> reviews = new ArrayList<>();
      for (String name : pull.reviewers) {
        reviews.add(
            object(
                json ->
                    json.string("state", "REQUEST_REVIEW")
                        .object("user", user -> user.string("login", name))
                        .nothing("team")));
      }
      for (String name : pull.approvals) {
        reviews.add(
            object(
                json ->
                    json.string("state", "APPROVED")
                        .object("user", user -> user.string("login", name))
                        .nothing("team")));
      }
      for (String name : pull.teams) {
        reviews.add(
            object(
                json ->
                    json.string("state", "REQUEST_REVIEW")
                        .nothing("user")
                        .object("team", team -> team.string("name", name))));
      }
      return paged(call, reviews);
    }
    if (rest.equals(List.of("merge")) && call.method().equals("POST")) {
      return merge(place, pull, call.body());
    }
    return notFound();
  }

  private Reply askForReview(GiteaPlace place, Pull pull, Json body) {
    List<String> wanted = texts(body.at("reviewers"));
    List<String> wantedTeams = texts(body.at("team_reviewers"));
    for (String name : wanted) {
      if (!people.contains(name)) {
        return message(404, "user does not exist [uid: 0, name: " + name + "]");
      }
      if (strangers.contains(name)) {
        return message(422, name + " can't be requested: Reviewer can't read the repository");
      }
    }
    Set<String> known =
        teams.getOrDefault(place.path.substring(0, place.path.indexOf('/')), Set.of());
    for (String team : wantedTeams) {
      if (!known.contains(team)) {
        return message(404, "TeamNotExist: team does not exist " + team);
      }
    }
    pull.reviewers.addAll(wanted);
    pull.teams.addAll(wantedTeams);
    return Reply.of(201, "[]");
  }

  private Reply merge(GiteaPlace place, Pull pull, Json body) {
    if (pull.isDraft()) {
      return message(405, "Work in progress PRs cannot be merged");
    }
    if (!pull.state.equals("open")) {
      return notFound();
    }
    String state = place.statuses.getOrDefault(place.branches.get(pull.head), "");
    // Without any status there is nothing to wait for: it is merged at once.
    boolean waits = body.at("merge_when_checks_succeed").isTrue() && state.equals("pending");
    if (waits && pull.autoMerge) {
      return message(409, "already scheduled to auto merge when checks succeed");
    }
    if (waits) {
      pull.autoMerge = true;
      return Reply.of(201, "");
    }
    pull.merged = true;
    pull.state = "closed";
    return Reply.of(200, "");
  }

  private Reply status(GiteaPlace place, String commit) {
    String state = place.statuses.get(commit);
    return Reply.of(
        200,
        object(
            json ->
                json.string("sha", commit)
                    .string("state", state == null ? "pending" : state)
                    .number("total_count", state == null ? 0 : 1)
                    .objects(
                        "statuses",
                        state == null ? List.<String>of() : List.of(state),
                        (each, value) -> each.string("status", value).string("context", "ci"))));
  }

  private Reply labels(GiteaPlace place, Call call) {
    if (call.method().equals("POST")) {
      long id = ++labels;
      String name = call.body().at("name").text().orElseThrow();
      if (!call.body().at("color").text().orElse("").matches("#?[0-9a-fA-F]{6}")) {
        return message(422, "bad colour code");
      }
      place.labels.put(id, name);
      return Reply.of(201, label(Map.entry(id, name)));
    }
    return paged(call, place.labels.entrySet().stream().map(GiteaDouble::label).toList());
  }

  private Reply issue(GiteaPlace place, Pull pull, String what, Call call) {
    boolean posts = call.method().equals("POST");
    if (what.equals("labels") && posts) {
      for (long id : numbers(call.body().at("labels"))) {
        if (allLabels(place).containsKey(id)) {
          pull.labels.add(id);
        }
      }
      return Reply.of(200, array(labelsOf(place, pull)));
    }
    if (what.equals("comments")) {
      if (posts) {
        pull.comments.add(call.body().at("body").text().orElseThrow());
      }
      List<String> comments =
          pull.comments.stream().map(text -> object(json -> json.string("body", text))).toList();
      return posts
          ? Reply.of(201, comments.get(comments.size() - 1))
          : Reply.of(200, array(comments));
    }
    return notFound();
  }

  private Map<Long, String> allLabels(GiteaPlace place) {
    Map<Long, String> all = new TreeMap<>(place.labels);
    all.putAll(
        organisationLabels.getOrDefault(
            place.path.substring(0, place.path.indexOf('/')), Map.of()));
    return all;
  }

  private List<String> labelsOf(GiteaPlace place, Pull pull) {
    return allLabels(place).entrySet().stream()
        .filter(label -> pull.labels.contains(label.getKey()))
        .map(GiteaDouble::label)
        .toList();
  }

  /** Returns the names of the labels of a pull request. */
  Collection<String> labelNames(GiteaPlace place, Pull pull) {
    Map<Long, String> all = allLabels(place);
    return pull.labels.stream().map(id -> all.getOrDefault(id, "?")).toList();
  }

  private static String label(Map.Entry<Long, String> label) {
    return object(json -> label(json, label));
  }

  private static void label(JsonObjectWriter json, Map.Entry<Long, String> label) {
    json.number("id", label.getKey()).string("name", label.getValue()).string("color", "00aabb");
  }

  private String written(GiteaPlace place) {
    return object(
        json ->
            json.number("id", id(place))
                .string("name", place.path.substring(place.path.indexOf('/') + 1))
                .string("full_name", place.path)
                .string("clone_url", address() + "/" + place.path + ".git")
                .string("default_branch", place.defaultBranch)
                .bool("archived", place.archived)
                .bool("fork", place.fork)
                .bool("empty", place.empty)
                .string("default_merge_style", "squash")
                .object(
                    "permissions",
                    rights ->
                        rights.bool("admin", false).bool("push", place.push).bool("pull", true)));
  }

  private static long id(GiteaPlace place) {
    return Math.abs((long) place.path.hashCode());
  }

  private String written(GiteaPlace place, Pull pull) {
    String tip = place.branches.get(pull.head);
    Map<String, String> head = new LinkedHashMap<>();
    head.put("label", pull.head);
    // Once the branch is gone, ref is what is kept for the pull request; label stays.
    head.put("ref", tip == null ? "refs/pull/" + pull.number + "/head" : pull.head);
    head.put("sha", tip == null ? pull.commit : tip);
    return object(
        json ->
            json.number("id", 9000L + pull.number)
                .number("number", pull.number)
                .string("title", pull.title)
                .string("body", pull.body)
                .string("state", pull.state)
                .bool("draft", pull.isDraft())
                .bool("merged", pull.merged)
                .string("html_url", address() + "/" + place.path + "/pulls/" + pull.number)
                .string("created_at", START.plusSeconds(60L * pull.number).toString())
                .objects(
                    "labels",
                    allLabels(place).entrySet().stream()
                        .filter(label -> pull.labels.contains(label.getKey()))
                        .toList(),
                    GiteaDouble::label)
                .objects("assignees", pull.assignees, (each, name) -> each.string("login", name))
                .object(
                    "head",
                    part -> {
                      head.forEach(part::string);
                      part.number("repo_id", pull.fromFork ? 77 : id(place));
                    })
                .object(
                    "base",
                    part ->
                        part.string("label", pull.base)
                            .string("ref", pull.base)
                            .string("sha", place.branches.getOrDefault(pull.base, ""))
                            .number("repo_id", id(place))));
  }

  private static List<String> texts(Json json) {
    return json.items().stream().flatMap(item -> item.text().stream()).toList();
  }

  private static List<Long> numbers(Json json) {
    return json.items().stream().flatMap(item -> item.number().stream()).toList();
  }

  private static Reply notFound() {
    return Reply.of(
        404,
        "{\"errors\":null,\"message\":\"The target couldn't be found.\",\"url\":\"/api/swagger\"}");
  }

  private static Reply message(int status, String message) {
    return Reply.of(
        status, object(json -> json.string("message", message).string("url", "/api/swagger")));
  }
}
