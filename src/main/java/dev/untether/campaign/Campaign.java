package dev.untether.campaign;

import dev.untether.module.target.ReleaseRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a campaign file asks for. It is a desired state: plan and apply compare it with what is
 * there, and running either of them again changes nothing.
 *
 * @param name letters, digits, dots and dashes; pull requests of ours are known by it
 * @param sources where the repositories are
 * @param recipes what to run, in this order; the recommended ones, if empty
 * @param recipeFolder a folder with more recipes
 * @param go the releases that recipes are for; from each module's go line on, if empty
 * @param targets as {@code --target} takes them
 * @param includeGenerated whether generated Go files are edited
 * @param copies what becomes of copies of other people's code
 * @param verify whether each unit is proven with the real toolchain before it is pushed
 * @param optOut name of a file that keeps us out of the directory it lies in, and what is below
 * @param exclude paths that are left alone, in each repository
 */
public record Campaign(
    String name,
    List<Source> sources,
    List<RecipeUse> recipes,
    Optional<Path> recipeFolder,
    Optional<ReleaseRange> go,
    Optional<String> targets,
    boolean includeGenerated,
    Copies copies,
    Split split,
    Wording wording,
    ReviewRequest review,
    Limits limits,
    List<Wave> waves,
    boolean verify,
    String optOut,
    List<String> exclude) {

  /** Copies the lists. */
  public Campaign {
    sources = List.copyOf(sources);
    recipes = List.copyOf(recipes);
    waves = List.copyOf(waves);
    exclude = List.copyOf(exclude);
  }

  /**
   * A recipe with its options.
   *
   * @param id of a recipe or a composite
   */
  public record RecipeUse(String id, Map<String, String> options) {
    /** Copies the map. */
    public RecipeUse {
      options = Map.copyOf(options);
    }
  }

  /**
   * What becomes of copies of other people's code: {@code vendor/}, {@code third_party/}, forks.
   */
  public enum Copies {
    /** They are found and listed, and left alone. */
    REPORT,
    /** They are migrated like everything else; all copies of one file get the same fix. */
    MIGRATE,
  }

  /**
   * How the branch and the pull request of a unit are called: StringTemplate templates, which may
   * name {@code campaign}, {@code unit}, {@code owner}, {@code module} and {@code recipes}.
   */
  public record Wording(String branch, String title) {}

  /**
   * Who is asked to look.
   *
   * @param owners whether those that CODEOWNERS names are asked
   * @param autoMerge whether the forge is to merge once checks pass; off unless asked for
   */
  public record ReviewRequest(
      boolean draft,
      List<String> labels,
      boolean owners,
      List<String> reviewers,
      List<String> assignees,
      boolean autoMerge) {
    /** Copies the lists. */
    public ReviewRequest {
      labels = List.copyOf(labels);
      reviewers = List.copyOf(reviewers);
      assignees = List.copyOf(assignees);
    }
  }
}
