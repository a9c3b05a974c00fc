package dev.untether.forge.gitlab;

import com.sun.net.httpserver.HttpHandler;
import dev.untether.forge.Checks;
import dev.untether.forge.ForgeDouble;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeServer;
import dev.untether.forge.LoopbackForge.Harm;
import dev.untether.forge.PullRequest.State;
import dev.untether.forge.gitlab.GitLabDouble.MergeRequest;
import dev.untether.forge.gitlab.GitLabDouble.Place;
import dev.untether.forge.http.Timing;
import dev.untether.forge.http.Transport;
import dev.untether.git.Secret;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A double of GitLab as the contract of all forges wants it. */
public final class GitLabStage implements ForgeDouble {
  private static final String TOKEN = "glpat-0123456789abcdefghij";

  final GitLabDouble gitlab = new GitLabDouble(TOKEN);

  @Override
  public ForgeServer connect(Optional<Secret> token, Transport transport, Timing timing)
      throws ForgeException {
    return GitLabServer.at(gitlab.address(), token, transport, timing, /* plainAllowed= */ false);
  }

  @Override
  public String address() {
    return gitlab.address();
  }

  @Override
  public void git(HttpHandler handler) {
    gitlab.git(handler);
  }

  @Override
  public void closeByHand(String project, long number) {
    request(project, number).state = "closed";
  }

  @Override
  public Secret token() {
    return Secret.of(TOKEN);
  }

  @Override
  public void project(String path) {
    gitlab.project(path);
  }

  @Override
  public void projectOfPerson(String path) {
    gitlab.project(path);
  }

  @Override
  public void branch(String project, String branch, String commit) {
    Place place = gitlab.project(project);
    place.branches.put(branch, commit);
    // A push starts a pipeline.
    place.pipelines.putIfAbsent(commit, "running");
  }

  @Override
  public void forbidPush(String project) {
    gitlab.project(project).access = 20;
  }

  @Override
  public void hide(String project) {
    gitlab.project(project).hidden = true;
  }

  @Override
  public void file(String project, String path, String text) {
    gitlab.project(project).files.put(path, text);
  }

  @Override
  public void person(String project, String name) {
    gitlab.person(name);
  }

  @Override
  public void team(String project, String name) {}

  @Override
  public void checks(String project, String commit, Checks verdict) {
    Place place = gitlab.project(project);
    switch (verdict) {
      case NONE -> place.pipelines.remove(commit);
      case PENDING -> place.pipelines.put(commit, "running");
      case PASSED -> place.pipelines.put(commit, "success");
      case FAILED -> place.pipelines.put(commit, "failed");
    }
  }

  @Override
  public void openByHand(
      String project, String branch, String title, String body, boolean fromFork) {
    Place place = gitlab.project(project);
    MergeRequest request = new MergeRequest(place.requests.size() + 1, branch, "main", title, body);
    request.fromFork = fromFork;
    place.requests.add(request);
  }

  @Override
  public void reword(String project, long number, String title, String body) {
    MergeRequest request = request(project, number);
    request.title = title;
    request.description = body;
  }

  @Override
  public void merge(String project, long number) {
    request(project, number).state = "merged";
  }

  MergeRequest request(String project, long number) {
    return gitlab.project(project).requests.get((int) number - 1);
  }

  @Override
  public void fault(String of, Harm harm, int times) {
    gitlab.fault(of, harm, times);
  }

  @Override
  public String opening(String project) {
    return "POST /api/v4/projects/" + project.replace("/", "%2F") + "/merge_requests";
  }

  @Override
  public List<Seen> pulls(String project) {
    return gitlab.project(project).requests.stream().map(this::seen).toList();
  }

  private Seen seen(MergeRequest request) {
    return new Seen(
        request.iid,
        switch (request.state) {
          case "merged" -> State.MERGED;
          case "closed" -> State.CLOSED;
          default -> State.OPEN;
        },
        request.isDraft(),
        request.source,
        request.target,
        request.title.replaceFirst("^Draft: ", ""),
        request.description,
        Set.copyOf(request.labels),
        names(request.reviewers),
        names(request.assignees),
        request.autoMerge,
        List.copyOf(request.notes));
  }

  private Set<String> names(Set<Integer> ids) {
    Set<String> names = new HashSet<>(gitlab.people.keySet());
    names.removeIf(name -> !ids.contains(gitlab.people.get(name)));
    return names;
  }

  @Override
  public List<String> requests() {
    return gitlab.requests();
  }

  @Override
  public void close() {
    gitlab.close();
  }
}
