package dev.untether.review.rule;

import dev.untether.review.ReviewRule;
import java.util.List;

/** The rules that a reviewer applies. */
public final class ReviewRules {
  private ReviewRules() {}

  /** Returns all rules that look at what stands around references. */
  public static List<ReviewRule> all() {
    return List.of(
        new Review(
            List.of(
                new ReleaseBoundRule(),
                new FallbackRule(),
                new MissingRationaleRule(),
                new TargetSourceRule(),
                new StaleRationaleRule(),
                new RationaleTodoRule(),
                new MeasuredGainRule(),
                new CiCoverageRule(),
                new ExportedTargetRule(),
                new OwnPackageTestRule(),
                new RemovalTriggerRule(),
                new SharedConstraintRule()),
            List.of(new CheckFlagRule())));
  }
}
