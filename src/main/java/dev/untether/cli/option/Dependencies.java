package dev.untether.cli.option;

import dev.untether.module.GoModule;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.dependency.BuildList;
import dev.untether.module.dependency.BuildModule;
import dev.untether.module.dependency.GoEnvironment;
import dev.untether.module.dependency.ListedModule;
import dev.untether.module.dependency.ModuleVersion;
import dev.untether.module.linkname.DeclarationIndex;
import dev.untether.module.target.LanguageVersion;
import dev.untether.report.GoListJson;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The modules that a tree is built from. The go command is asked where there is one; the files
 * alone say the same where there is none, as {@code BuildListOracleTest} shows, and where it cannot
 * say: about a vendor directory, or a module that is too new for it.
 */
public final class Dependencies {
  /** Rule id: the go command did not tell the build list. */
  public static final String NOT_LISTED = "go-list";

  // What the setting above makes of a version without a cached .info file; its sources may be
  // there.
  private static final String NO_NETWORK = "module lookup disabled by GOPROXY=off";

  private final GoEnvironment environment;
  private final Optional<GoCommand> go;
  private final List<Finding> problems = new ArrayList<>();
  private final Map<Key, Dependency> found = new TreeMap<>();
  private final Map<String, BuildModule> modules = new LinkedHashMap<>();

  private Dependencies(Map<String, String> variables) {
    Path home = Path.of(System.getProperty("user.home", "."));
    this.environment = GoEnvironment.of(variables, home);
    this.go = GoCommand.find(variables);
  }

  private record Key(ModuleVersion module, Path directory) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::module).thenComparing(Key::directory).compare(this, other);
    }
  }

  /**
   * A module that the build can take packages from.
   *
   * @param module path and version, as messages name it
   * @param why the chain of requirements that brings it in, from the main module; may be unknown
   * @param language of the main module, whose go line decides which releases build it all
   * @param directory where its sources are
   * @param inside directories of other modules below that
   */
  public record Dependency(
      ModuleVersion module,
      List<ModuleVersion> why,
      LanguageVersion language,
      Path directory,
      List<Path> inside) {

    /**
     * Returns where to look for what it refers to.
     *
     * @param main where that is looked for which the main module refers to
     */
    public DeclarationIndex.Scope scope(DeclarationIndex.Scope main) {
      return new DeclarationIndex.Scope(
          tree(),
          main.goroot(),
          main.dependencies(),
          main.targets(),
          language.admitted(main.releases()));
    }

    /** Returns the chain of requirements as far as it is known: at least the module itself. */
    public List<ModuleVersion> chain() {
      return why.isEmpty() ? List.of(module) : why;
    }

    /** Returns its files, without those of other modules. */
    public ModuleTree tree() {
      ModuleTree all = ModuleTree.ofDependency(directory, module.path());
      if (inside.isEmpty()) {
        return all;
      }
      return all.without(
          all.files().stream()
              .map(SourceFile::absolute)
              .filter(file -> inside.stream().anyMatch(file::startsWith))
              .collect(Collectors.toSet()));
    }
  }

  /**
   * What a tree is built from.
   *
   * @param dependencies those whose sources are on this machine, by path and version
   * @param modules all modules of the build, the main ones too; of a tree with several builds the
   *     first that names a path counts
   * @param problems what is missing or does not go together
   */
  public record Found(
      List<Dependency> dependencies, List<BuildModule> modules, List<Finding> problems) {
    public static final Found NOTHING = new Found(List.of(), List.of(), List.of());
  }

  /**
   * Returns what {@code tree} is built from: for each of its modules, or for the workspace that
   * they belong to.
   *
   * @param variables the environment of the process
   */
  public static Found of(ModuleTree tree, Map<String, String> variables)
      throws InterruptedException {
    Dependencies dependencies = new Dependencies(variables);
    Set<Path> done = new HashSet<>();
    List<Path> mains = tree.modules().stream().map(GoModule::directory).toList();
    for (Path main : mains.isEmpty() ? List.of(tree.root()) : mains) {
      if (done.add(main)) {
        dependencies.add(main, done);
      }
    }
    return new Found(
        List.copyOf(dependencies.found.values()),
        List.copyOf(dependencies.modules.values()),
        List.copyOf(dependencies.problems));
  }

  private void add(Path main, Set<Path> done) throws InterruptedException {
    BuildList list = buildList(main);
    problems.addAll(list.problems());
    Optional<LanguageVersion> language = Optional.empty();
    for (BuildModule module : list.modules()) {
      modules.putIfAbsent(module.path(), module);
      if (module.isMain()) {
        module.directory().ifPresent(done::add);
        LanguageVersion own = LanguageVersion.of(module.goVersion());
        // A workspace is built by a release that all its modules admit.
        boolean newer = language.isEmpty() || own.minor() > language.get().minor();
        language = newer ? Optional.of(own) : language;
      }
    }
    for (BuildModule module : list.modules()) {
      if (!module.isMain() && module.isRelevant() && module.directory().isPresent()) {
        Path directory = module.directory().get();
        found.putIfAbsent(
            new Key(module.module(), directory),
            new Dependency(
                module.module(),
                module.why(),
                language.orElseGet(() -> LanguageVersion.of(Optional.empty())),
                directory,
                inside(directory, list)));
      }
    }
  }

  /** Only a vendor directory has modules in one another; in the module cache they lie apart. */
  private static List<Path> inside(Path directory, BuildList list) {
    if (list.origin() != BuildList.Origin.VENDOR) {
      return List.of();
    }
    return list.modules().stream()
        .flatMap(module -> module.directory().stream())
        .filter(other -> other.startsWith(directory) && !other.equals(directory))
        .toList();
  }

  private BuildList buildList(Path directory) throws InterruptedException {
    BuildList ofFiles = BuildList.read(directory, environment);
    if (ofFiles.origin() != BuildList.Origin.GO_MOD
        && ofFiles.origin() != BuildList.Origin.GO_WORK) {
      return ofFiles;
    }
    if (go.isEmpty()) {
      return told(ofFiles, directory, "there is no go on PATH");
    }
    try {
      List<ListedModule> listed =
          GoListJson.read(go.get().run(directory, "list", "-m", "-e", "-json", "all"));
      if (listed.stream().noneMatch(ListedModule::main)) {
        return told(ofFiles, directory, "go list -m all names no main module");
      }
      return BuildList.fromGoList(
          directory, listed.stream().map(Dependencies::withoutNetworkError).toList());
    } catch (IOException e) {
      return told(
          ofFiles, directory, "go list -m all does not tell the modules, " + e.getMessage());
    }
  }

  private BuildList told(BuildList ofFiles, Path directory, String reason) {
    problems.add(
        new Finding(
            NOT_LISTED,
            Severity.NOTE,
            directory.resolve("go.mod").toString(),
            Finding.WHOLE_FILE,
            reason + "; the build list is made from the go.mod files alone"));
    return ofFiles;
  }

  private static ListedModule withoutNetworkError(ListedModule module) {
    if (module.error().filter(error -> error.contains(NO_NETWORK)).isEmpty()) {
      return module;
    }
    return new ListedModule(
        module.path(),
        module.version(),
        module.main(),
        module.indirect(),
        module.replace(),
        module.dir(),
        module.goMod(),
        module.goVersion(),
        module.sum(),
        Optional.empty());
  }
}
