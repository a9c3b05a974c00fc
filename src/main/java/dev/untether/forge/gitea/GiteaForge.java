package dev.untether.forge.gitea;

import dev.untether.forge.Checks;
import dev.untether.forge.Forge;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.Project;
import dev.untether.forge.Proposal;
import dev.untether.forge.PullRequest;
import dev.untether.forge.description.TitleMark;
import dev.untether.forge.http.Answer;
import dev.untether.forge.http.ForgeClient;
import dev.untether.forge.http.Method;
import dev.untether.forge.http.Outcome;
import dev.untether.forge.http.UriPart;
import dev.untether.forge.rest.Comment;
import dev.untether.forge.rest.ForgeText;
import dev.untether.forge.rest.NumberedPages;
import dev.untether.forge.rest.Opening;
import dev.untether.report.json.Json;
import java.util.List;
import java.util.Optional;

/** A repository on Gitea or Forgejo. */
final class GiteaForge implements Forge, Opening.Steps {
  /** No release states one; this is what a request may hold with room to spare. */
  private static final int LONGEST_BODY = 1_048_576;

  private final Project project;
  private final ForgeClient client;
  private final String path;
  private final Sidebar sidebar;

  GiteaForge(Project project, ForgeClient client) {
    this.project = project;
    this.client = client;
    this.path = "/repos/" + UriPart.encodedPath(project.path());
    this.sidebar = new Sidebar(project, client, path);
  }

  @Override
  public Project project() {
    return project;
  }

  @Override
  public String defaultBranch() throws ForgeException, InterruptedException {
    return client
        .get(path)
        .json()
        .at("default_branch")
        .text()
        .filter(branch -> !branch.isEmpty())
        .orElseThrow(
            () ->
                new ForgeException(
                    Reason.REFUSED, "Gitea: " + project + " has no default branch: push one"));
  }

  @Override
  public boolean mayPush() throws ForgeException, InterruptedException {
    Json json = client.get(path).json();
    return json.at("permissions").at("push").isTrue() && !json.at("archived").isTrue();
  }

  @Override
  public List<PullRequest> own(String campaign) throws ForgeException, InterruptedException {
    // Nothing else finds them all: the search of Gitea is of an index that lags behind.
    return pulls("all").stream()
        .filter(
            request -> request.metadata().filter(is -> is.campaign().equals(campaign)).isPresent())
        .toList();
  }

  private List<PullRequest> pulls(String state) throws ForgeException, InterruptedException {
    return Pull.read(
        NumberedPages.of(client, path + "/pulls?state=" + state + "&sort=oldest&limit=50"));
  }

  @Override
  public PullRequest open(Proposal proposal) throws ForgeException, InterruptedException {
    return new Opening(this).open(proposal);
  }

  @Override
  public List<PullRequest> open() throws ForgeException, InterruptedException {
    return pulls("open");
  }

  @Override
  public List<PullRequest> openOf(Proposal proposal) throws ForgeException, InterruptedException {
    return open().stream().filter(request -> request.branch().equals(proposal.branch())).toList();
  }

  @Override
  public Outcome create(Proposal proposal) throws ForgeException, InterruptedException {
    return client.create(
        path + "/pulls",
        json ->
            json.string("head", proposal.branch())
                .string("base", proposal.base())
                .string("title", Pull.TITLE.written(proposal.title(), proposal.draft()))
                .string("body", marked(proposal)));
  }

  @Override
  public PullRequest complete(Answer created, Proposal proposal)
      throws ForgeException, InterruptedException {
    Pull made = new Pull(created.json());
    sidebar.ask(made, proposal);
    return mergedWhenChecked(made, proposal).read();
  }

  private static String marked(Proposal proposal) {
    String written = Pull.TITLE.written(proposal.title(), /* draft= */ false);
    return TitleMark.on(proposal.body(), Pull.TITLE.bare(written), LONGEST_BODY);
  }

  @Override
  public PullRequest update(PullRequest request, Proposal proposal)
      throws ForgeException, InterruptedException {
    Pull is = one(request.number());
    if (!is.isOpen()) {
      return is.read();
    }
    String title = Pull.TITLE.written(proposal.title(), is.isDraft());
    boolean hasOurTitle = TitleMark.isOurs(is.body(), is.title());
    boolean newTitle = hasOurTitle && !Pull.TITLE.bare(title).equals(is.title());
    String body = marked(proposal);
    boolean newBase = !proposal.base().equals(is.base());
    Pull now = is;
    if (newTitle || newBase || !ForgeText.isSame(body, is.body())) {
      Answer answer =
          client.send(
              Method.PATCH,
              at(request.number()),
              json -> {
                json.string("body", body);
                if (newTitle) {
                  json.string("title", title);
                }
                if (newBase) {
                  json.string("base", proposal.base());
                }
              });
      now = new Pull(answer.json());
    }
    sidebar.ask(now, proposal);
    return mergedWhenChecked(now, proposal).read();
  }

  /**
   * Asks Gitea to merge it once its checks succeed. Where there are no checks it would merge at
   * once; then it is for the next update to ask again, as right after opening.
   */
  private Pull mergedWhenChecked(Pull pull, Proposal proposal)
      throws ForgeException, InterruptedException {
    if (!proposal.autoMerge() || pull.isDraft()) {
      return pull;
    }
    Checks checks = checksOf(pull.head());
    if (checks == Checks.NONE || checks == Checks.FAILED) {
      return pull;
    }
    String style = client.get(path).json().at("default_merge_style").text().orElse("merge");
    try {
      // Should it not be known what came of it, the next update asks again.
      client.create(
          at(pull.number()) + "/merge",
          json ->
              json.string("Do", style)
                  .bool("merge_when_checks_succeed", true)
                  .string("head_commit_id", pull.head()));
    } catch (ForgeException e) {
      // 409: it is to be merged already. 405: not yet, as while conflicts are looked for.
      if (e.reason() != Reason.REFUSED) {
        throw e;
      }
    }
    return one(pull.number());
  }

  @Override
  public void close(PullRequest request, String comment)
      throws ForgeException, InterruptedException {
    if (!one(request.number()).isOpen()) {
      return;
    }
    // First the reason: a run that is killed in between finds it still open, and the comment there.
    if (!comment.isBlank()) {
      new Comment(comment(request.number(), comment)).make();
    }
    client.send(Method.PATCH, at(request.number()), json -> json.string("state", "closed"));
  }

  private Comment.Steps comment(long number, String comment) {
    String comments = path + "/issues/" + number + "/comments";
    return new Comment.Steps() {
      @Override
      public boolean isThere() throws ForgeException, InterruptedException {
        // All at once: this list has no pages.
        return client.get(comments).json().items().stream()
            .anyMatch(json -> ForgeText.isSame(json.at("body").text().orElse(""), comment));
      }

      @Override
      public Outcome make() throws ForgeException, InterruptedException {
        return client.create(comments, json -> json.string("body", comment));
      }
    };
  }

  @Override
  public Checks checks(PullRequest request) throws ForgeException, InterruptedException {
    return checksOf(one(request.number()).head());
  }

  private Checks checksOf(String commit) throws ForgeException, InterruptedException {
    if (commit.isEmpty()) {
      return Checks.NONE;
    }
    Json status = client.get(path + "/commits/" + UriPart.encoded(commit) + "/status").json();
    // Without any status, the combined one is "pending" or nothing, by release.
    if (status.at("total_count").number().orElse(0L) == 0) {
      return Checks.NONE;
    }
    return switch (status.at("state").text().orElse("")) {
      case "success", "skipped" -> Checks.PASSED;
      case "failure", "error", "warning" -> Checks.FAILED;
      default -> Checks.PENDING;
    };
  }

  @Override
  public String cloneUrl() {
    return project + ".git";
  }

  @Override
  public Optional<String> file(String file) throws ForgeException, InterruptedException {
    return client.text(path + "/raw/" + UriPart.encodedPath(file), "*/*");
  }

  private Pull one(long number) throws ForgeException, InterruptedException {
    return new Pull(client.get(at(number)).json());
  }

  private String at(long number) {
    return path + "/pulls/" + number;
  }
}
