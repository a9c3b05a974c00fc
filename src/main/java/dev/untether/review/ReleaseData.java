package dev.untether.review;

import dev.untether.access.AccessData;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The releases to judge by. */
public interface ReleaseData {

  /** Returns the data of Go 1.{@code minor}, if there is any. */
  Optional<AccessData> of(int minor);

  /** Returns the N of every release Go 1.N that there is data for. */
  SortedSet<Integer> releases();

  /** Returns the data that comes with this program. */
  static ReleaseData shipped() {
    return new ReleaseData() {
      @Override
      public Optional<AccessData> of(int minor) {
        return AccessData.of(minor);
      }

      @Override
      public SortedSet<Integer> releases() {
        return AccessData.releases();
      }
    };
  }

  /** Returns data of one release in place of what comes with this program. */
  static ReleaseData only(int release, AccessData data) {
    return new ReleaseData() {
      @Override
      public Optional<AccessData> of(int minor) {
        return minor == release ? Optional.of(data) : Optional.empty();
      }

      @Override
      public SortedSet<Integer> releases() {
        return new TreeSet<>(Set.of(release));
      }
    };
  }
}
