package dev.untether.campaign.plan;

import dev.untether.git.Change;
import java.util.SortedMap;

/** A digest of paths and new texts: the same for the same change, whatever it was made from. */
public final class ContentDigest {
  private ContentDigest() {}

  /** Returns it as 64 hexadecimal digits. */
  public static String of(SortedMap<String, Change> changes) {
    Hash hash = new Hash();
    changes.forEach(
        (path, change) -> {
          hash.add(path).add(change.after().isPresent() ? "text" : "gone");
          change.after().ifPresent(text -> hash.add(text.bytes()));
        });
    return hash.hex();
  }
}
