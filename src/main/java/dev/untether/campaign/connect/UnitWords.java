package dev.untether.campaign.connect;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Origin;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Proved;
import dev.untether.campaign.Words;
import dev.untether.forge.ForgeKind;
import dev.untether.forge.Metadata;
import dev.untether.forge.Proposal;
import dev.untether.forge.description.Description;
import dev.untether.forge.description.DescriptionWriter;
import dev.untether.forge.description.MetadataBlock;
import dev.untether.forge.description.Naming;
import dev.untether.git.AppliedRecipe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Calls and describes units as the campaign's file says. Safe for use by several threads. */
public final class UnitWords implements Words {
  private final Campaign campaign;
  private final Function<Origin, ForgeKind> kinds;
  private final Function<PlannedUnit, Verdicts> verdicts;
  private final Naming naming;
  private final DescriptionWriter writer = new DescriptionWriter();

  /**
   * What the linker is predicted to say, as Markdown; empty where there is nothing to say.
   *
   * @param before of the code as it is
   * @param after of the change
   */
  public record Verdicts(String before, String after) {
    /** Nothing to say. */
    public static final Verdicts NONE = new Verdicts("", "");
  }

  /**
   * @param kinds which forge an origin's is, for the length of what it takes
   * @throws IllegalArgumentException if a template of the campaign is none; says what is wrong
   */
  public UnitWords(
      Campaign campaign,
      Function<Origin, ForgeKind> kinds,
      Function<PlannedUnit, Verdicts> verdicts) {
    this.campaign = campaign;
    this.kinds = kinds;
    this.verdicts = verdicts;
    this.naming = Naming.of(campaign.wording().branch(), campaign.wording().title());
  }

  @Override
  public List<String> branches(Origin origin, List<PlannedUnit> units) {
    return naming.branches(units.stream().map(this::named).toList());
  }

  private Naming.Unit named(PlannedUnit unit) {
    return new Naming.Unit(
        campaign.name(),
        unit.id(),
        unit.owners().isEmpty() ? "" : bare(unit.owners().get(0)),
        unit.modules().isEmpty() ? "" : unit.modules().get(0),
        unit.recipes().stream().map(AppliedRecipe::id).toList());
  }

  private static String bare(String owner) {
    return owner.replaceFirst("^@+", "");
  }

  @Override
  public Proposal proposal(
      Origin origin, PlannedUnit unit, String branch, Proved proved, Metadata metadata) {
    Verdicts said = verdicts.apply(unit);
    Description description =
        writer.write(
            new Description.Values(
                naming.title(named(unit)),
                unit.recipes(),
                List.copyOf(proved.changes().keySet()),
                said.before(),
                said.after(),
                unit.refused(),
                unit.notes(),
                proof(proved),
                unit.command(),
                campaign.optOut(),
                metadata),
            kinds.apply(origin));
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

  private static String proof(Proved proved) {
    if (proved.withdrawn().isEmpty()) {
      return proved.evidence();
    }
    StringBuilder text = new StringBuilder(proved.evidence());
    text.append(proved.evidence().isEmpty() ? "" : "\n\n")
        .append("Taken back after the proof:\n\n");
    proved.withdrawn().forEach(why -> text.append("- ").append(why).append('\n'));
    return text.toString();
  }

  /** Returns who is asked: those that the campaign names, and the owners that have an account. */
  private List<String> reviewers(PlannedUnit unit) {
    Set<String> all = new LinkedHashSet<>(campaign.review().reviewers());
    if (campaign.review().owners()) {
      for (String owner : unit.owners()) {
        boolean account = owner.startsWith("@") && !owner.startsWith("@@");
        Optional.of(bare(owner)).filter(name -> account).ifPresent(all::add);
      }
    }
    return new ArrayList<>(all);
  }

  @Override
  public String body(String body, Metadata metadata) {
    String block = MetadataBlock.of(metadata);
    Optional<String> old = MetadataBlock.in(body).map(MetadataBlock::of);
    int at = old.map(body::lastIndexOf).orElse(-1);
    // In the place of the old one: the length that forges allow may be used up.
    return at < 0
        ? body + "\n\n" + block + "\n"
        : body.substring(0, at) + block + body.substring(at + old.orElse("").length());
  }
}
