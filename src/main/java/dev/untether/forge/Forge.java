package dev.untether.forge;

import java.util.List;
import java.util.Optional;

/**
 * One project on a forge. Each call asks the forge; nothing is remembered. All calls may wait, for
 * the forge's limits; when the thread is interrupted they end with {@link InterruptedException},
 * and what they were about may have happened or not: {@link #own} tells.
 */
public interface Forge {
  /** Returns the project. */
  Project project();

  /** Returns the branch that changes are meant for. */
  String defaultBranch() throws ForgeException, InterruptedException;

  /** Returns whether the token may push branches. */
  boolean mayPush() throws ForgeException, InterruptedException;

  /**
   * Returns the pull requests of a campaign, in every state, oldest first: those whose branch is in
   * this project and whose body has metadata with that campaign.
   */
  List<PullRequest> own(String campaign) throws ForgeException, InterruptedException;

  /**
   * Opens a pull request for a branch that is there already. If one for the same unit is open, as
   * after a run that was killed, that one is updated instead: there are never two.
   */
  PullRequest open(Proposal proposal) throws ForgeException, InterruptedException;

  /**
   * Makes title and body those of the proposal, as far as people have not reworded the title.
   * Labels and reviewers are added and never taken away. An open pull request does not become a
   * draft again.
   */
  PullRequest update(PullRequest request, Proposal proposal)
      throws ForgeException, InterruptedException;

  /** Closes a pull request that is open, with a comment that says why. */
  void close(PullRequest request, String comment) throws ForgeException, InterruptedException;

  /** Returns what the checks of its head say. */
  Checks checks(PullRequest request) throws ForgeException, InterruptedException;

  /** Returns the clone address of the project, for git over https. */
  String cloneUrl();

  /** Returns the text of a file on the default branch, such as CODEOWNERS, if it is there. */
  Optional<String> file(String path) throws ForgeException, InterruptedException;
}
