package dev.untether.campaign.plan;

import dev.untether.git.GitException;
import dev.untether.git.TreeListing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a work unit looks at beyond itself: headers of modules inside it, headers elsewhere when no
 * module limits its view, and source files that its links lead to. An outcome that follows from
 * such files is not kept, for the digest of the unit does not tell when they change.
 *
 * @param files those of them that are there
 * @param isBeyond whether it looks beyond itself at all; what it looks for there need not exist
 */
record Reach(List<String> files, boolean isBeyond) {
  private static final Pattern INCLUDE =
      Pattern.compile("^[ \\t]*#[ \\t]*include[ \\t]+\"([^\"\\n]+)\"", Pattern.MULTILINE);

  private static final int MAX_BYTES = 16 << 20;

  Reach {
    files = List.copyOf(files);
  }

  /** Returns what a unit looks at beyond itself. */
  static Reach of(WorkUnit unit, WorkUnits units, TreeListing listing) throws GitException {
    return new Search(unit, units, listing).search();
  }

  /** One search. */
  private static final class Search {
    private final WorkUnit unit;
    private final WorkUnits units;
    private final TreeListing listing;
    private final Set<String> files = new LinkedHashSet<>();
    private boolean isBeyond;

    Search(WorkUnit unit, WorkUnits units, TreeListing listing) {
      this.unit = unit;
      this.units = units;
      this.listing = listing;
    }

    Reach search() throws GitException {
      for (String link : unit.links()) {
        Optional<String> target = listing.linkTarget(link);
        if (target.isPresent()) {
          String file = Paths.resolve(Paths.parent(link), target.get());
          if (target.get().startsWith("/") || isOutside(file)) {
            isBeyond = true;
            addIfThere(file);
          }
        }
      }
      for (String file : unit.assembly()) {
        follow(file);
      }
      return new Reach(new ArrayList<>(files), isBeyond);
    }

    private boolean isOutside(String file) {
      return !units.ownerOf(file).equals(unit.directory());
    }

    private void addIfThere(String file) throws GitException {
      if (!file.startsWith("../") && listing.content(file, MAX_BYTES).isPresent()) {
        files.add(file);
      }
    }

    /**
     * Follows the includes of a file. Those of its headers too start from the file's own directory,
     * as the assembler has it.
     */
    private void follow(String assembly) throws GitException {
      String directory = Paths.parent(assembly);
      Set<String> seen = new HashSet<>(Set.of(assembly));
      Deque<String> due = new ArrayDeque<>(Set.of(assembly));
      while (!due.isEmpty()) {
        String file = due.remove();
        Optional<byte[]> text = listing.content(file, MAX_BYTES);
        if (text.isEmpty()) {
          continue;
        }
        // Latin 1 keeps bytes apart, and is never malformed.
        Matcher include = INCLUDE.matcher(new String(text.get(), StandardCharsets.ISO_8859_1));
        while (include.find()) {
          byte[] name = include.group(1).getBytes(StandardCharsets.ISO_8859_1);
          String header = Paths.resolve(directory, new String(name, StandardCharsets.UTF_8));
          if (!seen.add(header) || header.startsWith("../") || !isVisible(header)) {
            continue;
          }
          if (isOutside(header)) {
            isBeyond = true;
            addIfThere(header);
          }
          due.add(header);
        }
      }
    }

    /** A module's code cannot reach out of its directory; see AssemblyLoader. */
    private boolean isVisible(String header) {
      return !unit.isModule() || Paths.isAtOrBelow(header, unit.directory());
    }
  }
}
