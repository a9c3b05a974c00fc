package dev.untether.recipe.script;

import dev.untether.module.script.BuildScript;
import dev.untether.module.script.CheckFlag;
import dev.untether.module.script.ScriptKind;
import dev.untether.recipe.Recipe;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The step {@code remove-checklinkname}: the flag that switches the linker's check of linknames off
 * goes where no reference of the module needs it, and gets a comment that somebody answers for
 * where one does.
 */
final class CheckFlagRemoval implements ModuleStep {
  private static final String FLAG = "checklinkname";
  private static final int MOST_NAMED = 5;

  /** What is larger was not written by a person. */
  private static final int MAX_BYTES = 1 << 20;

  private static final int MAX_FLAGS = 200;

  @Override
  public void run(
      Recipe recipe, Map<String, String> settings, List<String> files, ModuleDraft draft) {
    Map<String, List<CheckFlag>> flags = new TreeMap<>();
    for (String file : files) {
      Optional<ScriptKind> kind = ScriptKind.of(file);
      if (kind.isPresent() && !kind.get().isProse()) {
        SourceText text = draft.module().text(file).orElseThrow();
        if (text.length() > MAX_BYTES) {
          draft.refuse(
              file,
              Finding.WHOLE_FILE,
              "it is larger than " + MAX_BYTES + " bytes; edit it by hand");
          continue;
        }
        List<CheckFlag> found =
            CheckFlag.in(new BuildScript(Path.of(file), file, kind.get(), text));
        if (found.size() > MAX_FLAGS) {
          draft.refuse(
              file, Finding.WHOLE_FILE, "it has " + found.size() + " flags; edit it by hand");
        } else if (!found.isEmpty()) {
          flags.put(file, found);
        }
      }
    }
    if (flags.isEmpty()) {
      return;
    }
    SortedMap<String, SortedSet<Integer>> needs = LinkerNeeds.of(draft.module());
    flags.forEach(
        (file, all) -> {
          Set<Integer> commented = new HashSet<>();
          for (CheckFlag flag : all) {
            if (needs.isEmpty()) {
              remove(file, flag, draft);
            } else {
              explain(recipe, settings, file, flag, needs, commented, draft);
            }
          }
        });
  }

  private static void remove(String file, CheckFlag flag, ModuleDraft draft) {
    FlagRemoval removal = new FlagRemoval(flag);
    Optional<String> obstacle = removal.obstacle();
    if (obstacle.isPresent()) {
      draft.refuse(file, flag.position(), obstacle.get());
      return;
    }
    removal.edit(file, draft);
    boolean hasOthers =
        draft
            .module()
            .text("go.mod")
            .filter(text -> text.toString().contains("\nrequire"))
            .isPresent();
    if (hasOthers) {
      draft.note(
          file,
          flag.position(),
          "no reference of this module needs the flag; whether one of its dependencies does, a"
              + " build without it tells, or untether scan --deps");
    }
  }

  private static void explain(
      Recipe recipe,
      Map<String, String> settings,
      String file,
      CheckFlag flag,
      SortedMap<String, SortedSet<Integer>> needs,
      Set<Integer> commented,
      ModuleDraft draft) {
    boolean isExplained = flag.remarks().stream().anyMatch(one -> one.text().contains(FLAG));
    if (isExplained) {
      return;
    }
    FlagRemoval place = new FlagRemoval(flag);
    Optional<Integer> offset = place.placeOfComment();
    if (offset.isEmpty()) {
      draft.refuse(
          file,
          flag.position(),
          "the flag is needed for "
              + named(needs)
              + ", and a comment that says so cannot stand here; say it elsewhere, with issue, owner"
              + " and date");
      return;
    }
    if (!commented.add(offset.get())) {
      return;
    }
    Optional<String> text =
        new StepTemplates(recipe, settings)
            .render("exception", Map.of("symbols", named(needs)), draft);
    if (text.isEmpty()) {
      return;
    }
    String indent = place.indentAt(offset.get());
    String comment =
        text.get()
            .lines()
            .map(line -> indent + "# " + line.strip() + "\n")
            .collect(Collectors.joining());
    draft.replace(file, Span.at(offset.get()), comment);
  }

  private static String named(SortedMap<String, SortedSet<Integer>> needs) {
    List<String> names = new ArrayList<>();
    needs.forEach(
        (symbol, releases) -> {
          String last = releases.size() == 1 ? "" : " to 1." + releases.last();
          names.add(symbol + " (Go 1." + releases.first() + last + ")");
        });
    int more = names.size() - MOST_NAMED;
    String named = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
