package dev.untether.recipe.golang;

import dev.untether.module.target.GoFileName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Directives that say the same thing twice to every build that takes them. */
final class Duplicates {
  private final Map<Key, List<Site>> groups = new HashMap<>();
  private final Map<Key, Optional<Site>> contradictions = new HashMap<>();
  private final Map<Key, Site> kept = new HashMap<>();

  /** What directives have in common that the same builds take. */
  private record Key(String packageName, String suffix, String condition, String local) {
    static Key of(Site site) {
      PackageFile file = site.file();
      return new Key(
          file.packageName(),
          GoFileName.of(file.name()).suffix(),
          file.header().expression(),
          site.local());
    }
  }

  Duplicates(List<Site> sites) {
    for (Site site : sites) {
      if (site.directive().shape().isWellFormed()) {
        groups.computeIfAbsent(Key.of(site), key -> new ArrayList<>()).add(site);
      }
    }
  }

  /**
   * Returns whether another directive that the same builds take says the same and stands better.
   *
   * @throws Refusal if another one says something else
   */
  boolean isSuperfluous(Site site) throws Refusal {
    Key key = Key.of(site);
    List<Site> group = groups.getOrDefault(key, List.of());
    if (group.size() < 2) {
      return false;
    }
    Site first = group.get(0);
    Optional<Site> contradiction =
        contradictions.computeIfAbsent(
            key, fresh -> group.stream().filter(one -> !saysTheSame(one, first)).findFirst());
    if (contradiction.isPresent()) {
      Site other = saysTheSame(site, first) ? contradiction.get() : first;
      throw new Refusal(
          "two directives for "
              + site.local()
              + ", and the other, in "
              + other.file().path()
              + ":"
              + other.position()
              + ", says "
              + (other.symbol().isEmpty() ? "no symbol" : other.symbol()));
    }
    return !kept.computeIfAbsent(key, fresh -> best(group)).equals(site);
  }

  private static boolean saysTheSame(Site one, Site other) {
    return one.symbol().equals(other.symbol());
  }

  /** Returns the first that stands at its declaration, else the first in its file, or the first. */
  private static Site best(List<Site> group) {
    for (Site site : group) {
      if (site.declarations().stream().anyMatch(one -> isAt(site, one))) {
        return site;
      }
    }
    for (Site site : group) {
      if (site.declarations().stream().anyMatch(one -> one.file().equals(site.file()))) {
        return site;
      }
    }
    return group.get(0);
  }

  private static boolean isAt(Site site, Site.Declared declared) {
    int start = declared.declaration().span().start();
    int place = site.directive().span().start();
    return declared.file().equals(site.file())
        && place < start
        && site.file().tokens().startOfCommentsAbove(start) <= place;
  }
}
