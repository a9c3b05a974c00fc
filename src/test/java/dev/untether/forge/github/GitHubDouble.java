package dev.untether.forge.github;

import dev.untether.forge.Checks;
import dev.untether.forge.ForgeDouble;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeServer;
import dev.untether.forge.LoopbackForge;
import dev.untether.forge.PullRequest.State;
import dev.untether.forge.github.GitHubPlace.GitHubPull;
import dev.untether.forge.http.Timing;
import dev.untether.forge.http.Transport;
import dev.untether.git.Secret;
import dev.untether.report.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A GitHub Enterprise server, as far as docs.github.com/rest tells: repositories, pull requests,
 * comments, labels, reviews, statuses, check runs, files, and the one mutation of GraphQL.
 */
public final class GitHubDouble extends LoopbackForge implements ForgeDouble {
  private static final String TOKEN = "ghp_S3cretOfTheDouble0123456789abcdef";

  final Map<String, GitHubPlace> places = new TreeMap<>();

  /** How many requests the token has left in this hour; each answer says. */
  int left = 5_000;

  @Override
  public ForgeServer connect(Optional<Secret> token, Transport transport, Timing timing)
      throws ForgeException {
    return GitHubServer.at(address(), token, transport, timing, /* plainAllowed= */ false);
  }

  @Override
  protected Reply answer(Call call) {
    Reply reply = authorized(call);
    left = Math.max(0, left - 1);
    Map<String, String> headers = new HashMap<>(reply.headers());
    headers.put("X-RateLimit-Limit", "5000");
    headers.put("X-RateLimit-Remaining", Integer.toString(left));
    // By the clock that the header Date shows, which is the machine's.
    headers.put(
        "X-RateLimit-Reset", Long.toString(Instant.now().plusSeconds(3_600).getEpochSecond()));
    headers.put("X-RateLimit-Resource", "core");
    return new Reply(reply.status(), headers, reply.body());
  }

  @Override
  protected Reply limited() {
    return new Reply(
        403,
        Map.of("Retry-After", "7", "X-RateLimit-Remaining", "4321"),
        object(
            json ->
                json.string("documentation_url", "https://docs.github.com/rest/overview")
                    .string("message", "You have exceeded a secondary rate limit.")));
  }

  private Reply authorized(Call call) {
    String given = call.headers().getOrDefault("authorization", "");
    boolean known = given.equals("Bearer " + TOKEN);
    if (!call.headers().containsKey("user-agent")) {
      return message(403, "Request forbidden by administrative rules.");
    }
    if (!known && !given.isEmpty()) {
      return message(401, "Bad credentials");
    }
    if (!known && !call.method().equals("GET")) {
      return message(401, "Requires authentication");
    }
    List<String> path = call.segments();
    if (call.is("GET", "api", "v3", "meta")) {
      return Reply.of(
          200, "{\"verifiable_password_authentication\":true,\"installed_version\":\"3.17.1\"}");
    }
    if (call.is("POST", "api", "graphql")) {
      return autoMerge(call.body());
    }
    if (path.size() < 4 || !path.get(0).equals("api") || !path.get(1).equals("v3")) {
      return notFound();
    }
    if (call.is("GET", "api", "v3", "orgs", "*", "repos")
        || call.is("GET", "api", "v3", "users", "*", "repos")) {
      return listed(call);
    }
    if (path.size() < 5 || !path.get(2).equals("repos")) {
      return notFound();
    }
    GitHubPlace place = places.get(path.get(3) + "/" + path.get(4));
    return place == null || place.hidden
        ? notFound()
        : in(place, path.subList(5, path.size()), call);
  }

  private Reply in(GitHubPlace place, List<String> path, Call call) {
    String first = path.isEmpty() ? "" : path.get(0);
    return switch (first) {
      case "" -> Reply.of(200, GitHubWords.repository(place, address()));
      case "contents" -> file(place, String.join("/", path.subList(1, path.size())));
      case "commits" -> path.size() == 3 ? said(place, path.get(1), path.get(2)) : notFound();
      case "pulls" -> pulls(place, path, call);
      case "issues" -> path.size() == 3 ? issue(place, path, call) : notFound();
      default -> notFound();
    };
  }

  private Reply pulls(GitHubPlace place, List<String> path, Call call) {
    if (path.size() == 1) {
      return call.method().equals("POST") ? open(place, call.body()) : listed(place, call);
    }
    Optional<GitHubPull> pull = pull(place, path.get(1));
    if (pull.isEmpty()) {
      return notFound();
    }
    GitHubPull one = pull.get();
    if (path.size() == 3 && path.get(2).equals("reviews")) {
      return paged(call, one.reviewed.stream().map(GitHubWords::review).toList());
    }
    if (path.size() == 3 && path.get(2).equals("requested_reviewers")) {
      return askReviewers(place, one, call.body());
    }
    if (call.method().equals("PATCH")) {
      call.body().at("title").text().ifPresent(title -> one.title = title.strip());
      call.body().at("body").text().ifPresent(body -> one.body = body);
      call.body().at("base").text().ifPresent(base -> one.base = base);
      if (call.body().at("state").text().equals(Optional.of("closed")) && one.state == State.OPEN) {
        one.state = State.CLOSED;
      }
    }
    return Reply.of(200, GitHubWords.pull(place, one, address()));
  }

  private Reply listed(GitHubPlace place, Call call) {
    String state = call.asked("state", "open");
    String head = call.asked("head", "");
    List<String> found = new ArrayList<>();
    for (GitHubPull pull : place.pulls) {
      boolean wanted = state.equals("all") || state.equals("open") == (pull.state == State.OPEN);
      String label = (pull.fromFork ? "stranger" : place.owner()) + ":" + pull.head;
      if (wanted && (head.isEmpty() || head.equals(label))) {
        found.add(GitHubWords.pull(place, pull, address()));
      }
    }
    // Newest first, unless asked.
    if (!call.asked("direction", "desc").equals("asc")) {
      Collections.reverse(found);
    }
    return paged(call, found);
  }

  private Reply open(GitHubPlace place, Json body) {
    String head = body.at("head").text().orElse("");
    String base = body.at("base").text().orElse("");
    if (!place.branches.containsKey(head)) {
      return invalid("{\"resource\":\"PullRequest\",\"field\":\"head\",\"code\":\"invalid\"}");
    }
    if (!place.branches.containsKey(base)) {
      return invalid("{\"resource\":\"PullRequest\",\"field\":\"base\",\"code\":\"invalid\"}");
    }
    boolean isThere =
        place.pulls.stream()
            .anyMatch(
                is ->
                    is.state == State.OPEN
                        && !is.fromFork
                        && is.head.equals(head)
                        && is.base.equals(base));
    if (isThere) {
      return custom("A pull request already exists for " + place.owner() + ":" + head + ".");
    }
    if (head.equals(base)) {
      return custom("No commits between " + base + " and " + head);
    }
    boolean draft = body.at("draft").isTrue();
    if (draft && !place.drafts) {
      return message(422, "Draft pull requests are not supported in this repository.");
    }
    GitHubPull pull = add(place, head, /* fromFork= */ false, draft);
    pull.base = base;
    pull.title = body.at("title").text().orElse("").strip();
    pull.body = body.at("body").text().orElse("");
    return Reply.of(201, GitHubWords.pull(place, pull, address()));
  }

  private static GitHubPull add(GitHubPlace place, String head, boolean fromFork, boolean draft) {
    String commit = place.branches.getOrDefault(head, "f".repeat(40));
    GitHubPull pull = new GitHubPull(place.pulls.size() + 1, head, commit, fromFork, draft);
    place.pulls.add(pull);
    return pull;
  }

  private Reply askReviewers(GitHubPlace place, GitHubPull pull, Json body) {
    List<String> people = texts(body.at("reviewers"));
    List<String> teams = texts(body.at("team_reviewers"));
    if (!place.people.containsAll(people) || !place.teams.containsAll(teams)) {
      return message(
          422,
          "Reviews may only be requested from collaborators. One or more of the users or teams you"
              + " specified is not a collaborator of the "
              + place.path
              + " repository.");
    }
    pull.reviewers.addAll(people);
    pull.teams.addAll(teams);
    return Reply.of(201, GitHubWords.pull(place, pull, address()));
  }

  private Reply issue(GitHubPlace place, List<String> path, Call call) {
    Optional<GitHubPull> pull = pull(place, path.get(1));
    if (pull.isEmpty()) {
      return notFound();
    }
    GitHubPull one = pull.get();
    boolean writes = call.method().equals("POST");
    return switch (path.get(2)) {
      case "comments" -> {
        if (writes) {
          one.comments.add(call.body().at("body").text().orElse(""));
          yield Reply.of(201, GitHubWords.comment(one.comments.get(one.comments.size() - 1)));
        }
        yield paged(call, one.comments.stream().map(GitHubWords::comment).toList());
      }
      case "labels" -> {
        one.labels.addAll(texts(call.body().at("labels")));
        yield Reply.of(200, "[]");
      }
      case "assignees" -> {
        // Those who cannot be are passed over.
        texts(call.body().at("assignees")).stream()
            .filter(place.people::contains)
            .forEach(one.assignees::add);
        yield Reply.of(201, "{}");
      }
      default -> notFound();
    };
  }

  private Reply said(GitHubPlace place, String commit, String what) {
    if (what.equals("status")) {
      return Reply.of(200, GitHubWords.status(place.statuses.getOrDefault(commit, List.of())));
    }
    return what.equals("check-runs")
        ? Reply.of(200, GitHubWords.runs(place.runs.getOrDefault(commit, List.of())))
        : notFound();
  }

  private static Reply file(GitHubPlace place, String path) {
    if (place.files.keySet().stream().anyMatch(name -> name.startsWith(path + "/"))) {
      return Reply.of(200, "[{\"type\":\"file\"}]");
    }
    String text = place.files.get(path);
    return text == null
        ? notFound()
        : new Reply(200, Map.of("Content-Type", "application/vnd.github.raw; charset=utf-8"), text);
  }

  private Reply autoMerge(Json body) {
    String id = body.at("variables").at("pull").text().orElse("");
    for (GitHubPlace place : places.values()) {
      for (GitHubPull pull : place.pulls) {
        if (GitHubWords.nodeId(place, pull).equals(id)) {
          if (!place.autoMergeAllowed) {
            return graphError("Pull request Auto merge is not allowed for this repository");
          }
          if (place.clean) {
            return graphError("Pull request Pull request is in clean status");
          }
          pull.autoMerge = true;
          return Reply.of(200, "{\"data\":{\"enablePullRequestAutoMerge\":{}}}");
        }
      }
    }
    return graphError("Could not resolve to a node with the global id of '" + id + "'");
  }

  private static Reply graphError(String message) {
    return Reply.of(
        200,
        object(
            json ->
                json.nothing("data")
                    .objects(
                        "errors",
                        List.of(message),
                        (error, text) -> error.string("message", text))));
  }

  private Reply listed(Call call) {
    String owner = call.segments().get(3);
    boolean people = call.segments().get(2).equals("users");
    List<String> found =
        places.values().stream()
            .filter(place -> place.owner().equals(owner))
            .filter(place -> people || !place.ofPerson)
            .map(place -> GitHubWords.repository(place, address()))
            .toList();
    return found.isEmpty() ? notFound() : paged(call, found);
  }

  private Reply paged(Call call, List<String> all) {
    Map<String, String> query = new TreeMap<>(call.query());
    query.putIfAbsent("per_page", "30");
    Call sized = new Call(call.method(), call.segments(), query, call.headers(), call.body());
    Page<String> page = page(sized, all, "per_page", 100, "/" + String.join("/", call.segments()));
    return new Reply(200, page.headers(), array(page.values()));
  }

  private static Optional<GitHubPull> pull(GitHubPlace place, String number) {
    return place.pulls.stream()
        .filter(pull -> Integer.toString(pull.number).equals(number))
        .findFirst();
  }

  private static List<String> texts(Json list) {
    return list.items().stream().flatMap(item -> item.text().stream()).toList();
  }

  private static Reply notFound() {
    return message(404, "Not Found");
  }

  private static Reply invalid(String error) {
    return Reply.of(422, "{\"message\":\"Validation Failed\",\"errors\":[" + error + "]}");
  }

  private static Reply custom(String message) {
    return invalid(
        object(
            json ->
                json.string("resource", "PullRequest")
                    .string("code", "custom")
                    .string("message", message)));
  }

  private static Reply message(int status, String message) {
    return Reply.of(
        status,
        object(
            json ->
                json.string("message", message)
                    .string("documentation_url", "https://docs.github.com/rest")
                    .string("status", Integer.toString(status))));
  }

  // What the contract sets up and looks at.

  @Override
  public Secret token() {
    return Secret.of(TOKEN);
  }

  @Override
  public void project(String path) {
    places.put(path, new GitHubPlace(places.size() + 1, path, /* ofPerson= */ false));
  }

  @Override
  public void projectOfPerson(String path) {
    places.put(path, new GitHubPlace(places.size() + 1, path, /* ofPerson= */ true));
  }

  /** Returns a repository that was added. */
  GitHubPlace place(String project) {
    return Optional.ofNullable(places.get(project)).orElseThrow();
  }

  @Override
  public void branch(String project, String branch, String commit) {
    place(project).branches.put(branch, commit);
  }

  @Override
  public void forbidPush(String project) {
    place(project).push = false;
  }

  @Override
  public void hide(String project) {
    place(project).hidden = true;
  }

  @Override
  public void file(String project, String path, String text) {
    place(project).files.put(path, text);
  }

  @Override
  public void person(String project, String name) {
    place(project).people.add(name);
  }

  @Override
  public void team(String project, String name) {
    place(project).teams.add(name);
  }

  @Override
  public void checks(String project, String commit, Checks verdict) {
    if (verdict != Checks.NONE) {
      String state = verdict == Checks.PASSED ? "success" : verdict.name().toLowerCase(Locale.ROOT);
      place(project).statuses.put(commit, List.of(state.equals("failed") ? "failure" : state));
    }
  }

  @Override
  public synchronized void openByHand(
      String project, String branch, String title, String body, boolean fromFork) {
    GitHubPull pull = add(place(project), branch, fromFork, /* draft= */ false);
    pull.title = title;
    pull.body = body;
  }

  @Override
  public void reword(String project, long number, String title, String body) {
    GitHubPull pull = place(project).pulls.get((int) number - 1);
    pull.title = title;
    // As the form of the web page sends it.
    pull.body = body.replace("\n", "\r\n");
  }

  @Override
  public void merge(String project, long number) {
    place(project).pulls.get((int) number - 1).state = State.MERGED;
  }

  @Override
  public void closeByHand(String project, long number) {
    place(project).pulls.get((int) number - 1).state = State.CLOSED;
  }

  @Override
  public String opening(String project) {
    return "POST /api/v3/repos/" + project + "/pulls";
  }

  @Override
  public synchronized List<Seen> pulls(String project) {
    List<Seen> seen = new ArrayList<>();
    for (GitHubPull pull : place(project).pulls) {
      TreeSet<String> reviewers = new TreeSet<>(pull.reviewers);
      pull.teams.forEach(team -> reviewers.add(place(project).owner() + "/" + team));
      seen.add(
          new Seen(
              pull.number,
              pull.state,
              pull.draft,
              pull.head,
              pull.base,
              pull.title,
              pull.body,
              new TreeSet<>(pull.labels),
              reviewers,
              new TreeSet<>(pull.assignees),
              pull.autoMerge,
              List.copyOf(pull.comments)));
    }
    return seen;
  }
}
