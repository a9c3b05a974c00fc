package dev.untether.git.transport;

import dev.untether.git.Base;
import dev.untether.git.CommitOptions;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.Series;
import dev.untether.git.Step;
import dev.untether.process.ChildProcess;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commits that go to Gerrit for review: to {@code refs/for/}, so that there is no branch. Gerrit
 * knows a change by its Change-Id, which is the same from run to run. So is the commit, whose date
 * is that of its base: what was pushed before is nothing new to Gerrit, and makes no patch set.
 */
public final class GerritPush {
  // What Gerrit takes in a push to refs/for/ without quoting, which only some options know.
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/+@-]*");
  private static final Pattern PAGE = Pattern.compile("https?://\\S+/\\+/\\d+");

  private GerritPush() {}

  /**
   * Where the commits go.
   *
   * @param branch the branch to merge into
   * @param topic what keeps changes of one campaign together
   * @param reviewers names or mail addresses
   * @param seed tells the change from all others, and is the same in every run: campaign and unit
   */
  public record Review(String branch, Optional<String> topic, List<String> reviewers, String seed) {
    /** Copies the list. */
    public Review {
      reviewers = List.copyOf(reviewers);
    }
  }

  /**
   * What was done.
   *
   * @param outcome CREATED when Gerrit took something, be it a change or a patch set
   * @param pages where people look at the changes, as far as Gerrit said so
   */
  public record Result(Push.Outcome outcome, List<String> changeIds, List<String> pages) {
    /** Copies the lists. */
    public Result {
      changeIds = List.copyOf(changeIds);
      pages = List.copyOf(pages);
    }
  }

  /**
   * Makes commits of the steps and pushes them for review.
   *
   * @param commit how commits are made; their date is that of the base
   * @throws GitException when Gerrit does not take them, with its words
   */
  public static Result push(
      GitRepository place,
      Base base,
      Remote remote,
      Review review,
      List<Step> steps,
      CommitOptions commit,
      TransportOptions options)
      throws GitException, InterruptedException {
    String ref = ref(review);
    remote.requireOutside(place);
    try (PrivateRepository mine = PrivateRepository.beside(place, options);
        GitRepository borrowing = place.withObjectsIn(mine.directory())) {
      Series series =
          Series.write(
              borrowing,
              base,
              steps,
              dated(commit, base),
              List.of(),
              number -> List.of("Change-Id: " + changeId(review.seed(), number)));
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < series.size(); i++) {
        ids.add(changeId(review.seed(), i));
      }
      if (series.size() == 0) {
        return new Result(Push.Outcome.NOTHING_TO_DO, ids, List.of());
      }
      List<String> command = new ArrayList<>(List.of("push", "--porcelain", "--no-verify", "--"));
      command.add(remote.push().text());
      command.add(series.head() + ":" + ref);
      ChildProcess.Result result = mine.talk(remote.push(), command);
      String said = result.text() + result.err();
      if (!result.isFine() && !said.contains("no new changes")) {
        String doing = remote + ": no change could be pushed to " + ref;
        throw mine.complaint(doing, remote.push(), result);
      }
      Push.Outcome outcome = result.isFine() ? Push.Outcome.CREATED : Push.Outcome.UNCHANGED;
      return new Result(outcome, ids, pages(result.err()));
    }
  }

  private static CommitOptions dated(CommitOptions options, Base base) {
    Map<String, String> environment = new HashMap<>(options.environment());
    environment.remove("GIT_AUTHOR_DATE");
    environment.remove("GIT_COMMITTER_DATE");
    return new CommitOptions(
        options.signOff(), options.sign(), base.committed(), ZoneOffset.UTC, environment);
  }

  private static String ref(Review review) throws GitException {
    List<String> parts = new ArrayList<>();
    if (review.topic().isPresent()) {
      parts.add("topic=" + word("the topic", review.topic().get()));
    }
    for (String reviewer : review.reviewers()) {
      parts.add("r=" + word("the reviewer", reviewer));
    }
    String branch = word("the branch", review.branch());
    return "refs/for/" + branch + (parts.isEmpty() ? "" : "%" + String.join(",", parts));
  }

  private static String word(String what, String text) throws GitException {
    boolean fine = WORD.matcher(text).matches() && !text.contains("..") && !text.contains("//");
    if (!fine) {
      throw new GitException(
          GitException.Reason.LOCAL,
          what
              + " \""
              + text
              + "\" cannot stand in a push to Gerrit; expected letters, digits and . _ / + @ -");
    }
    return text;
  }

  /** Returns the Change-Id of a commit of a change. */
  static String changeId(String seed, int number) {
    try {
      // As https://gerrit-review.googlesource.com/Documentation/user-changeid.html asks: 40 digits.
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] bytes = ("untether\0" + seed + "\0" + number).getBytes(StandardCharsets.UTF_8);
      return "I" + HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private static List<String> pages(String said) {
    List<String> pages = new ArrayList<>();
    Matcher page = PAGE.matcher(said);
    while (page.find()) {
      pages.add(page.group());
    }
    return pages.stream().distinct().toList();
  }
}
