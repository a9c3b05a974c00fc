package dev.untether.campaign;

import dev.untether.forge.Metadata;
import dev.untether.forge.Proposal;
import java.util.List;

/** How units are called and described. The same unit gets the same words in every run. */
public interface Words {
  /**
   * Returns the branches of units of one origin, in their order: names that git takes, no two the
   * same.
   *
   * @throws IllegalArgumentException when there is no name for one; says which and why
   */
  List<String> branches(Origin origin, List<PlannedUnit> units);

  /**
   * Returns the pull request of a unit as it should be.
   *
   * @param proved what is pushed of it, and why that is right
   * @param metadata what its body is to say to programs
   * @throws IllegalArgumentException when it cannot be put into words; says why
   */
  Proposal proposal(
      Origin origin, PlannedUnit unit, String branch, Proved proved, Metadata metadata);

  /** Returns a body that says other things to programs, and to people the same. */
  String body(String body, Metadata metadata);
}
