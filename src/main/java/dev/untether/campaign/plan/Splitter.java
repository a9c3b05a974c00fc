package dev.untether.campaign.plan;

import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Split;
import dev.untether.git.Change;
import dev.untether.text.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts the changes of a repository together into what becomes pull requests.
 *
 * <p>By recipe, each recipe was run alone on the base, so two units may change one place: when one
 * is merged, the others are planned anew on what it left.
 *
 * <p>Changes to files of a module that are not Go's, such as the flags in its build script, hold
 * once its packages are migrated. So they go with them, or, when the packages are in several units,
 * wait until these are merged.
 */
final class Splitter {
  /** The unit of files that nobody owns. */
  static final String UNOWNED = "unowned";

  private final String repository;
  private final Split split;
  private final ChosenRecipes chosen;
  private final Optional<String> onlyRecipe;
  private final Function<String, List<String>> owners;
  private final ReproducingWords words;

  /**
   * @param onlyRecipe the recipe that was run alone, if the split is by recipe
   * @param owners gives those that CODEOWNERS names for a path
   */
  Splitter(
      String repository,
      Split split,
      ChosenRecipes chosen,
      Optional<String> onlyRecipe,
      Function<String, List<String>> owners,
      ReproducingWords words) {
    this.repository = repository;
    this.split = split;
    this.chosen = chosen;
    this.onlyRecipe = onlyRecipe;
    this.owners = owners;
    this.words = words;
  }

  /**
   * What came of it.
   *
   * @param waiting groups that wait for units
   * @param unplaced refusals in places that no unit changes anything near
   */
  record Parts(List<PlannedUnit> units, List<ChangeGroup> waiting, List<Finding> unplaced) {}

  /** A unit under construction. */
  private static final class Part {
    final String id;
    final List<ChangeGroup> groups = new ArrayList<>();
    final Set<String> directories = new HashSet<>();
    final List<Finding> refused = new ArrayList<>();
    final List<Finding> notes = new ArrayList<>();
    int files;

    Part(String id) {
      this.id = id;
    }

    void add(ChangeGroup group) {
      groups.add(group);
      directories.add(group.directory());
      files += group.edits().size();
    }
  }

  /** Returns the units, by id, of the groups of a repository; these are in order. */
  Parts split(
      Collection<ChangeGroup> groups,
      Map<String, List<Finding>> refused,
      Map<String, List<Finding>> notes) {
    Map<String, List<Part>> parts = new TreeMap<>();
    groups.forEach(
        group ->
            parts.put(idOf(group.unit(), group.directory(), group.paths()), new ArrayList<>()));
    Map<String, Set<Part>> ofPackages = new HashMap<>();
    for (ChangeGroup group : groups) {
      if (group.isPackage()) {
        Part part = place(parts, group);
        ofPackages.computeIfAbsent(group.unit(), key -> new HashSet<>()).add(part);
      }
    }
    List<ChangeGroup> waiting = new ArrayList<>();
    for (ChangeGroup group : groups) {
      if (group.isPackage()) {
        continue;
      }
      Set<Part> same = ofPackages.getOrDefault(group.unit(), Set.of());
      if (same.isEmpty()) {
        place(parts, group);
        continue;
      }
      Part part = same.iterator().next();
      if (same.size() == 1 && fits(part, group)) {
        part.add(group);
      } else {
        waiting.add(group);
      }
    }
    List<Finding> unplaced = new ArrayList<>();
    refused.forEach(
        (unit, findings) ->
            findings.forEach(
                it ->
                    part(parts, unit, it)
                        .ifPresentOrElse(part -> part.refused.add(it), () -> unplaced.add(it))));
    notes.forEach(
        (unit, findings) ->
            findings.forEach(it -> part(parts, unit, it).ifPresent(part -> part.notes.add(it))));
    List<PlannedUnit> units =
        parts.values().stream().flatMap(List::stream).map(this::planned).toList();
    return new Parts(units, waiting, unplaced);
  }

  private Part place(Map<String, List<Part>> parts, ChangeGroup group) {
    String id = idOf(group.unit(), group.directory(), group.paths());
    List<Part> some = parts.computeIfAbsent(id, key -> new ArrayList<>());
    if (some.isEmpty() || !fits(some.get(some.size() - 1), group)) {
      some.add(new Part(some.isEmpty() ? id : further(id, some.size() + 1, parts.keySet())));
    }
    Part part = some.get(some.size() - 1);
    part.add(group);
    return part;
  }

  /** Returns the id of a further part, which a directory of that very name does not have. */
  private static String further(String id, int number, Set<String> taken) {
    String further = id + "-" + number;
    while (taken.contains(further)) {
      further += "-";
    }
    return further;
  }

  private boolean fits(Part part, ChangeGroup group) {
    return (long) part.files + group.edits().size() <= split.maxFiles();
  }

  private Optional<Part> part(Map<String, List<Part>> parts, String unit, Finding finding) {
    String directory = Paths.parent(finding.path());
    List<Part> some = parts.getOrDefault(idOf(unit, directory, List.of(finding.path())), List.of());
    return some.stream()
        .filter(part -> part.directories.contains(directory))
        .findFirst()
        .or(() -> some.stream().findFirst());
  }

  private String idOf(String unit, String directory, List<String> paths) {
    return switch (split.by()) {
      case REPOSITORY -> ".";
      case MODULE -> Paths.shown(unit);
      case RECIPE -> onlyRecipe.orElse(".");
      case DIRECTORY -> firstNames(directory);
      case OWNER -> {
        Set<String> all = new TreeSet<>();
        paths.forEach(path -> all.addAll(owners.apply(path)));
        yield all.isEmpty() ? UNOWNED : String.join("+", all);
      }
    };
  }

  private String firstNames(String directory) {
    int end = -1;
    for (int names = 0; names < split.depth(); names++) {
      int next = directory.indexOf('/', end + 1);
      if (next < 0) {
        return Paths.shown(directory);
      }
      end = next;
    }
    return Paths.shown(directory.substring(0, Math.max(end, 0)));
  }

  private PlannedUnit planned(Part part) {
    SortedMap<String, Change> changes = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    Set<String> directories = new TreeSet<>();
    for (ChangeGroup group : part.groups) {
      directories.add(Paths.shown(group.unit()));
      for (Outcome.FileEdit edit : group.edits()) {
        changes.put(edit.path(), new Change(edit.before(), edit.after()));
        ids.addAll(edit.recipes());
      }
    }
    List<ChosenRecipes.Chosen> working =
        chosen.recipes().stream().filter(it -> ids.contains(it.recipe().id())).toList();
    return new PlannedUnit(
        repository,
        part.id,
        CodeOwners.most(owners, changes.keySet()),
        List.copyOf(directories),
        changes,
        working.stream().map(ChosenRecipes.Chosen::applied).toList(),
        part.refused.stream().sorted().toList(),
        part.notes.stream().sorted().toList(),
        words.command(chosen.command(working), part.groups),
        ContentDigest.of(changes));
  }
}
