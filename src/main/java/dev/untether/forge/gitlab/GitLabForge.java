package dev.untether.forge.gitlab;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A project on GitLab. */
final class GitLabForge implements Forge, Opening.Steps {
  /** docs.gitlab.com/api/merge_requests: the longest description. */
  private static final int LONGEST_BODY = 1_048_576;

  /** docs.gitlab.com/api/access_requests: the least level that pushes to branches. */
  private static final long DEVELOPER = 30;

  /**
   * What GitLab would take for a command in a description or a comment:
   * docs.gitlab.com/user/project/quick_actions. A path at the start of a line is none of ours.
   */
  private static final Pattern COMMAND = Pattern.compile("(?m)^([ \\t]*)/(?=\\p{Alpha})");

  private final Project project;
  private final ForgeClient client;
  private final String path;

  GitLabForge(Project project, ForgeClient client) {
    this.project = project;
    this.client = client;
    this.path = "/projects/" + UriPart.encoded(project.path());
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
        .orElseThrow(
            () ->
                new ForgeException(
                    Reason.REFUSED, "GitLab: " + project + " has no default branch: push one"));
  }

  @Override
  public boolean mayPush() throws ForgeException, InterruptedException {
    Json json = client.get(path).json();
    if (json.at("archived").isTrue()) {
      return false;
    }
    Json permissions = json.at("permissions");
    for (String by : List.of("project_access", "group_access")) {
      if (permissions.at(by).at("access_level").number().orElse(0L) >= DEVELOPER) {
        return true;
      }
    }
    // Who is in through an invited group, or administers the server, is in neither.
    Optional<String> branch = json.at("default_branch").text();
    return branch.isPresent()
        && client
            .find(path + "/repository/branches/" + UriPart.encoded(branch.get()))
            .filter(answer -> answer.json().at("can_push").isTrue())
            .isPresent();
  }

  @Override
  public List<PullRequest> own(String campaign) throws ForgeException, InterruptedException {
    return ofUs("all").stream()
        .filter(
            request -> request.metadata().filter(is -> is.campaign().equals(campaign)).isPresent())
        .toList();
  }

  /** Returns the merge requests whose description has our name in it; all with metadata have. */
  private List<PullRequest> ofUs(String state) throws ForgeException, InterruptedException {
    return MergeRequest.read(
        NumberedPages.of(
            client,
            path
                + "/merge_requests?scope=all&state="
                + state
                + "&search=untether&in=description"
                + "&order_by=created_at&sort=asc&per_page=100"));
  }

  @Override
  public PullRequest open(Proposal proposal) throws ForgeException, InterruptedException {
    return new Opening(this).open(proposal);
  }

  @Override
  public List<PullRequest> open() throws ForgeException, InterruptedException {
    return ofUs("opened");
  }

  @Override
  public List<PullRequest> openOf(Proposal proposal) throws ForgeException, InterruptedException {
    return MergeRequest.read(
        NumberedPages.of(
            client,
            path
                + "/merge_requests?scope=all&state=opened&source_branch="
                + UriPart.encoded(proposal.branch())
                + "&per_page=100"));
  }

  @Override
  public Outcome create(Proposal proposal) throws ForgeException, InterruptedException {
    People people = new People(client);
    Set<Long> reviewers = people.ids(proposal.reviewers());
    Set<Long> assignees = people.ids(proposal.assignees());
    return client.create(
        path + "/merge_requests",
        json -> {
          json.string("source_branch", proposal.branch())
              .string("target_branch", proposal.base())
              .string("title", MergeRequest.TITLE.written(proposal.title(), proposal.draft()))
              .string("description", description(proposal));
          if (!proposal.labels().isEmpty()) {
            json.string("labels", String.join(",", proposal.labels()));
          }
          if (!reviewers.isEmpty()) {
            json.numbers("reviewer_ids", reviewers);
          }
          if (!assignees.isEmpty()) {
            json.numbers("assignee_ids", assignees);
          }
        });
  }

  @Override
  public PullRequest complete(Answer created, Proposal proposal)
      throws ForgeException, InterruptedException {
    return mergedWhenChecked(new MergeRequest(created.json()), proposal).read();
  }

  private static String description(Proposal proposal) {
    String written = MergeRequest.TITLE.written(proposal.title(), /* draft= */ false);
    return TitleMark.on(
        withoutCommands(proposal.body()), MergeRequest.TITLE.bare(written), LONGEST_BODY);
  }

  private static String withoutCommands(String text) {
    return COMMAND.matcher(text).replaceAll("$1\\\\/");
  }

  @Override
  public PullRequest update(PullRequest request, Proposal proposal)
      throws ForgeException, InterruptedException {
    MergeRequest is = one(request.number());
    if (!is.isOpen()) {
      return is.read();
    }
    People people = new People(client);
    Set<Long> reviewers = with(is.people("reviewers"), people.ids(proposal.reviewers()));
    Set<Long> assignees = with(is.people("assignees"), people.ids(proposal.assignees()));
    List<String> labels =
        proposal.labels().stream().filter(label -> !is.labels().contains(label)).toList();
    String title = MergeRequest.TITLE.written(proposal.title(), is.isDraft());
    boolean hasOurTitle = TitleMark.isOurs(is.description(), is.title());
    boolean newTitle = hasOurTitle && !MergeRequest.TITLE.bare(title).equals(is.title());
    String description = description(proposal);
    boolean newBody = !ForgeText.isSame(description, is.description());
    boolean newBase = !proposal.base().equals(is.base());
    boolean newReviewers = !reviewers.equals(is.people("reviewers"));
    boolean newAssignees = !assignees.equals(is.people("assignees"));
    MergeRequest now = is;
    if (newTitle || newBody || newBase || newReviewers || newAssignees || !labels.isEmpty()) {
      Answer answer =
          client.send(
              Method.PUT,
              at(request.number()),
              json -> {
                // Never an empty request: GitLab refuses one.
                json.string("description", description);
                if (newTitle) {
                  json.string("title", title);
                }
                if (newBase) {
                  json.string("target_branch", proposal.base());
                }
                if (!labels.isEmpty()) {
                  json.string("add_labels", String.join(",", labels));
                }
                if (newReviewers) {
                  json.numbers("reviewer_ids", reviewers);
                }
                if (newAssignees) {
                  json.numbers("assignee_ids", assignees);
                }
              });
      now = new MergeRequest(answer.json());
    }
    return mergedWhenChecked(now, proposal).read();
  }

  private static Set<Long> with(Set<Long> there, Set<Long> wanted) {
    Set<Long> all = new LinkedHashSet<>(there);
    all.addAll(wanted);
    return all;
  }

  /**
   * Asks GitLab to merge it once its pipeline succeeds. Without a pipeline, releases before 15
   * would merge it at once, and later ones refuse: then it is for the next update to ask again, as
   * right after opening, when no pipeline is there yet.
   */
  private MergeRequest mergedWhenChecked(MergeRequest request, Proposal proposal)
      throws ForgeException, InterruptedException {
    if (!proposal.autoMerge() || request.isDraft() || request.isToMerge()) {
      return request;
    }
    MergeRequest is = one(request.number());
    Optional<String> head = is.json().at("sha").text();
    if (head.isEmpty() || is.checks() == Checks.NONE || is.checks() == Checks.FAILED) {
      return is;
    }
    try {
      Answer answer =
          client.send(
              Method.PUT,
              at(is.number()) + "/merge",
              json ->
                  json.string("sha", head.get())
                      .bool("auto_merge", true)
                      // What it was called before GitLab 17.11.
                      .bool("merge_when_pipeline_succeeds", true));
      return new MergeRequest(answer.json());
    } catch (ForgeException e) {
      // 401 is what GitLab says here to those who may open, and not merge.
      boolean mayNot = e.reason() == Reason.UNAUTHENTICATED || e.reason() == Reason.FORBIDDEN;
      if (mayNot) {
        throw new ForgeException(
            Reason.REFUSED,
            "GitLab: merge request "
                + is.part().page("web_url")
                + " is open, but the token may not have it merged: give one that may merge into "
                + is.base()
                + ", or do not ask for auto-merge");
      }
      if (e.reason() != Reason.REFUSED) {
        throw e;
      }
      return is;
    }
  }

  @Override
  public void close(PullRequest request, String comment)
      throws ForgeException, InterruptedException {
    if (!one(request.number()).isOpen()) {
      return;
    }
    String note = withoutCommands(comment);
    // First the reason: a run that is killed in between finds it still open, and the note there.
    if (!note.isBlank()) {
      new Comment(note(request.number(), note)).make();
    }
    client.send(Method.PUT, at(request.number()), json -> json.string("state_event", "close"));
  }

  private Comment.Steps note(long number, String note) {
    String notes = at(number) + "/notes";
    return new Comment.Steps() {
      @Override
      public boolean isThere() throws ForgeException, InterruptedException {
        return NumberedPages.of(client, notes + "?sort=desc&per_page=100").stream()
            .anyMatch(json -> ForgeText.isSame(json.at("body").text().orElse(""), note));
      }

      @Override
      public Outcome make() throws ForgeException, InterruptedException {
        return client.create(notes, json -> json.string("body", note));
      }
    };
  }

  @Override
  public Checks checks(PullRequest request) throws ForgeException, InterruptedException {
    return one(request.number()).checks();
  }

  @Override
  public String cloneUrl() {
    return project + ".git";
  }

  @Override
  public Optional<String> file(String file) throws ForgeException, InterruptedException {
    return client.text(
        path + "/repository/files/" + UriPart.encoded(file) + "/raw?ref=HEAD", "*/*");
  }

  private MergeRequest one(long number) throws ForgeException, InterruptedException {
    return new MergeRequest(client.get(at(number)).json());
  }

  private String at(long number) {
    return path + "/merge_requests/" + number;
  }
}
