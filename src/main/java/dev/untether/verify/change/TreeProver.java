package dev.untether.verify.change;

import dev.untether.access.AccessData;
import dev.untether.golang.LinknameSearch;
import dev.untether.module.GoMod;
import dev.untether.module.GoModule;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.SourceReader;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.recipe.Recipe;
import dev.untether.text.SourceText;
import dev.untether.verify.CCompilers;
import dev.untether.verify.Cell;
import dev.untether.verify.FileEdit;
import dev.untether.verify.Host;
import dev.untether.verify.Proof;
import dev.untether.verify.Prover;
import dev.untether.verify.SourceTree;
import dev.untether.verify.TouchedCells;
import dev.untether.verify.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proves what changes do to a tree, module by module. */
public final class TreeProver {
  private static final Pattern GO_LINE = Pattern.compile("1\\.(\\d{1,4})(?:\\D.*)?");

  private final Prover prover;
  private final ProofScope scope;
  private final SortedSet<Integer> asked = new TreeSet<>();

  /** Prepares proofs; {@code prover} stays the caller's to close. */
  public TreeProver(Prover prover, ProofScope scope) {
    this.prover = prover;
    this.scope = scope;
  }

  /** Returns what all modules of a tree are like now. */
  public Proved now(ModuleTree tree) throws IOException, InterruptedException {
    Collected collected = new Collected(tree);
    for (GoModule module : tree.modules()) {
      List<FileEdit> files = closeTo(tree, module);
      collected.prove(
          module,
          releases(module),
          files,
          (source, cells) -> prover.now(source, cells, assembly(files)));
    }
    return collected.proved();
  }

  /**
   * Returns what changes do to the modules that they are in. What breaks something is withdrawn.
   *
   * @param edits the changes
   * @param recipes those that made them, in the order in which they ran; without those nothing is
   *     known about what a change of machine code was meant to be
   */
  public Proved changes(ModuleTree tree, Collection<FileEdit> edits, List<Recipe> recipes)
      throws IOException, InterruptedException {
    Collected collected = new Collected(tree);
    Map<GoModule, List<FileEdit>> byModule = new LinkedHashMap<>();
    for (FileEdit edit : edits) {
      tree.governing(edit.file())
          .ifPresentOrElse(
              module -> byModule.computeIfAbsent(module, it -> new ArrayList<>()).add(edit),
              () -> collected.outsideModules(edit.file()));
    }
    FewerRecipes fewer = new FewerRecipes(tree, recipes, scope.targets());
    for (Map.Entry<GoModule, List<FileEdit>> each : byModule.entrySet()) {
      List<FileEdit> own = each.getValue();
      collected.prove(
          each.getKey(),
          releases(each.getKey()),
          own,
          (source, cells) -> prover.change(source, cells, own, recipes, fewer));
    }
    return collected.proved();
  }

  /** Builds one module. */
  @FunctionalInterface
  private interface Build {
    Proof run(SourceTree source, SortedSet<Cell> cells) throws IOException, InterruptedException;
  }

  /** What has been proven so far. */
  private final class Collected {
    private final ModuleTree tree;
    private final List<Proof> proofs = new ArrayList<>();
    private final List<Proved.NotProven> notProven = new ArrayList<>();

    Collected(ModuleTree tree) {
      this.tree = tree;
    }

    void outsideModules(Path file) {
      String reason = "no go.mod is at or above it, so nothing can be built";
      notProven.add(new Proved.NotProven(file, reason));
    }

    void prove(GoModule module, ReleaseRange releases, List<FileEdit> files, Build build)
        throws IOException, InterruptedException {
      SortedSet<Target> targets = new TreeSet<>(scope.targets());
      if (!scope.all()) {
        targets = new TreeSet<>(TouchedCells.targets(files, releases));
        targets.add(Host.target());
      }
      download(releases);
      Path directory = module.directory();
      try {
        SourceTree source =
            scope
                .boundary()
                .map(boundary -> SourceTree.of(directory, boundary))
                .orElseGet(() -> SourceTree.of(directory));
        proofs.add(build.run(source, cells(releases, targets, files)));
      } catch (IOException e) {
        notProven.add(new Proved.NotProven(directory, String.valueOf(e.getMessage())));
      }
    }

    private void download(ReleaseRange releases) throws IOException, InterruptedException {
      Map<Integer, String> versions = new TreeMap<>();
      for (int release = releases.first(); release <= releases.last(); release++) {
        if (scope.download() && asked.add(release)) {
          int each = release;
          AccessData.of(each).ifPresent(it -> versions.put(each, it.linker().version()));
        }
      }
      for (String problem : prover.download(versions)) {
        notProven.add(new Proved.NotProven(tree.root(), problem));
      }
    }

    Proved proved() {
      return new Proved(proofs, notProven);
    }
  }

  /** Returns the releases to build a module with: those asked for, or from its go line on. */
  private ReleaseRange releases(GoModule module) {
    ReleaseRange range = scope.releases();
    if (scope.asIs()) {
      return range;
    }
    int first =
        module
            .goMod()
            .flatMap(GoMod::goVersion)
            .map(GO_LINE::matcher)
            .filter(Matcher::matches)
            .map(matcher -> Integer.parseInt(matcher.group(1)))
            .orElse(range.first());
    return new ReleaseRange(Math.min(Math.max(first, range.first()), range.last()), range.last());
  }

  private SortedSet<Cell> cells(
      ReleaseRange releases, SortedSet<Target> targets, List<FileEdit> files) {
    SortedSet<Cell> cells = new TreeSet<>();
    for (int release = releases.first(); release <= releases.last(); release++) {
      for (Target target : targets) {
        if (Targets.known().contains(target, release)) {
          cells.add(new Cell(release, target));
        }
      }
    }
    SortedSet<Cell> all = new TreeSet<>(TouchedCells.withLevels(cells, files));
    for (Cell cell : cells) {
      boolean isHost = cell.target().equals(Host.target());
      if (scope.cgo() && (isHost || CCompilers.of(cell.target()).isPresent())) {
        all.add(new Cell(cell.release(), cell.target(), Variant.CGO));
      }
    }
    return all;
  }

  /** Returns the assembly of a module, and the files with linknames that some builds leave out. */
  private List<FileEdit> closeTo(ModuleTree tree, GoModule module) {
    int everywhere = Targets.known().of(scope.releases()).size();
    List<FileEdit> found = new ArrayList<>();
    for (SourceFile file : tree.files()) {
      if (!tree.governing(file).equals(Optional.of(module))
          || !(SourceReader.read(file.absolute(), SourceReader.DEFAULT_LIMIT)
              instanceof SourceReader.Text read)) {
        continue;
      }
      SourceText text = read.text();
      FileEdit same =
          new FileEdit(file.absolute(), Optional.of(text), Optional.of(text), List.of());
      boolean isLinkname = file.kind() == SourceKind.GO && LinknameSearch.mayConcern(text.bytes());
      if (file.kind() == SourceKind.ASM || isLinkname) {
        // What every build takes says nothing about which builds matter.
        if (TouchedCells.targets(List.of(same), scope.releases()).size() < everywhere) {
          found.add(same);
        }
      }
    }
    return found;
  }

  private static List<FileEdit> assembly(List<FileEdit> files) {
    return files.stream().filter(it -> it.file().toString().endsWith(".s")).toList();
  }
}
