package dev.untether.engine;

import dev.untether.golang.LinkTarget;
import dev.untether.golang.LinknameSearch;
import dev.untether.module.AssemblyLoader;
import dev.untether.module.GoMod;
import dev.untether.module.GoModule;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.SourceReader;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.recipe.Match;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.golang.draft.GoPackage;
import dev.untether.recipe.golang.draft.PackageFile;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads package directories as recipes have left them; only those that hold linknames at all. */
final class PackageReader {
  private static final String VENDOR = "vendor/";

  private final ModuleTree tree;
  private final SortedSet<Target> targets;
  private final boolean generatedToo;
  private final AssemblyLoader loader;
  private final Map<String, List<SourceFile>> directories = new TreeMap<>();
  private List<String> concerned = List.of();
  private boolean searched;

  PackageReader(ModuleTree tree, SortedSet<Target> targets, boolean generatedToo) {
    this.tree = tree;
    this.targets = targets;
    this.generatedToo = generatedToo;
    this.loader = new AssemblyLoader(tree, Targets.known().releases());
    for (SourceFile file : tree.files()) {
      if (file.kind() != SourceKind.HEADER) {
        directories
            .computeIfAbsent(directoryOf(file.relative()), key -> new ArrayList<>())
            .add(file);
      }
    }
  }

  static String directoryOf(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** What became of the files of one directory. */
  private record Look(
      String directory, boolean concerned, List<SourceFile> read, List<Finding> problems) {}

  /** Returns the directories of packages with linknames; the files are looked at once. */
  List<String> concerned(Report report) {
    if (!searched) {
      searched = true;
      List<Look> looks =
          List.copyOf(directories.entrySet()).parallelStream()
              .map(entry -> look(entry.getKey(), entry.getValue()))
              .toList();
      for (Look look : looks) {
        look.read().forEach(file -> report.read(file, true));
        report.problems(look.problems());
      }
      concerned = looks.stream().filter(Look::concerned).map(Look::directory).toList();
    }
    return concerned;
  }

  /** Returns the directories whose assembly may name one of the symbols. */
  List<String> naming(Match.References references, Report report) {
    Set<String> names = new TreeSet<>();
    references.targets().forEach(target -> names.add(LinkTarget.of(target.symbol()).name()));
    List<Look> looks =
        List.copyOf(directories.entrySet()).parallelStream()
            .map(entry -> look(entry.getKey(), entry.getValue(), names))
            .toList();
    for (Look look : looks) {
      look.read().forEach(file -> report.read(file, true));
      report.problems(look.problems());
    }
    return looks.stream().filter(Look::concerned).map(Look::directory).toList();
  }

  private Look look(String directory, List<SourceFile> files, Set<String> names) {
    boolean found = false;
    List<SourceFile> read = new ArrayList<>();
    List<Finding> problems = new ArrayList<>();
    for (SourceFile file : files) {
      if (file.kind() == SourceKind.ASM) {
        SourceReader.Result result = read(file);
        if (result instanceof SourceReader.Text text) {
          read.add(file);
          problems.addAll(text.problems());
          String content = text.text().toString();
          found |= names.stream().anyMatch(content::contains) && isChosen(file, text.text());
        } else if (result instanceof SourceReader.Refused refused) {
          problems.add(refused.problem());
        }
      }
    }
    return new Look(directory, found, read, problems);
  }

  private Look look(String directory, List<SourceFile> files) {
    boolean found = false;
    List<SourceFile> read = new ArrayList<>();
    List<Finding> problems = new ArrayList<>();
    for (SourceFile file : files) {
      if (file.kind() == SourceKind.GO) {
        SourceReader.Result result = read(file);
        if (result instanceof SourceReader.Text text) {
          read.add(file);
          problems.addAll(text.problems());
          found |= LinknameSearch.mayConcern(text.text().bytes()) && isChosen(file, text.text());
        } else if (result instanceof SourceReader.Refused refused) {
          problems.add(refused.problem());
        }
      }
    }
    return new Look(directory, found, read, problems);
  }

  private boolean isChosen(SourceFile file, SourceText text) {
    BuildConstraint constraint = BuildConstraint.of(file.relative(), text);
    return !Collections.disjoint(
        constraint.targets(Targets.known(), Targets.known().releases()), targets);
  }

  private static SourceReader.Result read(SourceFile file) {
    return SourceReader.read(file.absolute(), file.relative(), SourceReader.DEFAULT_LIMIT);
  }

  /**
   * A package with the files that it has on disk.
   *
   * @param goPackage the package as it is now
   * @param texts their texts on disk, by path
   */
  record Loaded(GoPackage goPackage, Map<String, SourceText> texts) {

    Optional<SourceText> onDisk(String path) {
      return Optional.ofNullable(texts.get(path));
    }
  }

  /** Returns the package of a directory. */
  Loaded load(String directory, Overlay overlay) {
    List<SourceFile> files = directories.getOrDefault(directory, List.of());
    Map<String, SourceText> onDisk = new TreeMap<>();
    Map<String, SourceText> now = new TreeMap<>();
    for (SourceFile file : files) {
      String path = file.relative();
      if (read(file) instanceof SourceReader.Text text) {
        onDisk.put(path, text.text());
        Optional<SourceText> current =
            overlay.covers(path) ? overlay.text(path) : Optional.of(text.text());
        current.ifPresent(it -> now.put(path, it));
      }
    }
    for (String path : overlay.created()) {
      if (directoryOf(path).equals(directory)) {
        overlay.text(path).ifPresent(text -> now.put(path, text));
      }
    }
    List<PackageFile> goFiles = new ArrayList<>();
    Map<String, SourceText> assembly = new TreeMap<>();
    now.forEach(
        (path, text) -> {
          if (path.endsWith(".go")) {
            goFiles.add(new PackageFile(path, text));
          } else if (path.endsWith(".s")) {
            assembly.put(path, text);
          }
        });
    SourceFile first = files.get(0);
    GoPackage goPackage =
        new GoPackage(
            directory,
            first.packagePath(),
            first.modulePath(),
            language(first, overlay),
            goFiles,
            assembly,
            loader.headers(first),
            generatedToo,
            ("/" + directory).contains("/" + VENDOR));
    return new Loaded(goPackage, onDisk);
  }

  /** Returns whether a recipe may run over a directory; without a module nothing forbids it. */
  boolean allows(Modules modules, Recipe recipe, String directory, Overlay overlay) {
    Optional<GoModule> module =
        tree.governing(directories.getOrDefault(directory, List.of()).get(0));
    return module.isEmpty() || modules.allows(recipe, module.get(), overlay);
  }

  private int language(SourceFile file, Overlay overlay) {
    Optional<GoModule> module = tree.governing(file);
    if (module.isEmpty()) {
      return GoMod.LANGUAGE_WITHOUT_GO_LINE;
    }
    String path =
        tree.root()
            .relativize(module.get().directory().resolve("go.mod"))
            .toString()
            .replace('\\', '/');
    Optional<GoMod> goMod =
        overlay.text(path).map(text -> GoMod.parse(path, text)).or(module.get()::goMod);
    return goMod.map(GoMod::languageMinor).orElse(GoMod.LANGUAGE_WITHOUT_GO_LINE);
  }
}
