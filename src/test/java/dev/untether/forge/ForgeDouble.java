package dev.untether.forge;

import com.sun.net.httpserver.HttpHandler;
import dev.untether.forge.http.Timing;
import dev.untether.forge.http.Transport;
import dev.untether.git.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A forge on this machine, as {@link ForgeContract} sets it up and looks at it. Projects have a
 * default branch {@code main}; the token may push to them.
 */
public interface ForgeDouble extends AutoCloseable {
  /** Returns the real client for it. */
  ForgeServer connect(Optional<Secret> token, Transport transport, Timing timing)
      throws ForgeException;

  /** Returns where it answers, without a slash at the end. */
  String address();

  /** Has repositories answered for by somebody else, as a forge has them beside its interface. */
  void git(HttpHandler handler);

  /** Closes a pull request as a person does, without merging it. */
  void closeByHand(String project, long number);

  /** Returns the one token that it takes. */
  Secret token();

  /** Adds a project. */
  void project(String path);

  /** Adds a project of a person. */
  void projectOfPerson(String path);

  /** Adds a branch. */
  void branch(String project, String branch, String commit);

  /** Makes a project one that the token may read and not push to. */
  void forbidPush(String project);

  /** Makes a project private, to others than the token's owner. */
  void hide(String project);

  /** Adds a file to the default branch. */
  void file(String project, String path, String text);

  /** Makes somebody known who can be asked for a review and be assigned. */
  void person(String project, String name);

  /** Makes a team known that can be asked for a review; forges without teams take it as known. */
  void team(String project, String name);

  /** Says what the checks of a commit say. */
  void checks(String project, String commit, Checks verdict);

  /** Opens a pull request as a person does, for a branch to {@code main}. */
  void openByHand(String project, String branch, String title, String body, boolean fromFork);

  /** Edits one as a person does. */
  void reword(String project, long number, String title, String body);

  /** Merges one. */
  void merge(String project, long number);

  /** Makes the next {@code times} requests fail whose method and path contain {@code of}. */
  void fault(String of, LoopbackForge.Harm harm, int times);

  /** Returns what the line of a request that opens a pull request contains, and no other. */
  String opening(String project);

  /** Returns the pull requests of a project, oldest first. */
  List<Seen> pulls(String project);

  /** Returns the requests so far: method, path and query, headers, body, one string each. */
  List<String> requests();

  @Override
  void close();

  /**
   * A pull request as people see it.
   *
   * @param title without what the forge has in it for drafts
   */
  record Seen(
      long number,
      PullRequest.State state,
      boolean draft,
      String branch,
      String base,
      String title,
      String body,
      Set<String> labels,
      Set<String> reviewers,
      Set<String> assignees,
      boolean autoMerge,
      List<String> comments) {}
}
