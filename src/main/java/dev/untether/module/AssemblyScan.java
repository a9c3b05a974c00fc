package dev.untether.module;

import dev.untether.asm.AsmFile;
import dev.untether.asm.Conditionals;
import dev.untether.asm.ReferenceReader;
import dev.untether.asm.SymbolReference;
import dev.untether.asm.Use;
import dev.untether.asm.arch.Architecture;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds every symbol reference in the assembly files of a tree, for all targets at once. */
public final class AssemblyScan {
  /** Rule id: a file has too many arms of {@code #ifdef} to look at all of them. */
  public static final String MANY_ARMS = "many-conditional-arms";

  private static final Comparator<AssemblyReference> ORDER =
      Comparator.comparing((AssemblyReference r) -> r.file().relative())
          .thenComparing(r -> r.reference().position())
          .thenComparing(AssemblyReference::symbol)
          .thenComparing(AssemblyReference::function);

  private final ModuleTree tree;
  private final SortedSet<Target> targets;
  private final AssemblyLoader loader;

  /**
   * Prepares to scan {@code tree}.
   *
   * @param targets the targets to look at
   * @param releases the Go releases that may build it, as far as its go line admits them
   */
  public AssemblyScan(ModuleTree tree, SortedSet<Target> targets, ReleaseRange releases) {
    this.tree = tree;
    this.targets = targets;
    this.loader = new AssemblyLoader(tree, releases);
  }

  /**
   * What a scan found.
   *
   * @param references every reference and definition, in order of file and place
   * @param problems what could not be read, in order
   * @param files how many assembly files were read
   * @param assembled the assembly files that were read or could not be, in order
   */
  public record Result(
      List<AssemblyReference> references,
      List<Finding> problems,
      int files,
      List<AssembledFile> assembled) {
    /** Copies the lists. */
    public Result {
      references = List.copyOf(references);
      problems = List.copyOf(problems);
      assembled = List.copyOf(assembled);
    }
  }

  /** Returns every reference; files are read in parallel, the result does not depend on it. */
  public Result run() {
    List<SourceFile> files =
        tree.files().stream().filter(file -> file.kind() == SourceKind.ASM).toList();
    List<FileFacts> facts = files.parallelStream().map(this::read).toList();
    Map<Path, PackageFacts> packages = new HashMap<>();
    for (FileFacts fact : facts) {
      Path directory = fact.file().directory();
      packages
          .computeIfAbsent(directory, d -> new PackageFacts(new HashSet<>()))
          .add(fact.references());
    }
    List<AssemblyReference> references = new ArrayList<>();
    List<Finding> problems = new ArrayList<>(tree.problems());
    for (FileFacts fact : facts) {
      problems.addAll(fact.problems());
      PackageFacts own = packages.get(fact.file().directory());
      for (AssemblyReference reference : fact.references()) {
        references.add(own == null ? reference : own.place(reference));
      }
    }
    references.sort(ORDER);
    Collections.sort(problems);
    return new Result(
        references,
        problems.stream().distinct().toList(),
        (int) facts.stream().filter(FileFacts::wasRead).count(),
        facts.stream().map(FileFacts::assembled).toList());
  }

  private record FileFacts(
      SourceFile file,
      boolean wasRead,
      AssembledFile assembled,
      List<AssemblyReference> references,
      List<Finding> problems) {}

  /** The names that the assembly of one package defines, whatever they look like. */
  private record PackageFacts(Set<String> defined) {

    void add(Collection<AssemblyReference> references) {
      for (AssemblyReference reference : references) {
        if (reference.reference().use().isDefinition()) {
          defined.add(reference.symbol());
        }
      }
    }

    AssemblyReference place(AssemblyReference reference) {
      boolean isDefinition = reference.reference().use().isDefinition();
      boolean dotless = reference.symbolPackage().isEmpty();
      // runtime·f that this package defines is still a tie to runtime; crosscall2 is its own.
      boolean own =
          reference.ownedByPackage()
              || dotless && (isDefinition || defined.contains(reference.symbol()));
      return own == reference.ownedByPackage()
          ? reference
          : new AssemblyReference(
              reference.file(),
              reference.reference(),
              reference.symbol(),
              reference.function(),
              reference.targets(),
              own,
              reference.generated());
    }
  }

  private FileFacts read(SourceFile source) {
    AssemblyLoader.Loaded loaded = loader.load(source);
    List<Finding> problems = new ArrayList<>(loaded.problems());
    if (loaded.unit().isEmpty()) {
      // Its name alone still says something about the builds that take it.
      BuildConstraint constraint =
          BuildConstraint.of(source.relative(), SourceText.of(new byte[0]));
      AssembledFile file = new AssembledFile(source, constraint, targets, /* understood= */ false);
      return new FileFacts(source, /* wasRead= */ false, file, List.of(), problems);
    }
    AssemblyUnit unit = loaded.unit().get();
    if (unit.file().dialect() != AsmFile.Dialect.GO) {
      AssembledFile file =
          new AssembledFile(source, unit.constraint(), targets, /* understood= */ false);
      return new FileFacts(source, /* wasRead= */ true, file, List.of(), problems);
    }
    SortedSet<Target> chosen = new TreeSet<>(unit.targets());
    chosen.retainAll(targets);
    List<AssemblyReference> references = references(unit, chosen, problems);
    boolean clean = problems.stream().allMatch(it -> it.severity() == Severity.NOTE);
    AssembledFile file = new AssembledFile(source, unit.constraint(), chosen, clean);
    return new FileFacts(source, /* wasRead= */ true, file, references, problems);
  }

  /** One record per place, function and symbol. */
  private record Key(Position position, String function, String symbol, String abi) {}

  private static List<AssemblyReference> references(
      AssemblyUnit unit, SortedSet<Target> chosen, List<Finding> problems) {
    Conditionals conditionals = Conditionals.of(unit.file(), unit.headers());
    SourceFile source = unit.source();
    // The linker says "main" for every program; a reader wants to know which.
    String prefix = LinkerName.escape(source.packagePath());
    boolean generated = GeneratedCode.isGenerated(unit.file().source());
    Map<Key, AssemblyReference> found = new LinkedHashMap<>();
    Set<Finding> distinct = new TreeSet<>();
    for (AssemblyUnit.TargetClass targetClass : AssemblyUnit.classes(conditionals, chosen)) {
      Optional<Architecture> architecture = Architecture.forGoarch(targetClass.goarch());
      if (architecture.isEmpty()) {
        continue;
      }
      if (!conditionals.isCovered(targetClass.predefined())) {
        distinct.add(tooManyArms(source));
      }
      Widening targets = new Widening(targetClass.targets());
      for (Set<String> world : conditionals.worlds(targetClass.predefined())) {
        distinct.addAll(
            ReferenceReader.read(
                unit.file(),
                unit.headers(),
                architecture.get(),
                world,
                reference -> merge(found, source, prefix, generated, reference, targets)));
      }
    }
    problems.addAll(distinct);
    return List.copyOf(found.values());
  }

  private static Finding tooManyArms(SourceFile source) {
    return new Finding(
        MANY_ARMS,
        Severity.WARNING,
        source.relative(),
        Finding.WHOLE_FILE,
        "has more arms of #ifdef than are looked at, so references in the last of them may be"
            + " missing; split the file");
  }

  private static void merge(
      Map<Key, AssemblyReference> found,
      SourceFile source,
      String prefix,
      boolean generated,
      SymbolReference reference,
      Widening targets) {
    String symbol = reference.symbol().qualified(prefix);
    String function =
        reference.function().startsWith(".") ? prefix + reference.function() : reference.function();
    String abi = reference.symbol().isStatic() ? "<>" : reference.symbol().abi();
    Key key = new Key(reference.position(), function, symbol, abi);
    AssemblyReference before = found.get(key);
    SortedSet<Target> all = before == null ? targets.added : targets.of(before.targets());
    boolean own =
        reference.symbol().isStatic() || symbol.startsWith(prefix + ".") && isIn(prefix, symbol);
    SymbolReference first = before == null ? reference : moreTelling(before.reference(), reference);
    found.put(key, new AssemblyReference(source, first, symbol, function, all, own, generated));
  }

  /**
   * Returns the one of two readings that says more about a place: an architecture that does not
   * know BL as a call takes its operand for memory.
   */
  private static SymbolReference moreTelling(SymbolReference seen, SymbolReference other) {
    return rank(other.use()) > rank(seen.use()) ? other : seen;
  }

  private static int rank(Use use) {
    return switch (use) {
      case CALL -> 2;
      case JUMP -> 1;
      default -> 0;
    };
  }

  /**
   * The targets of one class, added to those of many references. Those that had one set before have
   * one set after: of a million references on every target, sets of their own took 2 GB.
   */
  private static final class Widening {
    private final SortedSet<Target> added;
    private final IdentityHashMap<SortedSet<Target>, SortedSet<Target>> known =
        new IdentityHashMap<>();

    Widening(SortedSet<Target> added) {
      this.added = added;
    }

    SortedSet<Target> of(SortedSet<Target> before) {
      return known.computeIfAbsent(before, this::union);
    }

    private SortedSet<Target> union(SortedSet<Target> before) {
      if (before.containsAll(added)) {
        return before;
      }
      SortedSet<Target> all = new TreeSet<>(before);
      all.addAll(added);
      return all;
    }
  }

  private static boolean isIn(String prefix, String symbol) {
    return symbol.indexOf('/', prefix.length() + 1) < 0;
  }
}
