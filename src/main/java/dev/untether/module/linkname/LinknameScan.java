package dev.untether.module.linkname;

import dev.untether.golang.LinknameDirective;
import dev.untether.golang.LinknameSearch;
import dev.untether.golang.linkname.Compilation;
import dev.untether.golang.linkname.Linkname;
import dev.untether.golang.linkname.PackageLinknames;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.SourceReader;
import dev.untether.module.target.LanguageVersion;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds every linkname directive in the Go files of a tree, for all targets at once.
 *
 * <p>A package without the word is passed over after one look at the bytes of its files. Files that
 * no build takes ({@code //go:build ignore}) have no package and hence no directives.
 */
public final class LinknameScan {
  /** Files of different packages in one directory, which the go command does not build. */
  public static final String SEVERAL_PACKAGES = "several-packages";

  /** Of one package; as many packages as there are threads are read at a time. */
  private static final long MOST_KEPT_BYTES = 16L << 20;

  private final ModuleTree tree;
  private final SortedSet<Target> targets;
  private final ReleaseRange releases;

  /**
   * Prepares to scan {@code tree}.
   *
   * @param targets the targets to look at
   * @param releases the Go releases that may build it, as far as its go line admits them
   */
  public LinknameScan(ModuleTree tree, SortedSet<Target> targets, ReleaseRange releases) {
    this.tree = tree;
    this.targets = Collections.unmodifiableSortedSet(new TreeSet<>(targets));
    this.releases = releases;
  }

  /**
   * What a scan found.
   *
   * @param references every well-formed directive, in order of file and place
   * @param problems what could not be read, and comments that are no directives but look like some;
   *     in order
   * @param files how many Go files were looked at
   */
  public record Result(List<LinknameReference> references, List<Finding> problems, int files) {
    /** Copies the lists. */
    public Result {
      references = List.copyOf(references);
      problems = List.copyOf(problems);
    }
  }

  private record PackageFacts(
      List<LinknameReference> references, List<Finding> problems, int files) {}

  /** Returns every directive; packages are read in parallel, the result does not depend on it. */
  public Result run() {
    Map<Path, List<SourceFile>> directories = new TreeMap<>();
    for (SourceFile file : tree.files()) {
      if (file.kind() == SourceKind.GO) {
        directories.computeIfAbsent(file.directory(), d -> new ArrayList<>()).add(file);
      }
    }
    List<PackageFacts> facts =
        List.copyOf(directories.values()).parallelStream().map(this::read).toList();
    List<LinknameReference> references = new ArrayList<>();
    List<Finding> problems = new ArrayList<>(tree.problems());
    int files = 0;
    for (PackageFacts fact : facts) {
      references.addAll(fact.references());
      problems.addAll(fact.problems());
      files += fact.files();
    }
    references.sort(LinknameReference.ORDER);
    Collections.sort(problems);
    return new Result(references, problems.stream().distinct().toList(), files);
  }

  private PackageFacts read(List<SourceFile> files) {
    List<Finding> problems = new ArrayList<>();
    boolean concerned = false;
    long kept = 0;
    Map<SourceFile, Optional<SourceReader.Text>> readable = new LinkedHashMap<>();
    for (SourceFile file : files) {
      Optional<SourceReader.Text> text = text(file, problems);
      if (text.isPresent()) {
        concerned |= LinknameSearch.mayConcern(text.get().text().bytes());
        kept += text.get().text().length();
        // The rest is read again when needed: a directory may hold hundreds of megabytes.
        readable.put(file, kept <= MOST_KEPT_BYTES ? text : Optional.empty());
      }
    }
    if (!concerned) {
      return new PackageFacts(List.of(), problems, readable.size());
    }
    ReleaseRange range = tree.releases(files.get(0), releases);
    List<PackageSource> sources = new ArrayList<>();
    readable.forEach(
        (file, text) ->
            text.or(() -> text(file, new ArrayList<>()))
                .ifPresent(
                    it -> sources.add(PackageSource.of(file, it, targets, range, problems))));
    List<LinknameReference> found = merge(sources, range, problems);
    return new PackageFacts(found, problems, readable.size());
  }

  private static Optional<SourceReader.Text> text(SourceFile file, List<Finding> problems) {
    var read = SourceReader.read(file.absolute(), file.relative(), SourceReader.DEFAULT_LIMIT);
    if (read instanceof SourceReader.Text text) {
      problems.addAll(text.problems());
      return Optional.of(text);
    }
    problems.add(((SourceReader.Refused) read).problem());
    return Optional.empty();
  }

  /** Returns one record for each directive, whatever the number of builds that see it. */
  private List<LinknameReference> merge(
      List<PackageSource> sources, ReleaseRange range, List<Finding> problems) {
    Map<String, PackageSource> byPath = new TreeMap<>();
    Map<String, Merger> mergers = new TreeMap<>();
    for (PackageSource source : sources) {
      byPath.put(source.source().relative(), source);
    }
    int language = sources.isEmpty() ? releases.last() : language(sources.get(0).source());
    List<PackageBuilds.Build> builds = PackageBuilds.of(sources, List.of(), range);
    severalPackages(builds).ifPresent(problems::add);
    for (PackageBuilds.Build build : builds) {
      PackageLinknames seen =
          PackageLinknames.of(
              build.sources().stream().map(PackageSource::file).toList(),
              new Compilation(build.release(), language, /* otherLanguages= */ true));
      List<Finding> rest = new ArrayList<>(seen.findings());
      for (Linkname linkname : seen.linknames()) {
        List<Finding> own = rest.stream().filter(finding -> isAbout(finding, linkname)).toList();
        rest.removeAll(own);
        String key = linkname.file().path() + '\0' + linkname.directive().span().start();
        mergers.computeIfAbsent(key, k -> new Merger(linkname)).add(linkname, own, build.plain());
      }
      rest.stream().map(LinknameScan::mild).forEach(problems::add);
    }
    List<LinknameReference> references = new ArrayList<>();
    for (Merger merger : mergers.values()) {
      PackageSource source = byPath.get(merger.chosen.file().path());
      if (source != null) {
        references.add(merger.reference(source));
      }
    }
    return references;
  }

  /** A way to build a directory. */
  private record Way(boolean cgo, Target target) {}

  private static Optional<Finding> severalPackages(List<PackageBuilds.Build> builds) {
    Map<Way, PackageSource> first = new LinkedHashMap<>();
    for (PackageBuilds.Build build : builds) {
      PackageSource source = build.sources().get(0);
      String name = source.packageName();
      // The go command leaves out files of package documentation, whatever else is there.
      if (source.isExternalTest() || name.isEmpty() || name.equals("documentation")) {
        continue;
      }
      for (var way : build.settings().entrySet()) {
        if (!way.getValue().plain()) {
          continue;
        }
        Way key = new Way(way.getValue().cgo(), way.getKey());
        PackageSource other = first.putIfAbsent(key, source);
        if (other != null && !other.packageName().equals(name)) {
          String message =
              "package %s, but %s beside it is package %s: the go command builds neither on %s;"
                  + " each is read as a package of its own";
          return Optional.of(
              new Finding(
                  SEVERAL_PACKAGES,
                  Severity.WARNING,
                  source.source().relative(),
                  Finding.WHOLE_FILE,
                  message.formatted(
                      name, other.source().relative(), other.packageName(), way.getKey())));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAbout(Finding finding, Linkname linkname) {
    LinknameDirective directive = linkname.directive();
    int offset = finding.position().column() - directive.position().column();
    return linkname.warnings().contains(finding.rule())
        && finding.path().equals(linkname.file().path())
        && finding.position().line() == directive.position().line()
        && (offset == 0 || offset == 2);
  }

  /** Returns the finding as a warning: that code does not compile is no failure to read it. */
  private static Finding mild(Finding finding) {
    return finding.severity() == Severity.ERROR
        ? new Finding(
            finding.rule(), Severity.WARNING, finding.path(), finding.position(), finding.message())
        : finding;
  }

  private int language(SourceFile file) {
    return tree.language(file).map(LanguageVersion::minor).orElse(releases.last());
  }

  /** Brings together what several builds see in one directive. */
  private static final class Merger {
    private final List<Finding> plain = new ArrayList<>();
    private final List<Finding> special = new ArrayList<>();
    private Linkname chosen;
    private boolean inPlainBuild;

    Merger(Linkname first) {
      chosen = first;
    }

    void add(Linkname seen, Collection<Finding> findings, boolean plainBuild) {
      // A declaration that only some builds have tells more than its absence from the others.
      boolean better = chosen.declaration().isEmpty() && seen.declaration().isPresent();
      boolean firstPlain = plainBuild && !inPlainBuild;
      if (better || firstPlain && seen.declaration().isPresent()) {
        chosen = seen;
      }
      inPlainBuild |= plainBuild;
      (plainBuild ? plain : special).addAll(findings);
    }

    LinknameReference reference(PackageSource source) {
      List<Finding> remarks = (inPlainBuild ? plain : special).stream().distinct().toList();
      LinknameReference.Kind kind = LinknameReference.Kind.NONE;
      if (chosen.declaration().isPresent()) {
        kind = chosen.isVariable() ? LinknameReference.Kind.VAR : LinknameReference.Kind.FUNC;
      }
      return new LinknameReference(
          source.source(),
          source.packagePath(),
          source.packageName(),
          chosen.directive().position(),
          chosen.directive().std(),
          chosen.form(),
          chosen.direction(),
          chosen.localName(),
          kind,
          chosen.target(),
          chosen.declaration(),
          chosen.file().importsUnsafe(),
          source.targets(),
          source.generated(),
          remarks,
          List.of());
    }
  }
}
