package dev.untether.report.html;

import dev.untether.module.dependency.ModuleVersion;
import dev.untether.review.Advice;
import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.ModuleFault;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What {@code check} finds, as a page. */
public final class CheckPage {
  private CheckPage() {}

  /**
   * Returns the page.
   *
   * @param findings in order
   * @param summary one sentence
   * @param texts gives the text of a finding's path, if it is at hand
   */
  public static Page of(
      Collection<CheckFinding> findings,
      String summary,
      Advice advice,
      Function<String, Optional<SourceText>> texts) {
    List<Section> sections = new ArrayList<>(ReleasesSection.of(findings));
    for (Group group : Group.values()) {
      List<CheckFinding> part =
          findings.stream()
              .filter(it -> it.fault().isEmpty() && it.rule().group() == group)
              .toList();
      if (!part.isEmpty()) {
        sections.add(new FindingsSection(title(group), by(group), part, advice, texts));
      }
    }
    Map<ModuleVersion, List<CheckFinding>> modules = new TreeMap<>();
    for (CheckFinding each : findings) {
      each.fault()
          .map(ModuleFault::module)
          .ifPresent(it -> modules.computeIfAbsent(it, m -> new ArrayList<>()).add(each));
    }
    modules.forEach(
        (module, part) ->
            sections.add(
                new FindingsSection(
                    "Dependency " + module, FindingsSection.By.SYMBOL, part, advice, texts)));
    return new Page("untether check", summary, sections);
  }

  /** A reviewer goes through files; who mends what breaks goes through symbols. */
  private static FindingsSection.By by(Group group) {
    return group == Group.REVIEW ? FindingsSection.By.FILE : FindingsSection.By.SYMBOL;
  }

  private static String title(Group group) {
    return switch (group) {
      case BREAKS -> "What breaks";
      case TOLERATED -> "Tolerated today";
      case REVIEW -> "For review";
    };
  }
}
