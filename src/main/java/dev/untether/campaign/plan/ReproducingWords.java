package dev.untether.campaign.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The command that makes a unit's changes again, at the root of a clone. PATHs of {@code migrate}
 * take everything below them. Where that would be more than the unit has, because the rest is
 * another unit or is left alone, the command ends by adding the unit's files alone to the index.
 */
final class ReproducingWords {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=@,+%-]+");

  private final NavigableSet<String> changed;
  private final NavigableSet<String> unknown;
  private final Set<String> modules;

  /**
   * @param changed every path that recipes would change in the repository
   * @param unknown directories of units that were not looked at
   * @param modules directories of modules
   */
  ReproducingWords(
      Collection<String> changed, Collection<String> unknown, Collection<String> modules) {
    this.changed = new TreeSet<>(changed);
    this.unknown = new TreeSet<>(unknown);
    this.modules = Set.copyOf(modules);
  }

  /**
   * Returns the command.
   *
   * @param words the command without PATHs
   * @param groups what the unit changes
   */
  String command(List<String> words, Collection<ChangeGroup> groups) {
    Set<String> files = new TreeSet<>();
    Set<String> units = new TreeSet<>();
    Set<String> packages = new TreeSet<>();
    boolean plain = true;
    boolean onlyPackages = true;
    for (ChangeGroup group : groups) {
      files.addAll(group.paths());
      units.add(group.unit());
      packages.add(group.directory());
      onlyPackages &= group.isPackage();
      // Code without a module is named from the root, and vendored code known by its path.
      plain &= modules.contains(group.unit()) && !isVendored(group.directory());
    }
    List<String> paths = plain ? outermost(units) : List.of("");
    boolean exact = isExact(paths, files);
    if (!exact && plain && onlyPackages && isExact(outermost(packages), files)) {
      paths = outermost(packages);
      exact = true;
    }
    List<String> all = new ArrayList<>(words);
    paths.forEach(path -> all.add(Paths.shown(path)));
    if (!exact) {
      all.addAll(List.of("&&", "git", "add", "--all", "--"));
      all.addAll(files);
    }
    return String.join(" ", all.stream().map(ReproducingWords::quoted).toList());
  }

  private static boolean isVendored(String directory) {
    return ("/" + directory + "/").contains("/vendor/");
  }

  private static List<String> outermost(Set<String> directories) {
    List<String> outermost = new ArrayList<>();
    for (String directory : directories) {
      if (outermost.stream().noneMatch(it -> Paths.isAtOrBelow(directory, it))) {
        outermost.add(directory);
      }
    }
    return outermost;
  }

  private boolean isExact(List<String> paths, Set<String> files) {
    for (String path : paths) {
      if (!below(unknown, path).isEmpty() || !files.containsAll(below(changed, path))) {
        return false;
      }
    }
    return true;
  }

  private static Collection<String> below(NavigableSet<String> paths, String directory) {
    if (directory.isEmpty()) {
      return paths;
    }
    Set<String> below = new TreeSet<>(paths.subSet(directory + "/", true, directory + "0", false));
    if (paths.contains(directory)) {
      below.add(directory);
    }
    return below;
  }

  private static String quoted(String word) {
    return word.equals("&&") || PLAIN.matcher(word).matches()
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
