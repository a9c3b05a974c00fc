package dev.untether.recipe.script;

import dev.untether.recipe.change.Changes;
import dev.untether.text.Edit;
import dev.untether.text.Edits;
import dev.untether.text.Finding;
import dev.untether.text.LineEnding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes of one recipe to one module, while its actions make them. Paths are the module's. */
final class ModuleDraft {
  private final String recipe;
  private final ModuleView module;
  private final Map<String, List<Edit>> edits = new TreeMap<>();
  private final Map<String, SourceText> created = new TreeMap<>();
  private final Set<String> deleted = new TreeSet<>();
  private final Set<Finding> refusals = new TreeSet<>();
  private final Set<Finding> notes = new TreeSet<>();

  ModuleDraft(String recipe, ModuleView module) {
    this.recipe = recipe;
    this.module = module;
  }

  ModuleView module() {
    return module;
  }

  /** Puts text with LF line endings in the place of {@code span}. */
  void replace(String file, Span span, String replacement) {
    String ending = module.text(file).map(text -> text.lineEnding().text()).orElse("\n");
    edits
        .computeIfAbsent(file, key -> new ArrayList<>())
        .add(new Edit(span, replacement.replace("\n", ending), recipe));
  }

  /** Creates a file, with the line endings of go.mod, unless there is one. */
  void create(String file, String text) {
    if (!module.files().contains(file)) {
      String code = text.replace("\n", endingOf("go.mod"));
      created.put(module.directory() + file, SourceText.of(code));
    }
  }

  private String endingOf(String file) {
    return module.text(file).map(SourceText::lineEnding).orElse(LineEnding.LF).text();
  }

  void delete(String file) {
    deleted.add(module.directory() + file);
  }

  void refuse(String file, Position position, String reason) {
    refusals.add(finding(Severity.WARNING, file, position, "not changed: " + reason));
  }

  void note(String file, Position position, String message) {
    notes.add(finding(Severity.NOTE, file, position, message));
  }

  private Finding finding(Severity severity, String file, Position position, String message) {
    return new Finding(recipe, severity, module.directory() + file, position, message);
  }

  Changes finish() {
    Map<String, List<Edits>> phases = new TreeMap<>();
    edits.forEach((file, all) -> phases.put(module.directory() + file, List.of(Edits.of(all))));
    return new Changes(
        phases, created, deleted, new ArrayList<>(refusals), new ArrayList<>(notes), List.of());
  }
}
