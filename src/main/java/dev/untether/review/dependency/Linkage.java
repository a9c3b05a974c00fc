package dev.untether.review.dependency;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What links the packages of a build. The linker's verdict on a package that no program or test
 * links is not heard where it is written: {@code go build ./...} compiles such a package and links
 * nothing. Imports are read when the first finding asks; each way to build is looked at once.
 */
public final class Linkage {
  private final ModuleTree tree;
  private final Supplier<ImportGraph> imports;
  private final Set<String> own = new LinkedHashSet<>();
  private final Map<BuildContext, Reach> reaches = new ConcurrentHashMap<>();
  private final Map<BuildContext, Set<String>> exported = new ConcurrentHashMap<>();

  private Linkage(ModuleTree tree, Supplier<ImportGraph> imports) {
    this.tree = tree;
    this.imports = imports;
    tree.files().forEach(file -> own.add(file.packagePath()));
  }

  /** Returns what links the packages of a tree, as far as its own files tell. */
  public static Linkage of(ModuleTree tree) {
    return new Linkage(tree, new Once(() -> ImportGraph.of(tree)));
  }

  /**
   * Returns what links the packages of a tree and of what it is built from.
   *
   * @param imports those of all of them
   */
  public static Linkage of(ModuleTree tree, ImportGraph imports) {
    return new Linkage(tree, () -> imports);
  }

  /** A graph that is made when it is first asked for. */
  private static final class Once implements Supplier<ImportGraph> {
    private final Supplier<ImportGraph> maker;
    private List<ImportGraph> made = List.of();

    Once(Supplier<ImportGraph> maker) {
      this.maker = maker;
    }

    @Override
    public synchronized ImportGraph get() {
      if (made.isEmpty()) {
        made = List.of(maker.get());
      }
      return made.get(0);
    }
  }

  /** Returns what links a file in one way to build. */
  Reach.By of(SourceFile file, BuildContext context) {
    return reaches.computeIfAbsent(context, it -> imports.get().reach(it)).of(file);
  }

  /** Returns whether the tree's packages bring a package along for those who import them. */
  boolean isExported(String packagePath, BuildContext context) {
    return exported
        .computeIfAbsent(context, it -> imports.get().linked(own, it))
        .contains(packagePath);
  }

  /**
   * Returns findings of the tree with what links them, in those words where that is not a program.
   *
   * @param found the findings
   * @param facts what they were found in
   */
  public List<CheckFinding> tell(List<CheckFinding> found, Facts facts) {
    if (found.stream().noneMatch(it -> it.rule().group() == Group.BREAKS)) {
      return found;
    }
    Map<String, SourceFile> files = new HashMap<>();
    tree.files().forEach(file -> files.put(file.relative(), file));
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
      told.add(inWords(finding, strongest(file, finding, tags.getOrDefault(place, Set.of()))));
    }
    return told;
  }

  private record Place(String file, Position position) {}

  private Reach.By strongest(SourceFile file, CheckFinding finding, Set<String> tags) {
    Reach.By strongest = Reach.By.NOTHING;
    for (CellVerdict cell : refusing(finding.verdicts())) {
      Reach.By by = of(file, context(cell, tags));
      strongest = by.compareTo(strongest) < 0 ? by : strongest;
      if (strongest == Reach.By.PROGRAM) {
        break;
      }
    }
    return strongest;
  }

  /** Returns the cells that a finding is about: those that refuse; all, where it is not that. */
  static List<CellVerdict> refusing(Collection<CellVerdict> cells) {
    List<CellVerdict> refusing =
        cells.stream().filter(it -> LinkRules.breaks(it.verdict())).toList();
    return refusing.isEmpty() ? List.copyOf(cells) : refusing;
  }

  static BuildContext context(CellVerdict cell, Set<String> tags) {
    return new BuildContext(cell.target(), cell.cgo(), tags, cell.release());
  }

  /** Returns a finding whose message says what links it, unless a program does. */
  static CheckFinding inWords(CheckFinding finding, Reach.By by) {
    String words =
        switch (by) {
          case PROGRAM -> "";
          case TEST -> " (only your tests link it, no program)";
          case NOTHING -> " (your own build does not link it; your users' will)";
        };
    Finding it = finding.finding();
    Finding told =
        new Finding(it.rule(), it.severity(), it.path(), it.position(), it.message() + words);
    return finding.with(told).linkedBy(by);
  }
}
