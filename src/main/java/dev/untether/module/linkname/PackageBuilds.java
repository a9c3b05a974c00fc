package dev.untether.module.linkname;

import dev.untether.module.target.BuildContext;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The different ways in which the files of one directory are put together, over targets, releases,
 * cgo and tags. Tags are tried out one at a time, and all together: what a file asks for beyond
 * that is answered by building it beside the files of a plain build.
 */
final class PackageBuilds {
  // Tags that the go command sets itself, for targets that can do it, and not for every target.
  private static final Set<String> INSTRUMENTATION = Set.of("race", "msan", "asan");

  private final List<BuildFile> sources;
  private final ReleaseRange releases;
  private final Set<String> tags = new TreeSet<>();
  private final SortedSet<Integer> minors = new TreeSet<>();
  private final Map<Key, Build> builds = new LinkedHashMap<>();

  private PackageBuilds(List<BuildFile> sources, ReleaseRange releases) {
    this.sources = sources;
    this.releases = releases;
  }

  /**
   * Files that are compiled together.
   *
   * @param sources the Go files
   * @param assembly the assembly files that are put beside them
   * @param release the release, Go 1.N
   * @param plain whether this is what one gets without any tags, by the newest release
   * @param settings for each target how to get it, in the simplest way; without targets that only
   *     get it in a way nobody would ask for
   */
  record Build(
      List<PackageSource> sources,
      List<AssemblyPart> assembly,
      int release,
      boolean plain,
      SortedMap<Target, Setting> settings) {}

  private record Key(BitSet files, int release) {}

  /**
   * The settings of a build, beside its target.
   *
   * @param cgo whether cgo is enabled
   * @param tags what {@code -tags} sets
   * @param release the release, Go 1.N
   * @param plain whether there are no tags, and it is the newest release
   */
  record Setting(boolean cgo, Set<String> tags, int release, boolean plain) {
    /** Tags that were thought up here to be set together may never be set together. */
    private boolean isRealistic() {
      return tags.size() <= 1 && Collections.disjoint(tags, INSTRUMENTATION);
    }
  }

  /**
   * Returns every different build of {@code sources}, plain ones first for each target.
   *
   * @param assembly the assembly files to put beside them, where these matter
   */
  static List<Build> of(
      List<PackageSource> sources, List<AssemblyPart> assembly, ReleaseRange releases) {
    List<BuildFile> files = new ArrayList<>(sources);
    files.addAll(assembly);
    PackageBuilds all = new PackageBuilds(files, releases);
    all.collect();
    return List.copyOf(all.builds.values());
  }

  private void collect() {
    SortedSet<Target> targets = new TreeSet<>();
    for (BuildFile source : sources) {
      targets.addAll(source.targets());
      tags.addAll(source.constraint().settableTags());
      for (int minor : source.constraint().releasesAskedFor()) {
        minors.add(minor);
        minors.add(minor - 1);
      }
    }
    minors.removeIf(minor -> !releases.contains(minor));
    for (Target target : targets) {
      collect(target);
    }
  }

  private void collect(Target target) {
    BitSet covered = new BitSet();
    BitSet plain = new BitSet();
    for (Setting setting : settings(target)) {
      BuildContext context =
          new BuildContext(target, setting.cgo(), setting.tags(), setting.release());
      BitSet taken = new BitSet();
      for (int i = 0; i < sources.size(); i++) {
        BuildFile source = sources.get(i);
        if (source.targets().contains(target) && source.isTakenBy(context)) {
          taken.set(i);
        }
      }
      covered.or(taken);
      if (plain.isEmpty()) {
        plain.or(taken);
      }
      add(taken, setting, setting.isRealistic() ? Optional.of(target) : Optional.empty());
    }
    for (int i = 0; i < sources.size(); i++) {
      if (!covered.get(i) && sources.get(i).targets().contains(target)) {
        BitSet taken = (BitSet) plain.clone();
        taken.set(i);
        add(
            taken,
            new Setting(/* cgo= */ true, Set.of(), newest(target), /* plain= */ false),
            Optional.empty());
      }
    }
  }

  private List<Setting> settings(Target target) {
    int newest = newest(target);
    List<Set<String>> choices = new ArrayList<>();
    choices.add(Set.of());
    tags.forEach(tag -> choices.add(Set.of(tag)));
    if (tags.size() > 1) {
      choices.add(Set.copyOf(tags));
    }
    SortedSet<Integer> asked = new TreeSet<>(minors);
    asked.removeIf(minor -> !Targets.known().contains(target, minor));
    asked.remove(newest);
    List<Setting> settings = new ArrayList<>();
    for (Set<String> choice : choices) {
      for (boolean cgo : new boolean[] {true, false}) {
        settings.add(new Setting(cgo, choice, newest, choice.isEmpty()));
        for (int minor : asked) {
          settings.add(new Setting(cgo, choice, minor, /* plain= */ false));
        }
      }
    }
    return settings;
  }

  private int newest(Target target) {
    for (int minor = releases.last(); minor > releases.first(); minor--) {
      if (Targets.known().contains(target, minor)) {
        return minor;
      }
    }
    return releases.first();
  }

  /** Adds the package without tests, with its own tests, and the tests outside of it. */
  private void add(BitSet taken, Setting setting, Optional<Target> target) {
    BitSet product = new BitSet();
    BitSet tested = new BitSet();
    BitSet external = new BitSet();
    for (int i = taken.nextSetBit(0); i >= 0; i = taken.nextSetBit(i + 1)) {
      // Assembly belongs to the package, whatever its name, and never to the tests outside of it.
      Optional<PackageSource> source = goFile(i);
      if (source.isPresent() && source.get().isExternalTest()) {
        external.set(i);
        continue;
      }
      tested.set(i);
      if (source.isEmpty() || !source.get().isTest()) {
        product.set(i);
      }
    }
    for (BitSet part : List.of(product, tested, external)) {
      if (!part.isEmpty()) {
        addByName(part, setting, target);
      }
    }
  }

  /** Adds a build for each package name: two packages in one directory are two builds. */
  private void addByName(BitSet part, Setting setting, Optional<Target> target) {
    Map<String, BitSet> names = new TreeMap<>();
    BitSet assembly = new BitSet();
    for (int i = part.nextSetBit(0); i >= 0; i = part.nextSetBit(i + 1)) {
      Optional<PackageSource> source = goFile(i);
      if (source.isPresent()) {
        names.computeIfAbsent(source.get().packageName(), name -> new BitSet()).set(i);
      } else {
        assembly.set(i);
      }
    }
    for (BitSet files : names.values()) {
      files.or(assembly);
      Key key = new Key(files, setting.release());
      Build known = builds.get(key);
      SortedMap<Target, Setting> settings = known == null ? new TreeMap<>() : known.settings();
      target.ifPresent(it -> settings.putIfAbsent(it, setting));
      if (known == null || setting.plain() && !known.plain()) {
        builds.put(key, build(files, setting, settings));
      }
    }
  }

  private Build build(BitSet files, Setting setting, SortedMap<Target, Setting> settings) {
    List<PackageSource> go = new ArrayList<>();
    List<AssemblyPart> assembly = new ArrayList<>();
    for (int i = files.nextSetBit(0); i >= 0; i = files.nextSetBit(i + 1)) {
      if (sources.get(i) instanceof PackageSource source) {
        go.add(source);
      } else if (sources.get(i) instanceof AssemblyPart part) {
        assembly.add(part);
      }
    }
    return new Build(go, assembly, setting.release(), setting.plain(), settings);
  }

  private Optional<PackageSource> goFile(int index) {
    return sources.get(index) instanceof PackageSource source
        ? Optional.of(source)
        : Optional.empty();
  }
}
