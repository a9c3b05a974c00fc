package dev.untether.module.linkname;

import dev.untether.module.target.BuildContext;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The different ways in which the files of one directory are put together, over targets, releases,
 * cgo and tags. Tags are tried out one at a time, and all together: what a file asks for beyond
 * that is answered by building it beside the files of a plain build.
 */
final class PackageBuilds {
  private final List<PackageSource> sources;
  private final ReleaseRange releases;
  private final Set<String> tags = new TreeSet<>();
  private final SortedSet<Integer> minors = new TreeSet<>();
  private final Map<Key, Build> builds = new LinkedHashMap<>();

  private PackageBuilds(List<PackageSource> sources, ReleaseRange releases) {
    this.sources = sources;
    this.releases = releases;
  }

  /**
   * Files that are compiled together.
   *
   * @param sources the files
   * @param release the release, Go 1.N
   * @param plain whether this is what one gets without any tags, by the newest release
   */
  record Build(List<PackageSource> sources, int release, boolean plain) {}

  private record Key(BitSet files, int release) {}

  private record Setting(boolean cgo, Set<String> tags, int release, boolean plain) {}

  /** Returns every different build of {@code sources}, plain ones first for each target. */
  static List<Build> of(List<PackageSource> sources, ReleaseRange releases) {
    PackageBuilds all = new PackageBuilds(sources, releases);
    all.collect();
    return List.copyOf(all.builds.values());
  }

  private void collect() {
    SortedSet<Target> targets = new TreeSet<>();
    for (PackageSource source : sources) {
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
        PackageSource source = sources.get(i);
        if (source.targets().contains(target) && source.constraint().matches(context)) {
          taken.set(i);
        }
      }
      covered.or(taken);
      if (plain.isEmpty()) {
        plain.or(taken);
      }
      add(taken, setting);
    }
    for (int i = 0; i < sources.size(); i++) {
      if (!covered.get(i) && sources.get(i).targets().contains(target)) {
        BitSet taken = (BitSet) plain.clone();
        taken.set(i);
        add(taken, new Setting(/* cgo= */ true, Set.of(), newest(target), /* plain= */ false));
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
  private void add(BitSet taken, Setting setting) {
    BitSet product = new BitSet();
    BitSet tested = new BitSet();
    BitSet external = new BitSet();
    for (int i = taken.nextSetBit(0); i >= 0; i = taken.nextSetBit(i + 1)) {
      PackageSource source = sources.get(i);
      if (source.isExternalTest()) {
        external.set(i);
        continue;
      }
      tested.set(i);
      if (!source.isTest()) {
        product.set(i);
      }
    }
    for (BitSet part : List.of(product, tested, external)) {
      if (!part.isEmpty()) {
        addByName(part, setting);
      }
    }
  }

  /** Adds a build for each package name: two packages in one directory are two builds. */
  private void addByName(BitSet part, Setting setting) {
    Map<String, BitSet> names = new TreeMap<>();
    for (int i = part.nextSetBit(0); i >= 0; i = part.nextSetBit(i + 1)) {
      names.computeIfAbsent(sources.get(i).packageName(), name -> new BitSet()).set(i);
    }
    for (BitSet files : names.values()) {
      Key key = new Key(files, setting.release());
      Build known = builds.get(key);
      if (known == null || setting.plain() && !known.plain()) {
        List<PackageSource> compiled = files.stream().mapToObj(sources::get).toList();
        builds.put(key, new Build(compiled, setting.release(), setting.plain()));
      }
    }
  }
}
