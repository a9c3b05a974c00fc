package dev.untether.forge;

import dev.untether.forge.description.MetadataBlock;
import java.util.List;

/** A proposal in the making; what is not said is as usual. */
public final class ProposalDraft {
  private final String unit;
  private String title;
  private String text = "What and why.";
  private boolean draft;
  private boolean autoMerge;
  private List<String> labels = List.of("untether", "runtime");
  private List<String> reviewers = List.of();
  private List<String> assignees = List.of();

  public ProposalDraft(String unit) {
    this.unit = unit;
    this.title = "Cut " + unit + " loose";
  }

  public ProposalDraft title(String given) {
    title = given;
    return this;
  }

  public ProposalDraft text(String given) {
    text = given;
    return this;
  }

  public ProposalDraft draft() {
    draft = true;
    return this;
  }

  public ProposalDraft autoMerge() {
    autoMerge = true;
    return this;
  }

  public ProposalDraft labels(String... given) {
    labels = List.of(given);
    return this;
  }

  public ProposalDraft reviewers(String... given) {
    reviewers = List.of(given);
    return this;
  }

  public ProposalDraft assignees(String... given) {
    assignees = List.of(given);
    return this;
  }

  public Proposal make() {
    Metadata metadata = ForgeFixture.metadata(unit);
    return new Proposal(
        "untether/" + unit,
        "main",
        title,
        text + "\n\n" + MetadataBlock.of(metadata),
        metadata,
        draft,
        labels,
        reviewers,
        assignees,
        autoMerge);
  }
}
