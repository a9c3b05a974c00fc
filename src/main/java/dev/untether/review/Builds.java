package dev.untether.review;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Every way to build that was asked for, by number: release, then target, then cgo. */
final class Builds {
  private final List<Build> all = new ArrayList<>();

  /**
   * One way to build.
   *
   * @param release the N of Go 1.N
   * @param target the operating system and architecture
   * @param cgo whether cgo is enabled
   */
  record Build(int release, Target target, boolean cgo) {}

  Builds(SortedSet<Target> targets, ReleaseRange releases, ReleaseData data) {
    for (int release = releases.first(); release <= releases.last(); release++) {
      Optional<AccessData> known = data.of(release);
      Set<Configuration> covered =
          known.map(it -> Set.copyOf(it.configurations())).orElseGet(HashSet::new);
      for (Target target : targets) {
        if (Targets.known().contains(target, release)) {
          add(release, target, covered);
        }
      }
    }
  }

  private void add(int release, Target target, Set<Configuration> covered) {
    boolean plain = covered.contains(new Configuration(target, /* cgo= */ false));
    boolean withCgo = covered.contains(new Configuration(target, /* cgo= */ true));
    // What no data covers is one unknown, not two.
    if (plain || !withCgo) {
      all.add(new Build(release, target, /* cgo= */ false));
    }
    if (withCgo) {
      all.add(new Build(release, target, /* cgo= */ true));
    }
  }

  int size() {
    return all.size();
  }

  Build get(int number) {
    return all.get(number);
  }

  /** Returns the builds of the releases in {@code range}. */
  BitSet of(ReleaseRange range) {
    BitSet found = new BitSet();
    for (int i = 0; i < all.size(); i++) {
      found.set(i, range.contains(all.get(i).release()));
    }
    return found;
  }

  /** Returns the builds for one of {@code targets}. */
  BitSet of(Set<Target> targets) {
    BitSet found = new BitSet();
    for (int i = 0; i < all.size(); i++) {
      found.set(i, targets.contains(all.get(i).target()));
    }
    return found;
  }

  /** Returns those of {@code choice} that take a file, when {@code tags} are given with -tags. */
  BitSet taking(BuildConstraint constraint, Set<String> tags, BitSet choice) {
    if (constraint.isAlwaysMet()) {
      return (BitSet) choice.clone();
    }
    BitSet found = new BitSet();
    for (int i = choice.nextSetBit(0); i >= 0; i = choice.nextSetBit(i + 1)) {
      Build build = all.get(i);
      if (constraint.matches(
          new BuildContext(build.target(), build.cgo(), tags, build.release()))) {
        found.set(i);
      }
    }
    return found;
  }
}
