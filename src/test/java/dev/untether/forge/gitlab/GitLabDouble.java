package dev.untether.forge.gitlab;

import dev.untether.forge.LoopbackForge;
import dev.untether.report.JsonObjectWriter;
import dev.untether.report.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A GitLab server, as far as {@code docs.gitlab.com/api} tells: projects, merge requests, notes,
 * users, groups, files and pipelines.
 */
final class GitLabDouble extends LoopbackForge {
  private static final int DEVELOPER = 30;
  private static final int LONGEST_DESCRIPTION = 1_048_576;
  private static final Instant START = Instant.parse("2026-02-01T10:00:00Z");

  final String token;
  final Map<String, Place> projects = new TreeMap<>();
  final Map<String, Integer> people = new TreeMap<>();
  int largestPage = 100;

  /** What it takes itself to be called, in the addresses that it gives. */
  String ownName = "";

  /** A project and all that is in it. */
  static final class Place {
    final String path;
    String defaultBranch = "main";
    int access = 40;
    boolean byInvitation;
    boolean archived;
    boolean fork;
    boolean hidden;
    boolean mayMerge = true;

    /** Whether it is like GitLab before 15, which merged at once what has no pipeline. */
    boolean old;

    /** The status of the pipeline of a commit. */
    final Map<String, String> pipelines = new HashMap<>();

    final Map<String, String> branches = new TreeMap<>();
    final Map<String, String> files = new HashMap<>();
    final List<MergeRequest> requests = new ArrayList<>();

    Place(String path) {
      this.path = path;
      branches.put("main", "0".repeat(40));
    }
  }

  /** A merge request and all that was done to it. */
  static final class MergeRequest {
    final int iid;
    final String source;
    final String target;
    String title;
    String description;
    String state = "opened";
    final Set<String> labels = new LinkedHashSet<>();
    Set<Integer> reviewers = new LinkedHashSet<>();
    Set<Integer> assignees = new LinkedHashSet<>();
    final List<String> notes = new ArrayList<>();
    boolean autoMerge;
    boolean fromFork;

    MergeRequest(int iid, String source, String target, String title, String description) {
      this.iid = iid;
      this.source = source;
      this.target = target;
      this.title = title;
      this.description = description;
    }

    boolean isDraft() {
      return title.startsWith("Draft:");
    }
  }

  GitLabDouble(String token) {
    this.token = token;
  }

  /** Adds a project. */
  Place project(String path) {
    return projects.computeIfAbsent(path, Place::new);
  }

  /** Adds a person, who may see everything. */
  void person(String name) {
    people.put(name, people.size() + 11);
  }

  @Override
  protected Reply answer(Call call) {
    boolean known =
        token.equals(call.headers().get("private-token"))
            || token.equals(call.headers().get("job-token"))
            || ("Bearer " + token).equals(call.headers().get("authorization"));
    Reply reply = known ? known(call.segments(), call) : message(401, "401 Unauthorized");
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.computeIfPresent(
        "Link", (name, link) -> ownName.isEmpty() ? link : link.replace(address(), ownName));
    headers.put("RateLimit-Limit", "2000");
    headers.put("RateLimit-Remaining", "1999");
    headers.put("RateLimit-Reset", "1770000000");
    return new Reply(reply.status(), headers, reply.body());
  }

  private Reply known(List<String> path, Call call) {
    if (call.is("GET", "api", "v4", "version")) {
      return Reply.of(200, "{\"version\":\"18.2.1\",\"revision\":\"5b3ef2d\"}");
    }
    if (call.is("GET", "api", "v4", "users")) {
      String name = call.asked("username", "");
      return Reply.of(
          200,
          array(
              people.entrySet().stream()
                  .filter(person -> person.getKey().equalsIgnoreCase(name))
                  .map(person -> object(json -> person(json, person.getKey(), person.getValue())))
                  .toList()));
    }
    if (call.is("GET", "api", "v4", "groups", "*", "projects")
        || call.is("GET", "api", "v4", "users", "*", "projects")) {
      return listed(call);
    }
    if (path.size() >= 4 && path.get(2).equals("projects")) {
      Place place = projects.get(path.get(3));
      return place == null || place.hidden
          ? message(404, "404 Project Not Found")
          : inProject(place, call);
    }
    return message(404, "404 Not Found");
  }

  private Reply listed(Call call) {
    String owner = call.segments().get(3);
    boolean isGroup = call.segments().get(2).equals("groups");
    boolean deep = call.asked("include_subgroups", "false").equals("true");
    List<Place> found =
        projects.values().stream()
            .filter(place -> place.path.startsWith(owner + "/"))
            .filter(place -> deep || place.path.indexOf('/', owner.length() + 1) < 0)
            .sorted(Comparator.comparing((Place place) -> place.path).reversed())
            .toList();
    if (found.isEmpty() || isGroup == people.containsKey(owner)) {
      return message(404, isGroup ? "404 Group Not Found" : "404 User Not Found");
    }
    Page<Place> page =
        page(call, found, "per_page", largestPage, "/" + String.join("/", encoded(call)));
    return new Reply(
        200, page.headers(), array(page.values().stream().map(this::written).toList()));
  }

  private static List<String> encoded(Call call) {
    return call.segments().stream().map(segment -> segment.replace("/", "%2F")).toList();
  }

  private Reply inProject(Place place, Call call) {
    List<String> rest = call.segments().subList(4, call.segments().size());
    if (rest.isEmpty()) {
      return Reply.of(200, written(place));
    }
    if (rest.size() == 3 && rest.subList(0, 2).equals(List.of("repository", "branches"))) {
      String commit = place.branches.get(rest.get(2));
      return commit == null
          ? message(404, "404 Branch Not Found")
          : Reply.of(
              200,
              object(
                  json ->
                      json.string("name", rest.get(2))
                          .bool("can_push", place.byInvitation)
                          .object("commit", inner -> inner.string("id", commit))));
    }
    if (rest.size() == 4 && rest.get(1).equals("files") && rest.get(3).equals("raw")) {
      if (!call.query().containsKey("ref")) {
        return Reply.of(400, "{\"error\":\"ref is missing\"}");
      }
      String text = place.files.get(rest.get(2));
      return text == null ? message(404, "404 File Not Found") : Reply.of(200, text);
    }
    if (rest.get(0).equals("merge_requests")) {
      return rest.size() == 1
          ? call.method().equals("POST") ? create(place, call) : list(place, call)
          : one(place, Integer.parseInt(rest.get(1)), rest.subList(2, rest.size()), call);
    }
    return message(404, "404 Not Found");
  }

  private Reply list(Place place, Call call) {
    String state = call.asked("state", "all");
    String search = call.asked("search", "");
    List<MergeRequest> found = new ArrayList<>();
    for (MergeRequest request : place.requests) {
      boolean wanted =
          (state.equals("all") || state.equals(request.state))
              && request.source.equals(call.asked("source_branch", request.source))
              && request.target.equals(call.asked("target_branch", request.target))
              && (call.asked("in", "title,description").contains("description")
                  ? request.description.contains(search)
                  : request.title.contains(search));
      if (wanted) {
        found.add(request);
      }
    }
    if (call.asked("sort", "desc").equals("desc")) {
      Collections.reverse(found);
    }
    Page<MergeRequest> page =
        page(call, found, "per_page", largestPage, "/" + String.join("/", encoded(call)));
    return new Reply(
        200,
        page.headers(),
        array(page.values().stream().map(request -> written(place, request)).toList()));
  }

  private Reply create(Place place, Call call) {
    Json body = call.body();
    for (String name : List.of("source_branch", "target_branch", "title")) {
      if (body.at(name).text().filter(text -> !text.isEmpty()).isEmpty()) {
        return Reply.of(400, "{\"error\":\"" + name + " is missing\"}");
      }
    }
    String source = body.at("source_branch").text().orElseThrow();
    String target = body.at("target_branch").text().orElseThrow();
    if (place.archived || place.access < DEVELOPER) {
      return message(403, "403 Forbidden");
    }
    for (String branch : List.of(source, target)) {
      if (!place.branches.containsKey(branch)) {
        return messages(
            422, (branch.equals(source) ? "Source" : "Target") + " branch does not exist");
      }
    }
    for (MergeRequest other : place.requests) {
      boolean same = other.source.equals(source) && other.target.equals(target) && !other.fromFork;
      if (same && other.state.equals("opened")) {
        return messages(
            409, "Another open merge request already exists for this source branch: !" + other.iid);
      }
    }
    Optional<Reply> refusal = tooLong(body);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    MergeRequest request =
        new MergeRequest(
            place.requests.size() + 1,
            source,
            target,
            body.at("title").text().orElseThrow(),
            body.at("description").text().orElse(""));
    request.labels.addAll(names(body.at("labels")));
    place.requests.add(request);
    change(request, body);
    return Reply.of(201, written(place, request));
  }

  private static Optional<Reply> tooLong(Json body) {
    if (body.at("description").text().orElse("").length() > LONGEST_DESCRIPTION) {
      return Optional.of(
          Reply.of(
              400,
              "{\"message\":{\"description\":[\"is too long (maximum is 1048576 characters)\"]}}"));
    }
    return body.at("title").text().orElse("").length() > 255
        ? Optional.of(
            Reply.of(
                400, "{\"message\":{\"title\":[\"is too long (maximum is 255 characters)\"]}}"))
        : Optional.empty();
  }

  private Reply one(Place place, int iid, List<String> rest, Call call) {
    Optional<MergeRequest> found =
        place.requests.stream().filter(request -> request.iid == iid).findFirst();
    if (found.isEmpty()) {
      return message(404, "404 Not found");
    }
    MergeRequest request = found.get();
    if (rest.isEmpty()) {
      if (call.method().equals("PUT")) {
        Optional<Reply> refusal = tooLong(call.body());
        if (refusal.isPresent()) {
          return refusal.get();
        }
        change(request, call.body());
      }
      return Reply.of(200, written(place, request));
    }
    if (rest.equals(List.of("merge")) && call.method().equals("PUT")) {
      return merge(place, request, call);
    }
    if (rest.equals(List.of("notes"))) {
      if (call.method().equals("POST")) {
        request.notes.add(call.body().at("body").text().orElseThrow());
      }
      List<String> notes =
          request.notes.stream().map(note -> object(json -> json.string("body", note))).toList();
      return call.method().equals("POST")
          ? Reply.of(201, notes.get(notes.size() - 1))
          : Reply.of(200, array(notes));
    }
    return message(404, "404 Not Found");
  }

  private void change(MergeRequest request, Json body) {
    body.at("title").text().ifPresent(title -> request.title = title);
    body.at("description").text().ifPresent(text -> request.description = text);
    request.labels.addAll(names(body.at("add_labels")));
    if (body.at("reviewer_ids") instanceof Json.Items) {
      request.reviewers = ids(body.at("reviewer_ids"));
    }
    if (body.at("assignee_ids") instanceof Json.Items) {
      request.assignees = ids(body.at("assignee_ids"));
    }
    switch (body.at("state_event").text().orElse("")) {
      case "close" -> request.state = "closed";
      case "reopen" -> request.state = "opened";
      default -> {}
    }
  }

  /** Somebody unknown is passed over without a word. */
  private Set<Integer> ids(Json json) {
    Set<Integer> ids = new LinkedHashSet<>();
    for (Json item : json.items()) {
      int id = (int) (long) item.text().map(Long::valueOf).or(item::number).orElse(0L);
      if (people.containsValue(id)) {
        ids.add(id);
      }
    }
    return ids;
  }

  private static List<String> names(Json json) {
    return json.text().stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private Reply merge(Place place, MergeRequest request, Call call) {
    String head = place.branches.get(request.source);
    if (!Objects.equals(head, call.body().at("sha").text().orElse(head))) {
      return message(409, "SHA does not match HEAD of source branch: " + head);
    }
    boolean auto =
        call.body().at("auto_merge").isTrue()
            || call.body().at("merge_when_pipeline_succeeds").isTrue();
    if (!place.mayMerge) {
      return message(401, "401 Unauthorized");
    }
    String pipeline = place.pipelines.getOrDefault(head, "");
    boolean passed = pipeline.equals("success");
    boolean waits = !pipeline.isEmpty() && !passed;
    if (request.isDraft()
        || !request.state.equals("opened")
        || (auto && !passed && !waits && !place.old)) {
      return message(405, "405 Method Not Allowed");
    }
    if (auto && waits) {
      request.autoMerge = true;
    } else {
      request.state = "merged";
    }
    return Reply.of(200, written(place, request));
  }

  private String written(Place place) {
    return object(
        json -> {
          json.number("id", place.path.hashCode())
              .string("path_with_namespace", place.path)
              .string("http_url_to_repo", address() + "/" + place.path + ".git")
              .bool("archived", place.archived);
          if (place.defaultBranch.isEmpty()) {
            json.nothing("default_branch").bool("empty_repo", true);
          } else {
            json.string("default_branch", place.defaultBranch).bool("empty_repo", false);
          }
          if (place.fork) {
            json.object("forked_from_project", origin -> origin.number("id", 1));
          }
          json.object(
              "permissions",
              permissions -> {
                permissions.nothing("project_access");
                if (place.byInvitation) {
                  permissions.nothing("group_access");
                } else {
                  permissions.object(
                      "group_access", access -> access.number("access_level", place.access));
                }
              });
        });
  }

  private String written(Place place, MergeRequest request) {
    return object(
        json -> {
          json.number("id", 1000L + request.iid)
              .number("iid", request.iid)
              .number("project_id", place.path.hashCode())
              .number("target_project_id", place.path.hashCode())
              .number("source_project_id", request.fromFork ? 77 : place.path.hashCode())
              .string("title", request.title)
              .string("description", request.description)
              .string("state", request.state)
              .string("created_at", START.plusSeconds(60L * request.iid).toString())
              .string("target_branch", request.target)
              .string("source_branch", request.source)
              .bool("draft", request.isDraft())
              .bool("work_in_progress", request.isDraft())
              .bool("merge_when_pipeline_succeeds", request.autoMerge)
              .strings("labels", request.labels)
              .string("web_url", address() + "/" + place.path + "/-/merge_requests/" + request.iid)
              .objects("reviewers", named(request.reviewers), GitLabDouble::person)
              .objects("assignees", named(request.assignees), GitLabDouble::person);
          String head = place.branches.get(request.source);
          if (head == null) {
            json.nothing("sha");
          } else {
            json.string("sha", head);
          }
          String status = head == null ? null : place.pipelines.get(head);
          if (status == null) {
            json.nothing("head_pipeline");
          } else {
            json.object("head_pipeline", pipeline -> pipeline.string("status", status));
          }
        });
  }

  private List<Map.Entry<String, Integer>> named(Set<Integer> ids) {
    return people.entrySet().stream().filter(person -> ids.contains(person.getValue())).toList();
  }

  private static void person(JsonObjectWriter json, Map.Entry<String, Integer> person) {
    person(json, person.getKey(), person.getValue());
  }

  private static void person(JsonObjectWriter json, String name, int id) {
    json.number("id", id).string("username", name).string("state", "active");
  }

  private static Reply message(int status, String message) {
    return Reply.of(status, object(json -> json.string("message", message)));
  }

  private static Reply messages(int status, String message) {
    return Reply.of(status, object(json -> json.strings("message", List.of(message))));
  }
}
