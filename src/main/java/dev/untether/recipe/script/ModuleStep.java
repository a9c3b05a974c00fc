package dev.untether.recipe.script;

import dev.untether.recipe.Recipe;
import java.util.List;
import java.util.Map;

/**
 * A step of a recipe about a module that is written in Java. To add one: a class that implements
 * this, one line in {@link #ALL}, one in {@link dev.untether.recipe.Action.Run#KNOWN}, and a
 * paragraph in {@code recipes/README.md}.
 */
interface ModuleStep {
  /** The steps by name; a test holds that descriptors know the same names. */
  Map<String, ModuleStep> ALL =
      Map.of(
          "remove-checklinkname", new CheckFlagRemoval(),
          "ci-matrix", new CiMatrix(),
          "linkname-section", new LinknameSection());

  /**
   * Does its work on one module.
   *
   * @param settings what the descriptor says, as far as it says something
   * @param files the files that the match is about, by path below the module's directory
   * @param draft takes the changes
   */
  void run(Recipe recipe, Map<String, String> settings, List<String> files, ModuleDraft draft);
}
