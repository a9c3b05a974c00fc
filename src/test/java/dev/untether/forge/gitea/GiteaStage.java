package dev.untether.forge.gitea;

import com.sun.net.httpserver.HttpHandler;
import dev.untether.forge.Checks;
import dev.untether.forge.ForgeDouble;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeServer;
import dev.untether.forge.LoopbackForge.Harm;
import dev.untether.forge.PullRequest.State;
import dev.untether.forge.gitea.GiteaPlace.Pull;
import dev.untether.forge.http.Timing;
import dev.untether.forge.http.Transport;
import dev.untether.git.Secret;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A double of Gitea as the contract of all forges wants it. */
public final class GiteaStage implements ForgeDouble {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";

  final GiteaDouble gitea = new GiteaDouble(TOKEN);

  @Override
  public ForgeServer connect(Optional<Secret> token, Transport transport, Timing timing)
      throws ForgeException {
    return GiteaServer.at(gitea.address(), token, transport, timing, /* plainAllowed= */ false);
  }

  @Override
  public String address() {
    return gitea.address();
  }

  @Override
  public void git(HttpHandler handler) {
    gitea.git(handler);
  }

  @Override
  public void closeByHand(String project, long number) {
    pull(project, number).state = "closed";
  }

  @Override
  public Secret token() {
    return Secret.of(TOKEN);
  }

  @Override
  public void project(String path) {
    gitea.repository(path);
  }

  @Override
  public void projectOfPerson(String path) {
    gitea.repository(path);
  }

  @Override
  public void branch(String project, String branch, String commit) {
    GiteaPlace place = gitea.repository(project);
    place.branches.put(branch, commit);
    // A push starts the checks.
    place.statuses.putIfAbsent(commit, "pending");
  }

  @Override
  public void forbidPush(String project) {
    gitea.repository(project).push = false;
  }

  @Override
  public void hide(String project) {
    gitea.repository(project).hidden = true;
  }

  @Override
  public void file(String project, String path, String text) {
    gitea.repository(project).files.put(path, text);
  }

  @Override
  public void person(String project, String name) {
    gitea.people.add(name);
  }

  @Override
  public void team(String project, String name) {
    String owner = project.substring(0, project.indexOf('/'));
    gitea.teams.computeIfAbsent(owner, each -> new TreeSet<>()).add(name);
  }

  @Override
  public void checks(String project, String commit, Checks verdict) {
    GiteaPlace place = gitea.repository(project);
    switch (verdict) {
      case NONE -> place.statuses.remove(commit);
      case PENDING -> place.statuses.put(commit, "pending");
      case PASSED -> place.statuses.put(commit, "success");
      case FAILED -> place.statuses.put(commit, "failure");
    }
  }

  @Override
  public void openByHand(
      String project, String branch, String title, String body, boolean fromFork) {
    GiteaPlace place = gitea.repository(project);
    String commit = place.branches.getOrDefault(branch, "f".repeat(40));
    Pull pull = new Pull(place.pulls.size() + 1, branch, "main", commit, title, body);
    pull.fromFork = fromFork;
    place.pulls.add(pull);
  }

  @Override
  public void reword(String project, long number, String title, String body) {
    Pull pull = pull(project, number);
    pull.title = title;
    pull.body = body;
  }

  @Override
  public void merge(String project, long number) {
    Pull pull = pull(project, number);
    pull.merged = true;
    pull.state = "closed";
  }

  Pull pull(String project, long number) {
    return gitea.repository(project).pulls.get((int) number - 1);
  }

  @Override
  public void fault(String of, Harm harm, int times) {
    gitea.fault(of, harm, times);
  }

  @Override
  public String opening(String project) {
    return "POST /api/v1/repos/" + project + "/pulls";
  }

  @Override
  public List<Seen> pulls(String project) {
    GiteaPlace place = gitea.repository(project);
    return place.pulls.stream().map(pull -> seen(place, pull)).toList();
  }

  private Seen seen(GiteaPlace place, Pull pull) {
    Set<String> reviewers = new HashSet<>(pull.reviewers);
    pull.teams.forEach(team -> reviewers.add(place.path.replaceFirst("/.*", "/") + team));
    return new Seen(
        pull.number,
        pull.merged ? State.MERGED : pull.state.equals("open") ? State.OPEN : State.CLOSED,
        pull.isDraft(),
        pull.head,
        pull.base,
        pull.title.replaceFirst("^WIP: ", ""),
        pull.body,
        Set.copyOf(gitea.labelNames(place, pull)),
        reviewers,
        Set.copyOf(pull.assignees),
        pull.autoMerge,
        List.copyOf(pull.comments));
  }

  @Override
  public List<String> requests() {
    return gitea.requests();
  }

  @Override
  public void close() {
    gitea.close();
  }
}
