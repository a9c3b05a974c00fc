package dev.untether.review.dependency;

import dev.untether.module.GoModule;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.imports.ImportGraph;
import dev.untether.module.imports.Reach;
import dev.untether.module.target.BuildContext;
import dev.untether.review.CellVerdict;
import dev.untether.review.CheckFinding;
import dev.untether.review.Facts;
import dev.untether.review.Group;
import dev.untether.review.JudgedReference;
import dev.untether.review.LinkRules;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What links the packages of a build. The linker's verdict on a package that no program or test
 * links is not heard where it is written: {@code go build ./...} compiles such a package and links
 * nothing. Imports are read when the first finding asks; each way to build is looked at once.
 */
public final class Linkage {
  private static final String OF_USERS = " (your own build does not link it; your users' will)";
  private static final String OF_NOBODY =
      " (nothing links it: no program or test here, and no package that others can import)";
  private static final Pattern INTERNAL = Pattern.compile("(?:.*/)?internal(?:/.*)?");

  private final Supplier<Imports> imports;
  private final Map<BuildContext, Reach> reaches = new ConcurrentHashMap<>();
  private final Map<BuildContext, Set<String>> exported = new ConcurrentHashMap<>();

  private Linkage(Supplier<Imports> imports) {
    this.imports = imports;
  }

  /**
   * Imports, and where they start.
   *
   * @param own the packages of the modules themselves that others can import
   */
  private record Imports(ImportGraph graph, Set<String> own) {
    static Imports of(ModuleTree whole, Collection<ModuleTree> dependencies) {
      Set<String> own = new LinkedHashSet<>();
      for (SourceFile file : whole.files()) {
        if (!INTERNAL.matcher(file.packagePath()).matches()) {
          own.add(file.packagePath());
        }
      }
      return new Imports(ImportGraph.of(whole, dependencies, Optional.empty()), own);
    }
  }

  /** Returns what links the packages of a tree's modules, as far as their own files tell. */
  public static Linkage of(ModuleTree tree) {
    return of(tree, List.of());
  }

  /**
   * Returns what links the packages of a tree's modules and of what they are built from.
   *
   * @param dependencies the trees of those
   */
  public static Linkage of(ModuleTree tree, Collection<ModuleTree> dependencies) {
    List<ModuleTree> others = List.copyOf(dependencies);
    return new Linkage(new Once(() -> Imports.of(whole(tree), others)));
  }

  /** Returns all of the modules that a tree may be no more than a directory or a file of. */
  private static ModuleTree whole(ModuleTree tree) {
    Path root = tree.root();
    for (GoModule module : tree.modules()) {
      root = root.startsWith(module.directory()) ? module.directory() : root;
    }
    return ModuleTree.discover(root);
  }

  /** A graph that is made when it is first asked for. */
  private static final class Once implements Supplier<Imports> {
    private final Supplier<Imports> maker;
    private List<Imports> made = List.of();

    Once(Supplier<Imports> maker) {
      this.maker = maker;
    }

    @Override
    public synchronized Imports get() {
      if (made.isEmpty()) {
        made = List.of(maker.get());
      }
      return made.get(0);
    }
  }

  /** Returns what links a file in one way to build. */
  Reach.By of(SourceFile file, BuildContext context) {
    return reaches.computeIfAbsent(context, it -> imports.get().graph().reach(it)).of(file);
  }

  /** Returns whether the tree's packages bring a package along for those who import them. */
  boolean isExported(String packagePath, BuildContext context) {
    return exported
        .computeIfAbsent(context, it -> imports.get().graph().linked(imports.get().own(), it))
        .contains(packagePath);
  }

  /**
   * Returns findings of the tree with what links them, in those words where that is not a program.
   *
   * @param found findings
   * @param facts what they were found in
   */
  public List<CheckFinding> tell(List<CheckFinding> found, Facts facts) {
    if (found.stream().noneMatch(it -> it.rule().group() == Group.BREAKS)) {
      return found;
    }
    Map<String, SourceFile> files = new HashMap<>();
    facts.tree().files().forEach(file -> files.put(file.relative(), file));
    Map<Place, Set<String>> tags = new HashMap<>();
    for (JudgedReference reference : facts.references()) {
      if (!reference.tags().isEmpty()) {
        tags.put(new Place(reference.file().relative(), reference.position()), reference.tags());
      }
    }
    List<CheckFinding> told = new ArrayList<>();
    for (CheckFinding finding : found) {
      SourceFile file = files.get(finding.finding().path());
      if (file == null || finding.rule().group() != Group.BREAKS || finding.verdicts().isEmpty()) {
        told.add(finding);
        continue;
      }
      Place place = new Place(file.relative(), finding.finding().position());
      told.add(inWords(finding, file, tags.getOrDefault(place, Set.of())));
    }
    return told;
  }

  private record Place(String file, Position position) {}

  /** Returns the cells that a finding is about: those that refuse; all, where it is not that. */
  static List<CellVerdict> refusing(Collection<CellVerdict> cells) {
    List<CellVerdict> refusing =
        cells.stream().filter(it -> LinkRules.breaks(it.verdict())).toList();
    return refusing.isEmpty() ? List.copyOf(cells) : refusing;
  }

  static BuildContext context(CellVerdict cell, Set<String> tags) {
    return new BuildContext(cell.target(), cell.cgo(), tags, cell.release());
  }

  /**
   * Returns a finding whose message says what links it, unless a program does.
   *
   * @param file where it is
   * @param tags what the builds are given that it is about
   */
  CheckFinding inWords(CheckFinding finding, SourceFile file, Set<String> tags) {
    Reach.By strongest = Reach.By.NOTHING;
    boolean isExported = false;
    for (CellVerdict cell : refusing(finding.verdicts())) {
      BuildContext context = context(cell, tags);
      Reach.By by = of(file, context);
      strongest = by.compareTo(strongest) < 0 ? by : strongest;
      if (strongest == Reach.By.PROGRAM) {
        return finding.linkedBy(strongest);
      }
      isExported = isExported || isExported(file.packagePath(), context);
    }
    String words = " (only your tests link it, no program)";
    if (strongest == Reach.By.NOTHING) {
      words = isExported ? OF_USERS : OF_NOBODY;
    }
    Finding it = finding.finding();
    Finding told =
        new Finding(it.rule(), it.severity(), it.path(), it.position(), it.message() + words);
    return finding.with(told).linkedBy(strongest);
  }
}
