package dev.untether.forge.github;

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
import dev.untether.report.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A repository on GitHub. */
final class GitHubForge implements Forge {
  /** What the database of GitHub takes; a longer body is refused. */
  private static final int LONGEST_BODY = 65_536;

  private final Project project;
  private final ForgeClient client;
  private final String repository;
  private final Sidebar sidebar;

  /**
   * @param rest what paths of the REST interface begin with
   */
  GitHubForge(Project project, ForgeClient client, String rest) {
    this.project = project;
    this.client = client;
    this.repository = rest + "/repos/" + UriPart.encodedPath(project.path());
    this.sidebar = new Sidebar(project, client, repository);
  }

  @Override
  public Project project() {
    return project;
  }

  @Override
  public String defaultBranch() throws ForgeException, InterruptedException {
    return client
        .get(repository)
        .json()
        .at("default_branch")
        .text()
        .orElseThrow(() -> refused("has no default branch: push one"));
  }

  @Override
  public boolean mayPush() throws ForgeException, InterruptedException {
    Json json = client.get(repository).json();
    return json.at("permissions").at("push").isTrue() && !json.at("archived").isTrue();
  }

  @Override
  public List<PullRequest> own(String campaign) throws ForgeException, InterruptedException {
    // Nothing else finds them all: the search lags behind, and knows no branches that are deleted.
    List<Pull> found = new ArrayList<>();
    client.pages(
        repository + "/pulls?state=all&sort=created&direction=asc&per_page=100",
        page -> {
          for (Json json : page) {
            Pull pull = new Pull(project, json);
            if (pull.isOfProject()
                && pull.metadata().filter(is -> is.campaign().equals(campaign)).isPresent()) {
              found.add(pull);
            }
          }
          return true;
        });
    List<PullRequest> own = new ArrayList<>();
    for (Pull pull : found) {
      own.add(pull.read());
    }
    return own;
  }

  @Override
  public PullRequest open(Proposal proposal) throws ForgeException, InterruptedException {
    Optional<Pull> open = openOf(proposal);
    if (open.isPresent()) {
      return updated(open.get().number(), proposal);
    }
    boolean draft = proposal.draft();
    for (int tries = 1; ; tries++) {
      ForgeException why;
      try {
        Outcome outcome = create(proposal, draft);
        if (outcome instanceof Outcome.Done done) {
          Pull made = new Pull(project, done.answer().json());
          sidebar.ask(made, proposal);
          return made.read();
        }
        why = ((Outcome.Unknown) outcome).why();
      } catch (ForgeException e) {
        if (e.reason() != Reason.REFUSED) {
          throw e;
        }
        why = e;
      }
      open = openOf(proposal);
      if (open.isPresent()) {
        return updated(open.get().number(), proposal);
      }
      boolean noDrafts = draft && isAboutDrafts(why);
      if (why.reason() == Reason.REFUSED ? !noDrafts : tries > 1) {
        throw why;
      }
      draft = draft && !noDrafts;
    }
  }

  private static boolean isAboutDrafts(ForgeException e) {
    return String.valueOf(e.getMessage())
        .toLowerCase(Locale.ROOT)
        .contains("draft pull requests are not supported");
  }

  private Outcome create(Proposal proposal, boolean draft)
      throws ForgeException, InterruptedException {
    return client.create(
        repository + "/pulls",
        json ->
            json.string("title", proposal.title())
                .string("head", proposal.branch())
                .string("base", proposal.base())
                .string("body", marked(proposal))
                .bool("draft", draft));
  }

  private static String marked(Proposal proposal) {
    return TitleMark.on(proposal.body(), proposal.title(), LONGEST_BODY);
  }

  /**
   * Returns the open pull request of the proposal's branch.
   *
   * @throws ForgeException when it is not about the proposal's unit: it is not ours to change
   */
  private Optional<Pull> openOf(Proposal proposal) throws ForgeException, InterruptedException {
    String owner = project.path().substring(0, Math.max(0, project.path().indexOf('/')));
    List<Json> pulls =
        client.pages(
            repository
                + "/pulls?state=open&per_page=100&head="
                + UriPart.encoded(owner + ":" + proposal.branch()));
    Optional<Pull> stranger = Optional.empty();
    for (Json json : pulls) {
      Pull pull = new Pull(project, json);
      if (pull.isOpen() && pull.isOfProject() && pull.branch().equals(proposal.branch())) {
        if (pull.metadata().filter(proposal.metadata()::isOfSameUnit).isPresent()) {
          return Optional.of(pull);
        }
        if (pull.base().equals(proposal.base())) {
          stranger = Optional.of(pull);
        }
      }
    }
    if (stranger.isPresent()) {
      throw refused(
          "has pull request #"
              + stranger.get().number()
              + " of branch "
              + proposal.branch()
              + " open already, and it does not say that it is for "
              + proposal.metadata().unit()
              + ": close it, or take another branch");
    }
    return Optional.empty();
  }

  @Override
  public PullRequest update(PullRequest request, Proposal proposal)
      throws ForgeException, InterruptedException {
    return updated(request.number(), proposal);
  }

  private PullRequest updated(long number, Proposal proposal)
      throws ForgeException, InterruptedException {
    Pull is = pull(number);
    if (!is.isOpen()) {
      return is.read();
    }
    boolean ours = TitleMark.isOurs(is.body(), is.title());
    String title = ours ? proposal.title() : is.title();
    // A mark of the title that we would give: once reworded, it is theirs until they put it back.
    String body = marked(proposal);
    Pull now = is;
    if (!same(title, is.title()) || !same(body, is.body()) || !proposal.base().equals(is.base())) {
      Answer answer =
          client.send(
              Method.PATCH,
              repository + "/pulls/" + number,
              json -> {
                json.string("title", title).string("body", body);
                if (!proposal.base().equals(is.base())) {
                  json.string("base", proposal.base());
                }
              });
      now = new Pull(project, answer.json());
    }
    sidebar.ask(now, proposal);
    return now.read();
  }

  /** Returns whether people see no difference: forges change line ends and drop blanks. */
  private static boolean same(String one, String other) {
    return one.replace("\r\n", "\n").strip().equals(other.replace("\r\n", "\n").strip());
  }

  @Override
  public void close(PullRequest request, String comment)
      throws ForgeException, InterruptedException {
    if (!pull(request.number()).isOpen()) {
      return;
    }
    // Before it is closed: a run that is killed in between finds it open, and the comment there.
    String comments = repository + "/issues/" + request.number() + "/comments";
    for (int tries = 0; tries < 2 && !isSaid(comments, comment); tries++) {
      if (client.create(comments, json -> json.string("body", comment)) instanceof Outcome.Done) {
        break;
      }
    }
    client.send(
        Method.PATCH,
        repository + "/pulls/" + request.number(),
        json -> json.string("state", "closed"));
  }

  private boolean isSaid(String comments, String comment)
      throws ForgeException, InterruptedException {
    boolean[] said = new boolean[1];
    client.pages(
        comments + "?per_page=100",
        page -> {
          said[0] = page.stream().anyMatch(is -> same(is.at("body").text().orElse(""), comment));
          return !said[0];
        });
    return said[0];
  }

  private Pull pull(long number) throws ForgeException, InterruptedException {
    return new Pull(project, client.get(repository + "/pulls/" + number).json());
  }

  @Override
  public Checks checks(PullRequest request) throws ForgeException, InterruptedException {
    String head = request.head();
    if (head.isEmpty()) {
      head = pull(request.number()).read().head();
    }
    return new Verdicts(client, repository + "/commits/" + UriPart.encoded(head)).all();
  }

  @Override
  public String cloneUrl() {
    return project + ".git";
  }

  @Override
  public Optional<String> file(String path) throws ForgeException, InterruptedException {
    return client
        .find(repository + "/contents/" + UriPart.encodedPath(path), "application/vnd.github.raw")
        // A directory or a submodule is described instead.
        .filter(
            answer ->
                !answer
                    .headers()
                    .firstValue("content-type")
                    .orElse("")
                    .startsWith("application/json"))
        .map(Answer::text);
  }

  private ForgeException refused(String why) {
    return new ForgeException(Reason.REFUSED, "GitHub: " + project + " " + why);
  }
}
