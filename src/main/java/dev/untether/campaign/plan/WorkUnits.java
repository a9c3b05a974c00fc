package dev.untether.campaign.plan;

import dev.untether.campaign.Origin;
import dev.untether.git.GitException;
import dev.untether.git.TreeListing;
import dev.untether.module.SourceKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The work units of a base commit, read out of its trees: no file is opened.
 *
 * <p>Modules are where {@link dev.untether.module.ModuleTree} finds them: a go.mod in the vendor
 * directory of a module makes none, nor does one where the go command does not look for packages;
 * these belong to the module around them. The files that no go.mod governs, as in trees that Bazel
 * builds, are taken by the first name of their path, and those of the root by themselves.
 */
final class WorkUnits {
  private static final String GO_MOD = "go.mod";
  private static final String ATTRIBUTES = ".gitattributes";

  private final SortedMap<String, WorkUnit> units;
  private final SortedMap<String, String> optOuts;
  private final Set<String> modules;

  private WorkUnits(
      SortedMap<String, WorkUnit> units, SortedMap<String, String> optOuts, Set<String> modules) {
    this.units = units;
    this.optOuts = optOuts;
    this.modules = modules;
  }

  /** Returns the units of a repository that hold something the campaign is about. */
  static WorkUnits of(Origin origin, TreeListing listing, String optOut) throws GitException {
    Set<String> modules = moduleDirectories(listing.modules().keySet());
    Survey survey = new Survey(origin, modules, optOut);
    listing.visit(List.of(""), survey);
    return new WorkUnits(survey.units(), survey.optOuts, modules);
  }

  /** Returns the units, by directory. */
  Collection<WorkUnit> all() {
    return units.values();
  }

  /** Returns the opt-out files, by the directories that they are in. */
  SortedMap<String, String> optOuts() {
    return optOuts;
  }

  /** Returns the directory of the unit that a file belongs to. */
  String ownerOf(String path) {
    return owner(Paths.parent(path), modules);
  }

  private static Set<String> moduleDirectories(Collection<String> withGoMod) {
    Set<String> modules = new HashSet<>();
    // Sorted, so that outer directories come before those in them.
    for (String directory : withGoMod) {
      if (!Paths.isPackageDirectory(directory)) {
        continue;
      }
      @Nullable String outer =
          directory.isEmpty() ? null : nearest(Paths.parent(directory), modules);
      boolean isVendored =
          outer != null
              && Paths.isAtOrBelow(directory, Paths.in(outer, "vendor"))
              && !directory.equals(Paths.in(outer, "vendor"));
      if (!isVendored) {
        modules.add(directory);
      }
    }
    return modules;
  }

  private static @Nullable String nearest(String directory, Set<String> modules) {
    for (String at = directory; ; at = Paths.parent(at)) {
      if (modules.contains(at)) {
        return at;
      }
      if (at.isEmpty()) {
        return null;
      }
    }
  }

  private static String owner(String directory, Set<String> modules) {
    @Nullable String module = nearest(directory, modules);
    return module != null ? module : Paths.top(directory);
  }

  /** One pass over everything that is in a commit. */
  private static final class Survey implements TreeListing.Visitor {
    private final Origin origin;
    private final Set<String> modules;
    private final String optOut;
    private final Set<String> aboveModules = new HashSet<>();
    private final Map<String, Draft> drafts = new TreeMap<>();
    private final Map<String, String> attributes = new HashMap<>();
    private final SortedMap<String, String> optOuts = new TreeMap<>();
    // Files of one directory come in a row.
    private String directory = "";
    private @Nullable Draft draft;
    private boolean isPackage;
    private boolean isCovered;

    Survey(Origin origin, Set<String> modules, String optOut) {
      this.origin = origin;
      this.modules = modules;
      this.optOut = optOut;
      for (String module : modules) {
        for (String at = module; !at.isEmpty() && aboveModules.add(Paths.parent(at)); ) {
          at = Paths.parent(at);
        }
      }
    }

    @Override
    public void visit(TreeListing.Entry entry) {
      String path = entry.path();
      Draft unit = draftOf(Paths.parent(path));
      String name = path.substring(path.lastIndexOf('/') + 1);
      unit.add(entry);
      unit.isWanted |= isCovered;
      if (name.equals(ATTRIBUTES)) {
        attributes.put(directory, entry.id());
      }
      if (name.equals(optOut)) {
        optOuts.put(directory, path);
      }
      if (aboveModules.contains(directory) || unit.isRootWithoutModule()) {
        unit.cover.add(path);
      } else if (unit.hasOthersInside) {
        unit.cover.add(coverOf(directory));
      }
      boolean source = SourceKind.of(name).isPresent();
      if (isPackage && (name.endsWith(".go") || name.endsWith(".s"))) {
        unit.hasSource = true;
        if (name.endsWith(".s") && unit.maySeeOthers()) {
          unit.assembly.add(path);
        }
      }
      if (entry.kind() == TreeListing.Kind.LINK && (source || name.equals(GO_MOD))) {
        unit.links.add(path);
      }
    }

    private Draft draftOf(String parent) {
      @Nullable Draft known = draft;
      if (known == null || !parent.equals(directory)) {
        directory = parent;
        isPackage = Paths.isPackageDirectory(parent);
        isCovered = origin.covers(parent);
        String owner = owner(parent, modules);
        known =
            drafts.computeIfAbsent(
                owner, it -> new Draft(it, modules.contains(it), aboveModules.contains(it)));
        draft = known;
      }
      return known;
    }

    /** Returns the outermost directory around a directory that has no module inside it. */
    private String coverOf(String of) {
      String cover = of;
      while (!cover.isEmpty() && !aboveModules.contains(Paths.parent(cover))) {
        cover = Paths.parent(cover);
      }
      return cover;
    }

    SortedMap<String, WorkUnit> units() {
      SortedMap<String, WorkUnit> units = new TreeMap<>();
      drafts.forEach(
          (path, unit) -> {
            if (unit.isWanted && (unit.isModule || unit.hasSource)) {
              units.put(path, unit.unit(attributesAbove(path)));
            }
          });
      return units;
    }

    private List<String> attributesAbove(String path) {
      List<String> above = new ArrayList<>();
      for (String at = path; !at.isEmpty(); ) {
        at = Paths.parent(at);
        above.add(attributes.getOrDefault(at, ""));
      }
      return above;
    }
  }

  /** A unit that is still growing. */
  private static final class Draft {
    private final String directory;
    private final boolean isModule;
    private final boolean hasOthersInside;
    private final MessageDigest digest = Hash.sha256();
    private final Set<String> cover = new LinkedHashSet<>();
    private final List<String> assembly = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private int files;
    private boolean hasSource;
    private boolean isWanted;

    Draft(String directory, boolean isModule, boolean hasOthersInside) {
      this.directory = directory;
      this.isModule = isModule;
      this.hasOthersInside = hasOthersInside;
    }

    boolean isRootWithoutModule() {
      return directory.isEmpty() && !isModule;
    }

    /** A module sees what is below its directory; code without a module, the whole tree. */
    boolean maySeeOthers() {
      return !isModule || hasOthersInside;
    }

    void add(TreeListing.Entry entry) {
      files++;
      String line = entry.kind() + " " + entry.id() + " " + entry.path() + "\0";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }

    WorkUnit unit(List<String> attributesAbove) {
      Hash whole = new Hash().add(digest.digest());
      attributesAbove.forEach(whole::add);
      List<String> paths = cover.isEmpty() ? List.of(directory) : List.copyOf(cover);
      return new WorkUnit(
          directory, isModule, whole.hex(), files, paths, hasOthersInside, assembly, links);
    }
  }
}
