package dev.untether.recipe.golang.draft;

import dev.untether.golang.Import;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The names under which one file uses packages, chosen so that they hide nothing. */
public final class ImportNames {
  private static final Pattern MAJOR = Pattern.compile("v[0-9]+");

  private final Set<String> taken;
  private final Map<String, String> imported = new HashMap<>();
  private final Map<String, String> chosen = new HashMap<>();

  /**
   * Prepares to choose names.
   *
   * @param taken the identifiers of the file, and what its package declares
   * @param imports the imports that the file has
   */
  public ImportNames(Set<String> taken, List<Import> imports) {
    this.taken = new TreeSet<>(taken);
    for (Import one : imports) {
      String name = one.name().orElse(guess(one.path()));
      this.taken.add(name);
      if (!name.equals("_") && !name.equals(".")) {
        imported.put(one.path(), name);
      }
    }
  }

  /** Returns the name that a package most likely has, from its path. */
  public static String guess(String path) {
    String[] parts = path.split("/", -1);
    int last = parts.length - 1;
    if (last > 0 && MAJOR.matcher(parts[last]).matches()) {
      last--;
    }
    String name = parts[last].replaceFirst("\\.v[0-9]+$", "").replaceFirst("^go-", "");
    return name.replaceAll("[^\\p{L}\\p{Nd}_]", "");
  }

  public boolean isImported(String path) {
    return imported.containsKey(path);
  }

  /** Returns the name for a package: that of its import, or one that is free. */
  public String of(String path) {
    String known = imported.getOrDefault(path, chosen.get(path));
    if (known != null) {
      return known;
    }
    String base = guess(path);
    String name = free(taken, base, base.equals("unsafe") ? base : "std" + base);
    taken.add(name);
    chosen.put(path, name);
    return name;
  }

  /** Returns {@code wanted} if it is free, else {@code instead}, else that with a number. */
  public static String free(Set<String> taken, String wanted, String instead) {
    return free(taken::contains, wanted, instead);
  }

  /** Returns {@code wanted} if it is free, else {@code instead}, else that with a number. */
  public static String free(Predicate<String> taken, String wanted, String instead) {
    if (!taken.test(wanted)) {
      return wanted;
    }
    String name = instead;
    for (int i = 2; taken.test(name); i++) {
      name = instead + i;
    }
    return name;
  }
}
