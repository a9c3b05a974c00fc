package dev.untether.forge;

import java.util.List;

/**
 * A pull request as it should be.
 *
 * @param branch the branch with the change, without {@code refs/heads/}
 * @param base the branch to merge into
 * @param title one line
 * @param body Markdown, with {@code metadata} in it
 * @param metadata what the body says to programs
 * @param draft whether it is not yet to be reviewed
 * @param labels names of labels; those that the forge does not know are made, where it must be so
 * @param reviewers names of people, and of teams as {@code owner/team}; nobody is fine
 * @param assignees names of people
 * @param autoMerge whether the forge is to merge it once its checks pass
 */
public record Proposal(
    String branch,
    String base,
    String title,
    String body,
    Metadata metadata,
    boolean draft,
    List<String> labels,
    List<String> reviewers,
    List<String> assignees,
    boolean autoMerge) {

  /** Copies the lists. */
  public Proposal {
    labels = List.copyOf(labels);
    reviewers = List.copyOf(reviewers);
    assignees = List.copyOf(assignees);
  }
}
