package dev.untether.review;

import dev.untether.golang.ImportUses;
import dev.untether.golang.PackageClause;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.SourceReader;
import dev.untether.module.target.BuildConstraint;
import dev.untether.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
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

  /** Returns the builds in which a Go file's package names something of another package. */
  BitSet naming(SourceFile pull, Taken taken, String importPath, String name) {
    return compiledWith(
        pull, taken, text -> ImportUses.of(text, importPath).names().contains(name));
  }

  /** Returns the builds in which variables of a Go file's package start with such a thing. */
  BitSet initialisingWith(SourceFile pull, Taken taken, String importPath, String name) {
    return compiledWith(
        pull, taken, text -> ImportUses.of(text, importPath).initialisers().contains(name));
  }

  /**
   * Returns the builds in which something uses the function {@code local} of a Go file's package.
   */
  BitSet using(SourceFile pull, Taken taken, String local) {
    return Character.isUpperCase(local.codePointAt(0))
        ? taken.builds()
        : compiledWith(pull, taken, text -> ImportUses.mentions(text, local));
  }

  /** Returns those of the builds in which some file of the same package is of that kind. */
  private BitSet compiledWith(SourceFile pull, Taken taken, Predicate<SourceText> kind) {
    BitSet found = new BitSet();
    Optional<String> own = name(pull);
    for (SourceFile file : beside(pull)) {
      boolean together = (isTest(pull) || !isTest(file)) && name(file).equals(own);
      if (together && text(file).filter(kind).isPresent()) {
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
