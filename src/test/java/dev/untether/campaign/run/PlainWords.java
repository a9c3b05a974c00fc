package dev.untether.campaign.run;

import dev.untether.campaign.Origin;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Proved;
import dev.untether.campaign.Words;
import dev.untether.forge.Metadata;
import dev.untether.forge.Proposal;
import dev.untether.forge.description.MetadataBlock;
import java.util.List;

/** Words that say little. */
final class PlainWords implements Words {
  @Override
  public List<String> branches(Origin origin, List<PlannedUnit> units) {
    return units.stream().map(unit -> "untether/" + unit.id()).toList();
  }

  @Override
  public Proposal proposal(
      Origin origin, PlannedUnit unit, String branch, Proved proved, Metadata metadata) {
    return new Proposal(
        branch,
        origin.baseBranch(),
        "Cut ties in " + unit.id(),
        proved.evidence() + "\n" + MetadataBlock.of(metadata) + "\n",
        metadata,
        /* draft= */ false,
        List.of(),
        List.of(),
        List.of(),
        /* autoMerge= */ false);
  }

  @Override
  public String body(String body, Metadata metadata) {
    return MetadataBlock.of(metadata) + "\n";
  }
}
