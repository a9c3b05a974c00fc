package dev.untether.campaign.plan;

import dev.untether.git.GitException;
import dev.untether.git.TreeListing;
import dev.untether.module.PathPattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which files of a repository a campaign leaves alone because somebody said so: the campaign by its
 * exclusions, or the owners of a directory by an opt-out file. One that is empty is about its whole
 * directory; else each line is a pattern of paths below it, {@code #} starting a comment. A pattern
 * without a slash is about names anywhere, and one that matches a directory about all in it.
 */
final class LeftAlone {
  private static final int MAX_BYTES = 64 << 10;
  private static final int MAX_PATTERNS = 1_000;

  private final List<PathPattern> excluded;
  private final Map<String, OptOut> optOuts;

  private LeftAlone(List<PathPattern> excluded, Map<String, OptOut> optOuts) {
    this.excluded = excluded;
    this.optOuts = optOuts;
  }

  /** An opt-out file: about everything below it, without patterns. */
  private record OptOut(String file, List<PathPattern> patterns) {}

  /**
   * Reads the opt-out files of a commit.
   *
   * @param exclude patterns of the campaign
   * @param files opt-out files, by directory
   */
  static LeftAlone of(List<String> exclude, Map<String, String> files, TreeListing listing)
      throws GitException {
    Map<String, OptOut> optOuts = new HashMap<>();
    for (Map.Entry<String, String> each : files.entrySet()) {
      // What cannot be understood keeps us out of everything: the safe way to be wrong.
      List<PathPattern> patterns =
          listing
              .content(each.getValue(), MAX_BYTES)
              .map(text -> patterns(new String(text, StandardCharsets.UTF_8).lines().toList()))
              .filter(some -> some.size() <= MAX_PATTERNS)
              .orElse(List.of());
      optOuts.put(each.getKey(), new OptOut(each.getValue(), patterns));
    }
    return new LeftAlone(patterns(exclude), optOuts);
  }

  private static List<PathPattern> patterns(List<String> lines) {
    List<PathPattern> patterns = new ArrayList<>();
    for (String line : lines) {
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      String plain = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
      if (plain.startsWith("/")) {
        patterns.add(PathPattern.of(plain.substring(1)));
      } else if (plain.startsWith("./")) {
        patterns.add(PathPattern.of(plain.substring(2)));
      } else {
        patterns.add(PathPattern.of(plain.indexOf('/') < 0 ? "**/" + plain : plain));
      }
    }
    return patterns;
  }

  /** Returns why a file, or a directory with everything in it, is left alone, if it is. */
  Optional<String> reason(String path) {
    if (matches(excluded, path)) {
      return Optional.of("the campaign excludes it");
    }
    String at = path;
    do {
      // A directory is kept out of by the file in it, too; files have none inside.
      OptOut optOut = optOuts.get(at);
      if (optOut != null) {
        String below =
            at.isEmpty() ? path : path.substring(Math.min(at.length() + 1, path.length()));
        if (optOut.patterns().isEmpty() || !below.isEmpty() && matches(optOut.patterns(), below)) {
          return Optional.of(optOut.file() + " keeps us out");
        }
      }
      if (at.isEmpty()) {
        return Optional.empty();
      }
      at = Paths.parent(at);
    } while (true);
  }

  private static boolean matches(List<PathPattern> patterns, String path) {
    if (patterns.isEmpty()) {
      return false;
    }
    for (String at = path; !at.isEmpty(); at = Paths.parent(at)) {
      for (PathPattern pattern : patterns) {
        if (pattern.matches(at)) {
          return true;
        }
      }
    }
    return false;
  }
}
