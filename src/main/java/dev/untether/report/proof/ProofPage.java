package dev.untether.report.proof;

import dev.untether.report.html.Page;
import dev.untether.report.html.Section;
import java.util.Collection;
import java.util.List;

/** Proofs of modules as a page. */
public final class ProofPage {
  private ProofPage() {}

  /** Returns the page. */
  public static Page of(Collection<ModuleProof> proofs, String summary) {
    return new Page("untether verify", summary, sections(proofs));
  }

  /** Returns the part of a page that is about proofs. */
  public static List<Section> sections(Collection<ModuleProof> proofs) {
    return proofs.stream()
        .<Section>map(each -> new ProofSection(each.name(), each.proof()))
        .toList();
  }
}
