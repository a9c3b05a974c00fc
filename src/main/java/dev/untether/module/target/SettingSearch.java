package dev.untether.module.target;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The question whether conditions can hold on a target for some setting of the tags that are free.
 *
 * <p>A free tag that occurs only plain, or only negated, is set the way that helps. The few that
 * occur both ways are tried out. Beyond eight of those, each occurrence is taken the way that
 * helps: the answer can then be a yes too many, never a no too many.
 */
final class SettingSearch {
  private static final int MAX_TRIED_OUT = 8;

  private final List<TagExpression> conditions;
  private final List<String> contested;
  private final boolean dependsOnRelease;
  private final boolean dependsOnLevel;

  SettingSearch(List<TagExpression> conditions) {
    this.conditions = conditions;
    Set<String> plain = new TreeSet<>();
    Set<String> negated = new LinkedHashSet<>();
    boolean release = false;
    boolean level = false;
    for (TagExpression condition : conditions) {
      condition.holds(
          (tag, positive) -> {
            (positive ? plain : negated).add(canonical(tag));
            return true;
          });
    }
    Set<String> all = new LinkedHashSet<>(plain);
    all.addAll(negated);
    for (String tag : all) {
      release |= ReleaseTag.is(tag);
      level |= ArchitectureLevels.isTag(tag);
    }
    plain.retainAll(negated);
    plain.removeIf(tag -> !isFree(tag));
    this.contested = List.copyOf(plain);
    this.dependsOnLevel = level;
    // Which levels there are is a matter of the release too.
    this.dependsOnRelease = release || level;
  }

  /** Returns whether the answer can differ between releases. */
  boolean dependsOnRelease() {
    return dependsOnRelease;
  }

  /** Returns whether some build for {@code target} by Go 1.{@code minor} meets the conditions. */
  boolean canHold(Target target, int minor) {
    List<Set<String>> levels =
        dependsOnLevel ? ArchitectureLevels.settings(target, minor) : List.of(Set.of());
    for (Set<String> level : levels) {
      if (!holds(target, minor, level, /* choice= */ -1)) {
        continue;
      }
      if (contested.isEmpty() || contested.size() > MAX_TRIED_OUT) {
        return true;
      }
      for (int choice = 0; choice < 1 << contested.size(); choice++) {
        if (holds(target, minor, level, choice)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Returns whether the conditions hold when bit i of {@code choice} sets the i-th contested tag; a
   * negative choice takes every free tag the way that helps.
   */
  private boolean holds(Target target, int minor, Set<String> level, int choice) {
    TagExpression.Literals literals =
        (tag, positive) -> {
          if (Platforms.isTag(tag)) {
            return Platforms.sets(target, tag) == positive;
          }
          if (ReleaseTag.is(tag)) {
            return ReleaseTag.isSet(tag, minor) == positive;
          }
          if (ArchitectureLevels.isTag(tag)) {
            return level.contains(tag) == positive;
          }
          if (!isFree(tag)) {
            return tag.equals("gc") == positive;
          }
          int index = choice < 0 ? -1 : contested.indexOf(canonical(tag));
          return index < 0 || ((choice >> index & 1) == 1) == positive;
        };
    for (TagExpression condition : conditions) {
      if (!condition.holds(literals)) {
        return false;
      }
    }
    return true;
  }

  private static String canonical(String tag) {
    // An old name that go/build still answers to.
    return tag.equals("boringcrypto") ? "goexperiment.boringcrypto" : tag;
  }

  private static boolean isFree(String tag) {
    return !Platforms.isTag(tag)
        && !ReleaseTag.is(tag)
        && !ArchitectureLevels.isTag(tag)
        && !tag.equals("gc")
        && !tag.equals("gccgo")
        && !tag.equals("ignore");
  }
}
