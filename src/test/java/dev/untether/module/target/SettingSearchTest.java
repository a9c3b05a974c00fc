package dev.untether.module.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares the list of targets with trying out every setting, on random expressions. */
final class SettingSearchTest {
  private static final List<String> FREE = List.of("cgo", "race", "purego", "custom");
  private static final List<String> FIXED = List.of("linux", "amd64", "unix", "darwin", "go1.26");
  private static final ReleaseRange RANGE = new ReleaseRange(25, 26);
  private static final Targets KNOWN = Targets.known();

  @Test
  void findsWhatTryingOutEverySettingFinds() {
    Random random = new Random(20261121);
    for (int i = 0; i < 1000; i++) {
      String expression = expression(random, 4);
      BuildConstraint constraint =
          BuildConstraint.of("x.s", SourceText.of("//go:build " + expression + "\n\n"));

      assertThat(constraint.targets(KNOWN, RANGE))
          .as(expression)
          .isEqualTo(byTryingOut(constraint));
    }
  }

  private static SortedSet<Target> byTryingOut(BuildConstraint constraint) {
    SortedSet<Target> found = new TreeSet<>();
    for (int release = RANGE.first(); release <= RANGE.last(); release++) {
      for (Target target : KNOWN.of(ReleaseRange.only(release))) {
        for (int setting = 0; setting < 1 << FREE.size(); setting++) {
          Set<String> tags = new HashSet<>();
          for (int bit = 0; bit < FREE.size(); bit++) {
            if ((setting >> bit & 1) == 1) {
              tags.add(FREE.get(bit));
            }
          }
          if (constraint.matches(new BuildContext(target, /* cgo= */ false, tags, release))) {
            found.add(target);
          }
        }
      }
    }
    return found;
  }

  private static String expression(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      List<String> tags = random.nextBoolean() ? FREE : FIXED;
      return tags.get(random.nextInt(tags.size()));
    }
    String left = "(" + expression(random, depth - 1) + ")";
    return switch (random.nextInt(3)) {
      case 0 -> "!" + left;
      case 1 -> left + " && (" + expression(random, depth - 1) + ")";
      default -> left + " || (" + expression(random, depth - 1) + ")";
    };
  }
}
