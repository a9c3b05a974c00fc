package dev.untether.recipe.golang;

import dev.untether.recipe.Recipe;
import java.util.List;
import java.util.Map;

/**
 * A step of a recipe about Go packages that is written in Java. To add one: a class that implements
 * this, one line in {@link #ALL}, one in {@link dev.untether.recipe.Action.Run#KNOWN}, and a
 * paragraph in {@code recipes/README.md}.
 */
interface PackageStep {
  /** The steps by name; a test holds that descriptors know the same names. */
  Map<String, PackageStep> ALL =
      Map.of(
          "fence-releases", new ReleaseFence(),
          "split-pulls", new PullSplit(),
          "keep-rationale", new RationaleBlock(),
          "repair-directives", new DirectiveRepair(),
          "create-beside", new CreateBeside(),
          "export-for-tests", new ExportForTests(),
          "opt-out", new OptOut());

  /**
   * Does its work on one package.
   *
   * @param settings what the descriptor says, as far as it says something
   * @param sites the directives that the match is about, at least one, all in files that may be
   *     edited
   * @param draft takes the changes and what there is to say about single places
   * @throws Refusal for what concerns all of them
   */
  void run(Recipe recipe, Map<String, String> settings, List<Site> sites, PackageDraft draft)
      throws Refusal;

  /** Returns the step that descriptors call {@code name}. */
  static PackageStep named(String name) throws Refusal {
    PackageStep step = ALL.get(name);
    if (step == null) {
      throw new Refusal("the step " + name + " is not one about Go packages");
    }
    return step;
  }
}
