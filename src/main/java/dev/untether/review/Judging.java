package dev.untether.review;

import dev.untether.access.Outcome;
import dev.untether.access.Reference;
import dev.untether.access.Reference.FromAssembly;
import dev.untether.access.Reference.FunctionPull;
import dev.untether.access.Reference.Mention;
import dev.untether.access.Reference.VariablePull;
import dev.untether.access.Rule;
import dev.untether.access.Verdict;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.ValueDeclaration;
import dev.untether.golang.linkname.Linkname;
import dev.untether.module.AssemblyReference;
import dev.untether.module.AssemblyScan;
import dev.untether.module.GoModule;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.linkname.LinknameScan;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Asks the linkers of every release what they say to the references of a tree's own modules, in
 * every build that takes the file of each. What is vendored belongs to others and is left out.
 */
public final class Judging {
  /** Rule id: a module is part of Go itself. */
  public static final String STANDARD = "standard-library";

  // Compiled with -std, whose packages the linker lets refer to each other as they like.
  // https://github.com/golang/go/blob/go1.27.4/src/cmd/go/internal/work/gc.go
  private static final Set<String> STANDARD_MODULES = Set.of("std", "cmd");

  private static final String MAIN = "main";
  private static final Comparator<JudgedReference> ORDER =
      Comparator.comparing(JudgedReference::file)
          .thenComparing(JudgedReference::position)
          .thenComparing(JudgedReference::symbol);

  private final ModuleTree tree;
  private final SortedSet<Target> targets;
  private final ReleaseRange releases;
  private final Builds builds;
  private final PackageFiles files;
  private final VerdictTable table;
  private final Map<SourceFile, PackageFiles.Taken> taken = new ConcurrentHashMap<>();
  private final Map<Question, List<CellVerdict>> answers = new ConcurrentHashMap<>();

  /**
   * Prepares to judge the references of {@code tree}.
   *
   * @param targets the targets to look at
   * @param releases the Go releases to look at; those that refuse a module for the go line in its
   *     go.mod are left out for its files
   * @param data what is known of the releases
   */
  public Judging(
      ModuleTree tree, SortedSet<Target> targets, ReleaseRange releases, ReleaseData data) {
    this.tree = tree;
    this.targets = targets;
    this.releases = releases;
    this.builds = new Builds(targets, releases, data);
    this.files = new PackageFiles(tree, builds);
    this.table = new VerdictTable(builds, data);
  }

  /**
   * What came of it.
   *
   * @param facts the references with their verdicts
   * @param problems what could not be read
   * @param files how many files were looked at
   */
  public record Result(Facts facts, List<Finding> problems, int files) {
    /** Copies the list. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /** Questions that have the same answers. */
  private record Question(Reference plain, BitSet builds, BitSet pulled) {}

  /** Returns every reference with its verdicts; it does not depend on the number of threads. */
  public Result run() {
    AssemblyScan.Result assembly = new AssemblyScan(tree, targets, releases).run();
    LinknameScan.Result linknames = new LinknameScan(tree, targets, releases).run();
    List<AssemblyReference> uses =
        assembly.references().stream()
            .filter(it -> !it.ownedByPackage() && isOwn(it.file()))
            .toList();
    List<LinknameReference> directives =
        linknames.references().stream().filter(it -> isOwn(it.file())).toList();
    Others others = new Others(uses, directives);
    files.lookFor(directives.stream().filter(Judging::isFunctionPull).toList());
    List<JudgedReference> judged = new ArrayList<>();
    uses.parallelStream().map(it -> judge(it, others)).forEachOrdered(judged::add);
    directives.parallelStream().map(it -> judge(it, others)).forEachOrdered(judged::add);
    judged.sort(ORDER);
    List<Finding> problems = new ArrayList<>();
    List<Finding> remarks = new ArrayList<>();
    Stream.concat(assembly.problems().stream(), linknames.problems().stream())
        .distinct()
        .forEach(it -> (CompilerRules.speaks(it) ? remarks : problems).add(it));
    mentionStandardModules(problems);
    return new Result(
        new Facts(tree, judged, Optional.empty(), remarks, targets, releases),
        problems,
        assembly.files() + linknames.files());
  }

  private static boolean isFunctionPull(LinknameReference directive) {
    return directive.isForeign()
        && directive.direction() == Linkname.Direction.PULL
        && directive.kind() == LinknameReference.Kind.FUNC;
  }

  private boolean isOwn(SourceFile file) {
    String module = tree.governing(file).map(GoModule::path).orElse("");
    return module.equals(file.modulePath()) && !STANDARD_MODULES.contains(module);
  }

  /** Says of each module of Go itself that nothing in it was judged. */
  private void mentionStandardModules(List<Finding> problems) {
    for (GoModule module : tree.modules()) {
      if (STANDARD_MODULES.contains(module.path())) {
        String directory = tree.root().relativize(module.directory()).toString();
        problems.add(
            new Finding(
                STANDARD,
                Severity.WARNING,
                directory.isEmpty() ? "go.mod" : directory.replace('\\', '/') + "/go.mod",
                Finding.WHOLE_FILE,
                "module "
                    + module.path()
                    + " is part of Go, whose packages may refer to each other: nothing of it was"
                    + " judged; scan lists its references"));
      }
    }
  }

  /** Which symbols the two kinds of files of a package refer to. */
  private static final class Others {
    private final Map<String, List<LinknameReference>> pulls = new ConcurrentHashMap<>();
    private final Map<String, List<AssemblyReference>> uses = new ConcurrentHashMap<>();

    Others(List<AssemblyReference> assembly, List<LinknameReference> directives) {
      for (AssemblyReference use : assembly) {
        uses.computeIfAbsent(key(use.file(), use.symbol()), k -> new ArrayList<>()).add(use);
      }
      for (LinknameReference pull : directives) {
        if (isFunctionPull(pull)) {
          pulls.computeIfAbsent(key(pull.file(), pull.symbol()), k -> new ArrayList<>()).add(pull);
        }
      }
    }

    private static String key(SourceFile file, String symbol) {
      return file.packagePath() + '\0' + symbol;
    }

    List<LinknameReference> pulls(SourceFile file, String symbol) {
      return pulls.getOrDefault(key(file, symbol), List.of());
    }

    List<AssemblyReference> uses(SourceFile file, String symbol) {
      return uses.getOrDefault(key(file, symbol), List.of());
    }
  }

  private JudgedReference judge(AssemblyReference use, Others others) {
    PackageFiles.Taken where = taken(use.file());
    BitSet chosen = (BitSet) where.builds().clone();
    chosen.and(builds.of(use.targets()));
    if (use.reference().use().isDefinition()) {
      List<CellVerdict> duplicates = definedAlready(use.symbol(), chosen);
      return new JudgedReference.OfAssembly(use, duplicates, where.tags());
    }
    boolean isProgram = files.packageName(use.file(), where).filter(MAIN::equals).isPresent();
    String referrer = isProgram ? MAIN : use.file().packagePath();
    BitSet pulled = new BitSet();
    for (LinknameReference pull : others.pulls(use.file(), use.symbol())) {
      pulled.or(taken(pull.file()).builds());
    }
    pulled.and(chosen);
    var question = new Question(new FromAssembly(referrer, use.symbol()), chosen, pulled);
    return new JudgedReference.OfAssembly(use, answer(question), where.tags());
  }

  private JudgedReference judge(LinknameReference directive, Others others) {
    PackageFiles.Taken where = taken(directive.file());
    boolean isForeign = directive.isForeign() && directive.kind() != LinknameReference.Kind.NONE;
    if (!isForeign) {
      return new JudgedReference.OfLinkname(directive, List.of(), where.tags());
    }
    BitSet chosen = (BitSet) where.builds().clone();
    chosen.and(builds.of(directive.targets()));
    String referrer = directive.packageName().equals(MAIN) ? MAIN : directive.packagePath();
    List<CellVerdict> verdicts;
    if (directive.kind() == LinknameReference.Kind.VAR) {
      verdicts = answer(new Question(variable(directive, referrer), chosen, new BitSet()));
    } else if (directive.direction() == Linkname.Direction.PUSH) {
      verdicts = definedAlready(directive.symbol(), chosen);
    } else {
      verdicts =
          function(directive, referrer, new PackageFiles.Taken(chosen, where.tags()), others);
    }
    return new JudgedReference.OfLinkname(directive, verdicts, where.tags());
  }

  private static VariablePull variable(LinknameReference directive, String referrer) {
    Optional<ValueDeclaration> value =
        directive
            .declaration()
            .filter(ValueDeclaration.class::isInstance)
            .map(ValueDeclaration.class::cast);
    return new VariablePull(
        referrer,
        directive.symbol(),
        value.filter(ValueDeclaration::hasValue).isPresent(),
        value.map(ValueDeclaration::type).orElse(""));
  }

  private List<CellVerdict> function(
      LinknameReference pull, String referrer, PackageFiles.Taken where, Others others) {
    LinkTarget target = pull.target().orElseThrow();
    // Of functions only what runs at start counts: the compiler meets it before the pull.
    Mention mention = target.receiver().isPresent() ? Mention.RECEIVER_TYPE : Mention.FUNCTION;
    BitSet named =
        mention == Mention.RECEIVER_TYPE
            ? files.naming(pull.file(), where, target.packagePath(), target.receiver().get())
            : files.initialisingWith(pull.file(), where, target.packagePath(), target.name());
    BitSet unused = (BitSet) where.builds().clone();
    unused.andNot(files.using(pull.file(), where, pull.localName()));
    BitSet inAssembly = new BitSet();
    for (AssemblyReference use : others.uses(pull.file(), pull.symbol())) {
      BitSet there = (BitSet) taken(use.file()).builds().clone();
      there.and(builds.of(use.targets()));
      inAssembly.or(there);
    }
    List<CellVerdict> verdicts = new ArrayList<>();
    BitSet chosen = where.builds();
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      Reference reference =
          new FunctionPull(
              referrer, pull.symbol(), inAssembly.get(i), named.get(i) ? mention : Mention.NONE);
      CellVerdict cell = table.of(reference, i);
      verdicts.add(unused.get(i) ? unused(cell) : cell);
    }
    return verdicts;
  }

  private static CellVerdict unused(CellVerdict cell) {
    Verdict verdict = new Verdict(Outcome.ACCEPTED, Rule.NOT_USED, "", "");
    return new CellVerdict(cell.release(), cell.target(), cell.cgo(), verdict);
  }

  private List<CellVerdict> answer(Question question) {
    return answers.computeIfAbsent(question, this::ask);
  }

  private List<CellVerdict> ask(Question question) {
    List<CellVerdict> verdicts = new ArrayList<>(question.builds().cardinality());
    BitSet chosen = question.builds();
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      Reference reference = question.plain();
      if (question.pulled().get(i) && reference instanceof FromAssembly plain) {
        reference = new FromAssembly(plain.referrer(), plain.symbol(), /* alsoPulled= */ true);
      }
      verdicts.add(table.of(reference, i));
    }
    return List.copyOf(verdicts);
  }

  /** Returns the builds whose library has a definition of its own under a name that is defined. */
  private List<CellVerdict> definedAlready(String symbol, BitSet chosen) {
    BitSet twice = new BitSet();
    for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
      twice.set(i, table.defines(symbol, i));
    }
    String message = "duplicated definition of symbol " + symbol;
    return table.all(twice, new Verdict(Outcome.REJECTED, Rule.DUPLICATE_DEFINITION, message, ""));
  }

  private PackageFiles.Taken taken(SourceFile file) {
    return taken.computeIfAbsent(
        file, it -> files.taking(it, builds.of(tree.releases(it, releases))));
  }
}
