package dev.untether.review;

import dev.untether.golang.ImportSection;
import dev.untether.golang.ImportUses;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.PackageClause;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.SourceReader;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.target.BuildConstraint;
import dev.untether.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The files of a tree as builds take them, and the Go files beside each. Files are read when they
 * are asked for; what is kept of them is small.
 */
final class PackageFiles {
  private static final String TEST_FILE = "_test.go";
  private static final BuildConstraint NEVER = BuildConstraint.of("_", SourceText.of(new byte[0]));

  private final Builds builds;
  private final Map<Path, List<SourceFile>> goFiles = new HashMap<>();
  private final Map<SourceFile, BuildConstraint> constraints = new ConcurrentHashMap<>();
  private final Map<SourceFile, Uses> uses = new ConcurrentHashMap<>();
  private final Map<SourceFile, Optional<String>> names = new ConcurrentHashMap<>();

  PackageFiles(ModuleTree tree, Builds builds) {
    this.builds = builds;
    for (SourceFile file : tree.files()) {
      if (file.kind() == SourceKind.GO) {
        goFiles.computeIfAbsent(file.directory(), d -> new ArrayList<>()).add(file);
      }
    }
  }

  /**
   * The builds that take a file.
   *
   * @param builds their numbers
   * @param tags the tags that they are given
   */
  record Taken(BitSet builds, Set<String> tags) {}

  /** Returns those of {@code choice} that take a file: without tags, or with the fewest found. */
  Taken taking(SourceFile file, BitSet choice) {
    BuildConstraint constraint = constraint(file);
    List<String> settable = new ArrayList<>(new TreeSet<>(constraint.settableTags()));
    List<Set<String>> attempts = new ArrayList<>();
    attempts.add(Set.of());
    settable.forEach(tag -> attempts.add(Set.of(tag)));
    if (settable.size() > 1) {
      attempts.add(new TreeSet<>(settable));
    }
    for (Set<String> tags : attempts) {
      BitSet taken = builds.taking(constraint, tags, choice);
      if (!taken.isEmpty()) {
        return new Taken(taken, tags);
      }
    }
    return new Taken(new BitSet(), Set.of());
  }

  /**
   * Returns the name of the package that an assembly file belongs to in the builds that take it.
   */
  Optional<String> packageName(SourceFile assembly, Taken taken) {
    for (SourceFile file : beside(assembly)) {
      if (!isTest(file)
          && builds.taking(constraint(file), taken.tags(), taken.builds()).length() > 0) {
        return name(file);
      }
    }
    return Optional.empty();
  }

  /**
   * Looks for what {@code pulls} name in the files beside them, so that the questions below have
   * answers. Each file is read once.
   */
  void lookFor(List<LinknameReference> pulls) {
    Map<Path, Wanted> wanted = new HashMap<>();
    for (LinknameReference pull : pulls) {
      wanted.computeIfAbsent(pull.file().directory(), d -> new Wanted()).add(pull);
    }
    List<SourceFile> concerned =
        wanted.keySet().stream()
            .flatMap(it -> goFiles.getOrDefault(it, List.of()).stream())
            .toList();
    concerned.parallelStream()
        .forEach(
            file -> {
              Wanted names = wanted.getOrDefault(file.directory(), new Wanted());
              text(file).ifPresent(text -> uses.put(file, names.in(text)));
            });
  }

  /** The names that matter in one directory. */
  private static final class Wanted {
    private final Set<String> words = new HashSet<>();
    private final Set<String> locals = new HashSet<>();
    private final Map<String, Set<String>> imported = new HashMap<>();

    void add(LinknameReference pull) {
      LinkTarget target = pull.target().orElseThrow();
      String name = target.receiver().orElse(target.name());
      locals.add(pull.localName());
      imported.computeIfAbsent(target.packagePath(), path -> new HashSet<>()).add(name);
      words.add(pull.localName());
      words.add(name);
    }

    Uses in(SourceText text) {
      Set<String> there = ImportUses.words(text, words);
      Set<String> mentioned = new HashSet<>();
      for (String local : locals) {
        if (there.contains(local) && ImportUses.mentions(text, local)) {
          mentioned.add(local);
        }
      }
      Map<String, ImportUses> imports = new HashMap<>();
      // The imports are read in no time; what is made of them takes a parser.
      Set<String> own = there.isEmpty() ? Set.of() : ImportSection.of(text).imports();
      imported.forEach(
          (path, names) -> {
            if (own.contains(path) && !Collections.disjoint(names, there)) {
              imports.put(path, ImportUses.of(text, path));
            }
          });
      return new Uses(mentioned, imports);
    }
  }

  /** What one file names of what matters. */
  private record Uses(Set<String> mentioned, Map<String, ImportUses> imports) {
    private static final Uses NONE = new Uses(Set.of(), Map.of());
    private static final ImportUses NOTHING = new ImportUses(Set.of(), Set.of());

    ImportUses of(String importPath) {
      return imports.getOrDefault(importPath, NOTHING);
    }
  }

  /** Returns the builds in which a Go file's package names something of another package. */
  BitSet naming(SourceFile pull, Taken taken, String importPath, String name) {
    return compiledWith(pull, taken, it -> it.of(importPath).names().contains(name));
  }

  /** Returns the builds in which variables of a Go file's package start with such a thing. */
  BitSet initialisingWith(SourceFile pull, Taken taken, String importPath, String name) {
    return compiledWith(pull, taken, it -> it.of(importPath).initialisers().contains(name));
  }

  /**
   * Returns the builds in which something uses the function {@code local} of a Go file's package.
   */
  BitSet using(SourceFile pull, Taken taken, String local) {
    return Character.isUpperCase(local.codePointAt(0))
        ? taken.builds()
        : compiledWith(pull, taken, it -> it.mentioned().contains(local));
  }

  /** Returns those of the builds in which some file of the same package is of that kind. */
  private BitSet compiledWith(SourceFile pull, Taken taken, Predicate<Uses> kind) {
    BitSet found = new BitSet();
    Optional<String> own = name(pull);
    for (SourceFile file : beside(pull)) {
      boolean together =
          (isTest(pull) || !isTest(file)) && kind.test(uses.getOrDefault(file, Uses.NONE));
      if (together && name(file).equals(own)) {
        found.or(builds.taking(constraint(file), taken.tags(), taken.builds()));
      }
    }
    return found;
  }

  private List<SourceFile> beside(SourceFile file) {
    return goFiles.getOrDefault(file.directory(), List.of());
  }

  private static boolean isTest(SourceFile file) {
    return file.relative().endsWith(TEST_FILE);
  }

  private BuildConstraint constraint(SourceFile file) {
    return constraints.computeIfAbsent(
        file, it -> text(it).map(text -> BuildConstraint.of(it.relative(), text)).orElse(NEVER));
  }

  private Optional<String> name(SourceFile file) {
    return names.computeIfAbsent(
        file, it -> text(it).flatMap(PackageClause::of).map(PackageClause::name));
  }

  private static Optional<SourceText> text(SourceFile file) {
    return SourceReader.read(file.absolute(), SourceReader.DEFAULT_LIMIT)
            instanceof SourceReader.Text read
        ? Optional.of(read.text())
        : Optional.empty();
  }
}
