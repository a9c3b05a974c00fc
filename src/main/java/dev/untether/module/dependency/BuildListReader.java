package dev.untether.module.dependency;

import dev.untether.module.GoModDirective;
import dev.untether.module.dependency.BuildList.Origin;
import dev.untether.module.dependency.RequirementFiles.Requirement;
import dev.untether.module.dependency.RequirementFiles.Summary;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the build list of a directory from files. */
final class BuildListReader {
  // From this version on, go uses a vendor directory without being told to.
  private static final String VENDORS_BY_DEFAULT = "1.14";

  private final GoEnvironment environment;
  private final Problems problems;
  private final ModuleCache cache;
  private final MainModules mains;
  private final Replacements replacements;
  private final RequirementFiles files;
  private final GoSum sums = new GoSum();
  // The paths that a go.mod of a main module names, and whether one does as a direct requirement.
  private final Map<String, Boolean> named = new HashMap<>();

  BuildListReader(Path directory, GoEnvironment environment) {
    Path root = directory.toAbsolutePath().normalize();
    this.environment = environment;
    this.problems = new Problems(root);
    this.cache = ModuleCache.of(environment);
    this.mains = MainModules.find(root, environment, problems);
    this.replacements = new Replacements(mains, problems);
    this.files = new RequirementFiles(mains, replacements, cache, problems);
  }

  BuildList read() {
    if (mains.modules().isEmpty()) {
      return new BuildList(Origin.NONE, List.of(), problems.sorted());
    }
    for (MainModules.Main main : mains.modules()) {
      sums.read(main.directory().resolve("go.sum"));
      nameRequirementsOf(main);
    }
    mains.workspace().ifPresent(work -> sums.read(work.file().resolveSibling("go.work.sum")));
    Path vendor = mains.directory().resolve("vendor");
    if (usesVendor(vendor)) {
      VendorList list = VendorList.read(vendor);
      List<String> contradictions = list.contradictions(mains, replacements);
      if (contradictions.isEmpty()) {
        return vendored(list, vendor);
      }
      String file = problems.shown(vendor.resolve("modules.txt"));
      for (String contradiction : contradictions) {
        problems.add(
            BuildList.VENDOR,
            Severity.WARNING,
            file,
            Finding.WHOLE_FILE,
            contradiction + "; run go mod vendor");
      }
    }
    return downloaded();
  }

  private void nameRequirementsOf(MainModules.Main main) {
    if (mains.workspace().isPresent()) {
      // There, directRequirements of modload looks at excluded versions too.
      for (GoModDirective.Require line : main.goMod().requirements()) {
        named.merge(line.path(), !line.indirect(), Boolean::logicalOr);
      }
      return;
    }
    for (Requirement requirement : rootsOf(main)) {
      named.merge(requirement.module().path(), !requirement.indirect(), Boolean::logicalOr);
    }
  }

  private List<Requirement> rootsOf(MainModules.Main main) {
    return files.of(main.version()).map(Summary::requirements).orElse(List.of());
  }

  /** Returns whether go build would look into {@code vendor}; see setDefaultBuildMod of modload. */
  private boolean usesVendor(Path vendor) {
    String flag = environment.modFlag();
    if (!flag.isEmpty()) {
      return flag.equals("vendor");
    }
    Optional<String> goVersion =
        mains.workspace().isPresent()
            ? mains.workspace().get().goWork().goVersion()
            : mains.modules().get(0).goMod().goVersion();
    return goVersion.map(GoVersion::of).filter(go -> go.isAtLeast(VENDORS_BY_DEFAULT)).isPresent()
        && Files.isDirectory(vendor)
        && VendorList.read(vendor).isOfWorkspace() == mains.workspace().isPresent();
  }

  private BuildList vendored(VendorList list, Path vendor) {
    Map<String, String> selected = new TreeMap<>();
    for (MainModules.Main main : mains.modules()) {
      for (Requirement requirement : rootsOf(main)) {
        selected.merge(
            requirement.module().path(), requirement.module().version(), BuildListReader::later);
      }
    }
    for (ModuleVersion module : list.modules()) {
      selected.merge(module.path(), module.version(), BuildListReader::later);
    }
    mains.modules().forEach(main -> selected.put(main.path(), ""));
    // Chains are there as far as the module cache happens to tell.
    RequirementFiles quiet =
        new RequirementFiles(mains, replacements, cache, new Problems(mains.directory()));
    RequirementChains chains = chains(selected, m -> requirements(quiet, m));
    List<BuildModule> modules = mainModules();
    for (ModuleVersion module : othersOf(selected)) {
      modules.add(
          new BuildModule(
              module,
              /* isMain= */ false,
              !named.getOrDefault(module.path(), false),
              list.hasPackagesOf(module),
              replacements.of(module).map(Replacements.Replacement::module),
              list.directoryOf(module, vendor),
              list.goVersion(module),
              Verification.NOT_DOWNLOADED,
              chains.to(module.path())));
    }
    return new BuildList(Origin.VENDOR, modules, problems.sorted());
  }

  private static String later(String a, String b) {
    return ModuleVersion.compareVersions(a, b) >= 0 ? a : b;
  }

  private static List<Requirement> requirements(RequirementFiles files, ModuleVersion module) {
    return files.of(module).map(Summary::requirements).orElse(List.of());
  }

  private RequirementChains chains(
      Map<String, String> selected, Function<ModuleVersion, List<Requirement>> requirements) {
    List<ModuleVersion> starts = mains.modules().stream().map(MainModules.Main::version).toList();
    return new RequirementChains(starts, selected, requirements);
  }

  private List<ModuleVersion> othersOf(Map<String, String> selected) {
    Set<String> paths = new HashSet<>();
    mains.modules().forEach(main -> paths.add(main.path()));
    List<ModuleVersion> others = new ArrayList<>();
    selected.forEach(
        (path, version) -> {
          if (!paths.contains(path)) {
            others.add(new ModuleVersion(path, version));
          }
        });
    return others;
  }

  private List<BuildModule> mainModules() {
    List<BuildModule> modules = new ArrayList<>();
    for (MainModules.Main main : mains.modules()) {
      modules.add(
          new BuildModule(
              main.version(),
              /* isMain= */ true,
              /* isIndirect= */ false,
              /* isRelevant= */ true,
              Optional.empty(),
              Optional.of(main.directory()),
              main.goMod().goVersion(),
              Verification.NOT_DOWNLOADED,
              List.of(main.version())));
    }
    return modules;
  }

  private BuildList downloaded() {
    ModuleGraph graph = ModuleGraph.of(mains, files);
    checkRoots(graph);
    RequirementChains chains = chains(graph.selected(), graph::requirements);
    problems.addAll(cache.problems());
    reportMissingFiles();
    List<BuildModule> modules = mainModules();
    for (ModuleVersion module : othersOf(graph.selected())) {
      modules.add(module(module, chains));
    }
    Origin origin = mains.workspace().isPresent() ? Origin.GO_WORK : Origin.GO_MOD;
    return new BuildList(origin, modules, problems.sorted());
  }

  /** Reports requirements of a single main module that go build would ask to raise first. */
  private void checkRoots(ModuleGraph graph) {
    if (mains.workspace().isPresent()) {
      return;
    }
    for (Requirement root : rootsOf(mains.modules().get(0))) {
      ModuleVersion module = root.module();
      String used = graph.selected().getOrDefault(module.path(), "");
      if (!used.equals(module.version())) {
        problems.of(
            module,
            BuildList.MODULE_GRAPH,
            Severity.WARNING,
            "is required, but "
                + (used.isEmpty() ? "the main module itself" : used)
                + " is used; run go mod tidy");
      }
    }
  }

  private void reportMissingFiles() {
    if (cache.root().isEmpty()) {
      return;
    }
    for (ModuleVersion module : files.missing()) {
      problems.of(
          module,
          BuildList.NOT_DOWNLOADED,
          isRelevant(module, sums.verify(actual(module), cache)) ? Severity.WARNING : Severity.NOTE,
          "has a go.mod that is not downloaded: run go mod download " + module.path());
    }
  }

  /**
   * Returns whether packages of a module can be part of the build. Main modules that list all they
   * need name every such module; for older ones, go.sum has the sources of those modules only.
   */
  private boolean isRelevant(ModuleVersion module, Verification verification) {
    return named.containsKey(module.path())
        || (verification != Verification.UNKNOWN
            && mains.modules().stream()
                .anyMatch(main -> !files.of(main.version()).map(Summary::listsAll).orElse(false)));
  }

  private BuildModule module(ModuleVersion module, RequirementChains chains) {
    Optional<Replacements.Replacement> replacement = replacements.of(module);
    ModuleVersion actual = actual(module);
    boolean isDirectory = replacement.flatMap(Replacements.Replacement::directory).isPresent();
    Optional<Path> directory =
        isDirectory
            ? replacement.flatMap(Replacements.Replacement::directory).filter(Files::isDirectory)
            : cache.directoryOf(actual);
    Verification verification =
        isDirectory ? Verification.NOT_DOWNLOADED : sums.verify(actual, cache);
    boolean isRelevant = isRelevant(module, verification);
    if (!isDirectory && isRelevant) {
      reportDownload(module, actual, directory, verification);
    }
    return new BuildModule(
        module,
        /* isMain= */ false,
        !named.getOrDefault(module.path(), false),
        isRelevant,
        replacement.map(Replacements.Replacement::module),
        directory,
        files.of(module).flatMap(Summary::goVersion),
        verification,
        chains.to(module.path()));
  }

  private ModuleVersion actual(ModuleVersion module) {
    return replacements.of(module).map(Replacements.Replacement::module).orElse(module);
  }

  private void reportDownload(
      ModuleVersion module,
      ModuleVersion actual,
      Optional<Path> directory,
      Verification verification) {
    if (directory.isEmpty()) {
      if (cache.root().isPresent() && !files.missing().contains(module)) {
        problems.of(
            module,
            BuildList.NOT_DOWNLOADED,
            Severity.WARNING,
            "is not downloaded: run go mod download " + module.path());
      }
    } else if (verification == Verification.MISMATCH) {
      problems.of(
          module,
          BuildList.NOT_VERIFIED,
          Severity.ERROR,
          "was downloaded with another checksum than go.sum has for " + actual);
    } else if (verification == Verification.UNKNOWN) {
      problems.of(
          module,
          BuildList.NOT_VERIFIED,
          Severity.WARNING,
          "has no checksum in go.sum, so that go build would not use it: run go mod tidy");
    }
  }
}
