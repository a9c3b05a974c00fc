package dev.untether.module.dependency;

import dev.untether.module.GoMod;
import dev.untether.module.GoModDirective;
import dev.untether.module.SourceReader;
import dev.untether.module.dependency.BuildList.Origin;
import dev.untether.module.dependency.RequirementFiles.Requirement;
import dev.untether.text.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes a build list of what the go command lists, and of the go.mod files that it names. */
final class ListedModules {
  private static final long MAX_BYTES = 16L << 20;
  private static final String LISTS_ALL = "1.17";

  private final Problems problems;
  private final List<ListedModule> listed;
  private final Map<ModuleVersion, List<Requirement>> requirements = new HashMap<>();
  private final Set<String> named = new HashSet<>();
  private boolean allAreNamed = true;

  private ListedModules(Path directory, List<ListedModule> listed) {
    this.problems = new Problems(directory.toAbsolutePath().normalize());
    this.listed = listed;
    for (ListedModule module : listed) {
      if (module.main()) {
        read(module);
      }
    }
  }

  static BuildList of(Path directory, List<ListedModule> listed) {
    return new ListedModules(directory, listed).buildList();
  }

  private BuildList buildList() {
    Map<String, String> selected = new TreeMap<>();
    Map<ModuleVersion, ListedModule> byVersion = new HashMap<>();
    for (ListedModule module : listed) {
      selected.put(module.path(), module.version());
      byVersion.put(version(module), module);
    }
    List<ModuleVersion> mains =
        listed.stream().filter(ListedModule::main).map(ListedModules::version).toList();
    RequirementChains chains =
        new RequirementChains(
            mains,
            selected,
            module -> Optional.ofNullable(byVersion.get(module)).map(this::read).orElse(List.of()));
    List<BuildModule> modules = new ArrayList<>();
    for (ListedModule module : listed) {
      modules.add(module(module, chains));
    }
    // Main modules have an order of their own.
    modules.sort(
        Comparator.comparing(BuildModule::isMain)
            .reversed()
            .thenComparing(module -> module.isMain() ? "" : module.path()));
    Origin origin = mains.isEmpty() ? Origin.NONE : Origin.GO_LIST;
    return new BuildList(origin, modules, problems.sorted());
  }

  private static ModuleVersion version(ListedModule module) {
    return new ModuleVersion(module.path(), module.version());
  }

  private BuildModule module(ListedModule module, RequirementChains chains) {
    ModuleVersion version = version(module);
    boolean isRelevant = isRelevant(module);
    boolean isDownload =
        !module.main() && !module.replace().map(r -> r.version().isEmpty()).orElse(false);
    if (module.error().isPresent()) {
      problems.of(version, BuildList.MODULE_GRAPH, Severity.ERROR, module.error().get());
    } else if (module.dir().isEmpty() && isRelevant) {
      problems.of(
          version,
          BuildList.NOT_DOWNLOADED,
          Severity.WARNING,
          "is not downloaded: run go mod download " + module.path());
    }
    Verification verification =
        module.dir().isPresent() ? Verification.VERIFIED : Verification.UNKNOWN;
    return new BuildModule(
        version,
        module.main(),
        module.indirect(),
        isRelevant,
        module.replace(),
        module.dir(),
        module.goVersion(),
        isDownload ? verification : Verification.NOT_DOWNLOADED,
        chains.to(module.path()));
  }

  /** Returns whether packages of a module can be part of the build, as {@link BuildModule} says. */
  private boolean isRelevant(ListedModule module) {
    return module.main()
        || named.contains(module.path())
        || (!allAreNamed && (module.dir().isPresent() || module.sum().isPresent()));
  }

  private List<Requirement> read(ListedModule module) {
    List<Requirement> known = requirements.get(version(module));
    if (known == null) {
      known = module.goMod().map(file -> read(module, file)).orElse(List.of());
      requirements.put(version(module), known);
    }
    return known;
  }

  private List<Requirement> read(ListedModule module, Path file) {
    String shownAs = problems.shown(file);
    SourceReader.Result result = SourceReader.read(file, shownAs, MAX_BYTES);
    if (!(result instanceof SourceReader.Text read)) {
      return List.of();
    }
    // Its problems are not told: the go command took the file.
    GoMod goMod = GoMod.parseOfDependency(shownAs, read.text());
    List<Requirement> required = new ArrayList<>();
    for (GoModDirective.Require line : goMod.requirements()) {
      ModuleVersion needed = new ModuleVersion(line.path(), line.version());
      required.add(new Requirement(needed, line.indirect()));
      if (module.main()) {
        named.add(line.path());
        problems.named(line.path(), shownAs, line.position());
      }
    }
    if (module.main()) {
      problems.blame(shownAs);
      GoVersion goVersion = GoVersion.of(goMod.goVersion().orElse(""));
      allAreNamed &= goVersion.isAtLeast(LISTS_ALL);
    }
    return List.copyOf(required);
  }
}
