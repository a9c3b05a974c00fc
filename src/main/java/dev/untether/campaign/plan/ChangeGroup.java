package dev.untether.campaign.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Changes that must not be torn apart: those of one Go package, or those that recipes make to the
 * other files of one module. Files that a recipe creates in pairs are of one package always.
 *
 * @param unit the directory of the work unit
 * @param directory the package, or for other files that of the unit
 * @param edits by path
 * @param isPackage whether these are the files of a package
 */
record ChangeGroup(String unit, String directory, List<Outcome.FileEdit> edits, boolean isPackage) {

  ChangeGroup {
    edits = List.copyOf(edits);
  }

  /** Returns the changes of a unit in groups: packages by directory, then the other files. */
  static List<ChangeGroup> of(String unit, List<Outcome.FileEdit> edits) {
    Map<String, List<Outcome.FileEdit>> packages = new TreeMap<>();
    List<Outcome.FileEdit> others = new ArrayList<>();
    for (Outcome.FileEdit edit : edits) {
      if (edit.isOfPackage()) {
        packages.computeIfAbsent(edit.directory(), key -> new ArrayList<>()).add(edit);
      } else {
        others.add(edit);
      }
    }
    List<ChangeGroup> groups = new ArrayList<>();
    packages.forEach((directory, some) -> groups.add(new ChangeGroup(unit, directory, some, true)));
    if (!others.isEmpty()) {
      groups.add(new ChangeGroup(unit, unit, others, false));
    }
    return groups;
  }

  /** Returns the paths of its files. */
  List<String> paths() {
    return edits.stream().map(Outcome.FileEdit::path).toList();
  }
}
