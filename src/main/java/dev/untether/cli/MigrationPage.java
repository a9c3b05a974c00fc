package dev.untether.cli;

import dev.untether.cli.option.Counts;
import dev.untether.cli.option.Inputs;
import dev.untether.cli.option.Prefixed;
import dev.untether.report.diff.DiffSection;
import dev.untether.report.diff.FilePatch;
import dev.untether.report.html.Page;
import dev.untether.report.html.PlacesSection;
import dev.untether.report.html.Section;
import dev.untether.report.proof.ModuleProof;
import dev.untether.report.proof.ProofPage;
import dev.untether.text.Finding;
import java.util.ArrayList;
import java.util.List;

/** A migration as a page: what changes, what does not and why, and what was proven. */
final class MigrationPage {
  private MigrationPage() {}

  static Page of(
      List<MigrateCommand.Migrated> migrated, List<FilePatch> patches, List<ModuleProof> proven) {
    List<Finding> refused = new ArrayList<>();
    List<Finding> notes = new ArrayList<>();
    for (MigrateCommand.Migrated each : migrated) {
      String prefix = each.root().prefix();
      refused.addAll(Prefixed.findings(prefix, each.changes().refused()));
      notes.addAll(Prefixed.findings(prefix, each.changes().notes()));
    }
    List<Inputs.Root> roots = migrated.stream().map(MigrateCommand.Migrated::root).toList();
    List<Section> sections = new ArrayList<>(List.of(new DiffSection(patches)));
    if (!refused.isEmpty()) {
      sections.add(new PlacesSection("Refused", refused, name -> Inputs.text(roots, name)));
    }
    if (!notes.isEmpty()) {
      sections.add(new PlacesSection("To review", notes, name -> Inputs.text(roots, name)));
    }
    sections.addAll(ProofPage.sections(proven));
    String summary =
        Counts.of(patches.size(), "file")
            + " would change, "
            + Counts.of(refused.size(), "place")
            + " refused";
    return new Page("untether migrate", summary, sections);
  }
}
