package dev.untether.campaign.connect;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Origin;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.run.Proved;
import dev.untether.campaign.run.Words;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.Metadata;
import dev.untether.forge.Proposal;
import dev.untether.forge.description.Description;
import dev.untether.forge.description.DescriptionWriter;
import dev.untether.forge.description.MetadataBlock;
import dev.untether.forge.description.Naming;
import dev.untether.forge.owners.Owner;
import dev.untether.git.AppliedRecipe;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names and texts as a campaign words them. */
public final class Descriptions implements Words {
  private final Campaign campaign;
  private final Servers servers;
  private final Judgements judgements;
  private final Naming naming;
  private final DescriptionWriter writer = new DescriptionWriter();

  /**
   * @throws IllegalArgumentException if the templates of the campaign are none; the message says
   *     what is wrong
   */
  public Descriptions(Campaign campaign, Servers servers, Judgements judgements) {
    this.campaign = campaign;
    this.servers = servers;
    this.judgements = judgements;
    this.naming = Naming.of(campaign.wording().branch(), campaign.wording().title());
  }

  @Override
  public List<String> branches(Origin origin, List<PlannedUnit> units) {
    return naming.branches(units.stream().map(this::named).toList());
  }

  private Naming.Unit named(PlannedUnit unit) {
    String owner = unit.owners().isEmpty() ? "" : unit.owners().get(0);
    return new Naming.Unit(
        campaign.name(),
        unit.id(),
        owner.startsWith("@") ? owner.substring(1) : owner,
        unit.modules().size() == 1 ? unit.modules().get(0) : "",
        unit.recipes().stream().map(AppliedRecipe::id).toList());
  }

  @Override
  public Proposal proposal(
      Origin origin, PlannedUnit unit, String branch, Proved proved, Metadata metadata) {
    Judgements.Tables tables = judgements.of(origin, proved.changes());
    Description.Values values =
        new Description.Values(
            naming.title(named(unit)),
            unit.recipes(),
            List.copyOf(proved.changes().keySet()),
            tables.before(),
            tables.after(),
            unit.refused(),
            unit.notes(),
            proved.evidence(),
            unit.command(),
            campaign.optOut(),
            metadata);
    Description description = writer.write(values, kind(origin));
    Campaign.ReviewRequest review = campaign.review();
    return new Proposal(
        branch,
        origin.baseBranch(),
        description.title(),
        description.body(),
        metadata,
        review.draft(),
        review.labels(),
        reviewers(unit),
        review.assignees(),
        review.autoMerge());
  }

  @Override
  public String body(String body, Metadata metadata) {
    // Of several blocks the last one counts.
    return body.stripTrailing() + "\n\n" + MetadataBlock.of(metadata) + "\n";
  }

  private List<String> reviewers(PlannedUnit unit) {
    Set<String> reviewers = new LinkedHashSet<>(campaign.review().reviewers());
    if (campaign.review().owners()) {
      unit.owners().stream()
          .flatMap(owner -> Owner.of(owner).stream())
          .flatMap(owner -> owner.reviewer().stream())
          .forEach(reviewers::add);
    }
    return List.copyOf(reviewers);
  }

  private ForgeKind kind(Origin origin) {
    try {
      return origin.project().isEmpty()
          ? ForgeKind.GITHUB
          : servers.kind(origin.project().get().server());
    } catch (ForgeException e) {
      // The shortest bodies are GitHub's: they fit everywhere.
      return ForgeKind.GITHUB;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ForgeKind.GITHUB;
    }
  }
}
