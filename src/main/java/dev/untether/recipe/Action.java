package dev.untether.recipe;

import java.util.Map;
import java.util.Set;

/** What a recipe does where it matches. */
public sealed interface Action permits AssemblyAction, GoAction, FileAction, Action.Run {

  /**
   * Runs a step that is written in Java because data cannot say it.
   *
   * @param name its name, one of those that {@code recipes/README.md} lists
   * @param settings what it is told, every key that it knows; values are one line of text
   */
  record Run(String name, Map<String, String> settings) implements Action {

    /** The steps that there are: name, and the settings that it takes. */
    public static final Map<String, Set<String>> KNOWN =
        Map.ofEntries(
            Map.entry("fence-releases", Set.of("fallback", "future")),
            Map.entry("split-pulls", Set.of()),
            Map.entry("keep-rationale", Set.of()),
            Map.entry("repair-directives", Set.of()),
            Map.entry("create-beside", Set.of("part", "test", "template", "imports")),
            Map.entry("export-for-tests", Set.of()),
            Map.entry("opt-out", Set.of("tag")),
            Map.entry("remove-checklinkname", Set.of("exception")),
            Map.entry(
                "ci-matrix", Set.of("workflow", "tip", "cross", "gitlab-tip", "gitlab-cross")),
            Map.entry("linkname-section", Set.of("template")));

    /** Copies the map. */
    public Run {
      settings = Map.copyOf(settings);
    }
  }
}
