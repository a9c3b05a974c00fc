package dev.untether.module.linkname;

import dev.untether.asm.Use;
import dev.untether.module.AssembledFile;
import dev.untether.module.AssemblyReference;
import dev.untether.module.AssemblyScan;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.SourceReader;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings together the functions that packages declare without a body and the TEXT that assembly
 * defines under their names, for all targets at once.
 *
 * <p>A package is looked at when it has assembly or linknames: in others a function without a body
 * is a mistake that no build gets past. Packages with files that are not understood are passed
 * over, as what they declare or define is not known.
 */
public final class AssemblyPairing {
  /** A function without a body, and on some target without a TEXT. */
  public static final String MISSING_ASSEMBLY = "missing-assembly";

  /** A TEXT that Go code cannot call, and assembly does not. */
  public static final String UNDECLARED_TEXT = "undeclared-text";

  private final ModuleTree tree;
  private final SortedSet<Target> targets;
  private final ReleaseRange releases;

  /**
   * Prepares to look at {@code tree}.
   *
   * @param targets the targets to look at
   * @param releases the Go releases that may build it
   */
  public AssemblyPairing(ModuleTree tree, SortedSet<Target> targets, ReleaseRange releases) {
    this.tree = tree;
    this.targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    this.releases = releases;
  }

  /**
   * What belongs together, and what is missing.
   *
   * @param pairs every function that some build gives a TEXT, in order of file and place
   * @param problems what is declared and not defined, or defined and of no use to Go; in order
   */
  public record Result(List<Pair> pairs, List<Finding> problems) {
    /** Copies the lists. */
    public Result {
      pairs = List.copyOf(pairs);
      problems = List.copyOf(problems);
    }
  }

  /**
   * A function and its assembly.
   *
   * @param file the file with the declaration
   * @param position the declared name
   * @param symbol the linker's name of the function
   * @param texts where it is defined, in order
   * @param without the targets that build the declaration and no TEXT for it
   */
  public record Pair(
      SourceFile file,
      Position position,
      String symbol,
      List<Text> texts,
      SortedSet<Target> without)
      implements Comparable<Pair> {
    /** Copies the lists. */
    public Pair {
      texts = List.copyOf(texts);
      without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
    }

    /** Orders by file and place. */
    @Override
    public int compareTo(Pair other) {
      int byFile = file.compareTo(other.file);
      return byFile != 0 ? byFile : position.compareTo(other.position);
    }
  }

  /**
   * A definition in assembly.
   *
   * @param file the assembled file
   * @param position the symbol, as the assembler reports it
   * @param targets the targets on which builds put it beside the declaration
   */
  public record Text(SourceFile file, Position position, SortedSet<Target> targets) {
    /** Copies the targets. */
    public Text {
      targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    }
  }

  /** Returns what the scans of the same tree have found, brought together. */
  public Result pair(AssemblyScan.Result assembly, LinknameScan.Result linknames) {
    TreeSymbols symbols = TreeSymbols.of(assembly, linknames);
    Map<Path, List<AssemblyPart>> parts = parts(assembly);
    Set<Path> concerned = new HashSet<>(parts.keySet());
    linknames.references().forEach(it -> concerned.add(it.file().directory()));
    Map<Path, List<SourceFile>> directories = new TreeMap<>();
    for (SourceFile file : tree.files()) {
      if (file.kind() == SourceKind.GO && concerned.contains(file.directory())) {
        directories.computeIfAbsent(file.directory(), d -> new ArrayList<>()).add(file);
      }
    }
    List<PackagePairing> packages =
        List.copyOf(directories.entrySet()).parallelStream()
            .flatMap(
                entry ->
                    pair(entry.getValue(), parts.getOrDefault(entry.getKey(), List.of()), symbols)
                        .stream())
            .toList();
    List<Pair> pairs = new ArrayList<>();
    List<Finding> problems = new ArrayList<>();
    for (PackagePairing one : packages) {
      pairs.addAll(one.pairs());
      problems.addAll(one.problems());
    }
    Collections.sort(pairs);
    Collections.sort(problems);
    return new Result(pairs, problems);
  }

  private static Map<Path, List<AssemblyPart>> parts(AssemblyScan.Result assembly) {
    Map<SourceFile, List<AssemblyReference>> texts = new HashMap<>();
    for (AssemblyReference reference : assembly.references()) {
      boolean isStatic = reference.reference().symbol().isStatic();
      if (reference.reference().use() == Use.DEFINE && !isStatic) {
        texts.computeIfAbsent(reference.file(), f -> new ArrayList<>()).add(reference);
      }
    }
    Map<Path, List<AssemblyPart>> parts = new HashMap<>();
    for (AssembledFile file : assembly.assembled()) {
      parts
          .computeIfAbsent(file.file().directory(), d -> new ArrayList<>())
          .add(new AssemblyPart(file, texts.getOrDefault(file.file(), List.of())));
    }
    return parts;
  }

  private Optional<PackagePairing> pair(
      List<SourceFile> files, List<AssemblyPart> parts, TreeSymbols symbols) {
    Set<String> texts = new HashSet<>();
    parts.forEach(part -> part.texts().forEach(text -> texts.add(text.symbolName())));
    List<PackageSource> sources = new ArrayList<>();
    List<PairedSource> paired = new ArrayList<>();
    Set<String> linknamed = new HashSet<>();
    for (SourceFile file : files) {
      var read = SourceReader.read(file.absolute(), file.relative(), SourceReader.DEFAULT_LIMIT);
      if (!(read instanceof SourceReader.Text text)) {
        return Optional.empty();
      }
      PackageSource source =
          PackageSource.of(file, text, targets, tree.releases(file, releases), new ArrayList<>());
      if (!source.file().problems().isEmpty()) {
        return Optional.empty();
      }
      sources.add(source);
      PairedSource one = PairedSource.of(source, texts);
      linknamed.addAll(one.linknamed());
      paired.add(one);
    }
    boolean needsTexts =
        paired.stream()
            .flatMap(it -> it.functions().stream())
            .anyMatch(it -> !linknamed.contains(it.declaration().name()));
    if (!needsTexts && texts.isEmpty()) {
      return Optional.empty();
    }
    boolean known = !needsTexts || !hasObjects(files.get(0).directory());
    PackagePairing pairing = new PackagePairing(paired, symbols, known);
    ReleaseRange range = tree.releases(files.get(0), releases);
    PackageBuilds.of(sources, parts, range).forEach(pairing::add);
    return Optional.of(pairing);
  }

  /** Returns whether files that are not read here may define functions too. */
  private static boolean hasObjects(Path directory) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, "*.{syso,swig,swigcxx}")) {
      return files.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException e) {
      return true;
    }
  }
}
