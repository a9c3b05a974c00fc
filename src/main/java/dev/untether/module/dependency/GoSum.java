package dev.untether.module.dependency;

import dev.untether.module.SourceReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;

/** The checksums of downloads that go.sum files vouch for. */
final class GoSum {
  private static final long MAX_BYTES = 64L << 20;
  // Other kinds may come; Go passes over what it does not know.
  private static final String KNOWN = "h1:";

  private final Map<ModuleVersion, Set<String>> sums = new HashMap<>();

  /** Takes in a file; one that is missing or broken vouches for nothing. */
  void read(Path file) {
    if (!(SourceReader.read(file, MAX_BYTES) instanceof SourceReader.Text read)) {
      return;
    }
    for (String line : read.text().toString().split("\n", -1)) {
      StringTokenizer fields = new StringTokenizer(line);
      if (fields.countTokens() == 3) {
        ModuleVersion module = new ModuleVersion(fields.nextToken(), fields.nextToken());
        String sum = fields.nextToken();
        if (sum.startsWith(KNOWN)) {
          sums.computeIfAbsent(module, m -> new HashSet<>()).add(sum);
        }
      }
    }
  }

  /**
   * Returns whether there is a checksum of the sources of {@code module}, and whether it is that of
   * the download.
   */
  Verification verify(ModuleVersion module, ModuleCache cache) {
    Set<String> known = sums.getOrDefault(module, Set.of());
    if (known.isEmpty()) {
      return Verification.UNKNOWN;
    }
    String downloaded = cache.checksumOf(module).orElse("");
    return downloaded.isEmpty() || known.contains(downloaded)
        ? Verification.VERIFIED
        : Verification.MISMATCH;
  }
}
