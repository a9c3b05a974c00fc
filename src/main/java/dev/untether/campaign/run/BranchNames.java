package dev.untether.campaign.run;

import dev.untether.campaign.Origin;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The branches of the units of one origin. A unit whose first pull request is over gets another
 * branch for the next: the first may still be there, and pages of the forge lead to it.
 */
final class BranchNames {
  private static final String AGAIN = "-again-";
  private static final Pattern FURTHER = Pattern.compile("(.+)" + AGAIN + "[0-9]{1,6}");

  private final Map<String, String> first = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private BranchNames() {}

  static BranchNames of(Origin origin, List<PlannedUnit> units, Words words) {
    BranchNames names = new BranchNames();
    List<String> branches = words.branches(origin, units);
    for (int i = 0; i < units.size(); i++) {
      names.first.put(units.get(i).id(), branches.get(i));
      names.taken.add(branches.get(i));
    }
    return names;
  }

  /** Returns the name of a unit's first branch. */
  Optional<String> first(String unit) {
    return Optional.ofNullable(first.get(unit));
  }

  /** Returns whether we would give a branch of this unit that name, now or some day. */
  boolean isNameOf(PlannedUnit unit, String branch) {
    String name = first.get(unit.id());
    if (branch.equals(name)) {
      return true;
    }
    Matcher further = FURTHER.matcher(branch);
    return !taken.contains(branch) && further.matches() && further.group(1).equals(name);
  }

  /**
   * Returns the name of a unit's next branch.
   *
   * @param used whether it cannot have a name: those of its earlier ones, and of open ones of other
   *     units
   */
  String free(PlannedUnit unit, Predicate<String> used) {
    String name = first.getOrDefault(unit.id(), unit.id());
    String free = name;
    for (int i = 2; used.test(free) || !free.equals(name) && taken.contains(free); i++) {
      free = name + AGAIN + i;
    }
    return free;
  }
}
