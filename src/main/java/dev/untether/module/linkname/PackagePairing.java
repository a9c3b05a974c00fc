package dev.untether.module.linkname;

import dev.untether.asm.arch.Architecture;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.LinkTarget;
import dev.untether.module.AssemblyReference;
import dev.untether.module.SourceFile;
import dev.untether.module.linkname.AssemblyPairing.Pair;
import dev.untether.module.linkname.AssemblyPairing.Text;
import dev.untether.module.target.Target;
import dev.untether.module.target.TargetSummary;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects, build by build, what declarations and assembly of one package have in common. */
final class PackagePairing {
  // Of these every release builds on every target: what has no TEXT there is never called, or the
  // compiler puts instructions in its place.
  private static final Set<String> STANDARD_MODULES = Set.of("std", "cmd");

  private final TreeSymbols symbols;
  private final boolean known;
  private final Map<SourceFile, PairedSource> sources = new HashMap<>();
  private final Map<Place, Declared> declarations = new TreeMap<>();
  private final Map<Place, Defined> definitions = new TreeMap<>();

  /**
   * Prepares to look at builds of one package.
   *
   * @param sources its Go files
   * @param symbols what the tree around it defines
   * @param known whether all that may define functions has been read
   */
  PackagePairing(List<PairedSource> sources, TreeSymbols symbols, boolean known) {
    this.symbols = symbols;
    this.known = known;
    sources.forEach(it -> this.sources.put(it.source().source(), it));
  }

  private record Place(SourceFile file, Position position, String symbol)
      implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::file)
            .thenComparing(Place::position)
            .thenComparing(Place::symbol);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** What becomes of a program with a function that nobody defines. */
  private enum Failure {
    COMPILING,
    /** Of a method with a TEXT: none but Go's own calling convention is made for methods. */
    WRAPPING,
    LINKING
  }

  private record Missing(PackageBuilds.Setting setting, Failure failure) {}

  /** What was seen of one declaration in all builds so far. */
  private record Declared(
      PackageSource source,
      FunctionDeclaration function,
      Map<Place, SortedSet<Target>> texts,
      Map<Target, Missing> missing) {}

  /** The same for a TEXT. */
  private record Defined(
      AssemblyReference text, SortedSet<Target> declared, SortedSet<Target> undeclared) {}

  void add(PackageBuilds.Build build) {
    if (build.settings().isEmpty() || build.sources().isEmpty() || !isKnown(build)) {
      return;
    }
    List<PairedSource> files =
        build.sources().stream().flatMap(it -> paired(it.source()).stream()).toList();
    Map<String, List<AssemblyReference>> texts = new HashMap<>();
    for (AssemblyPart part : build.assembly()) {
      for (AssemblyReference text : part.texts()) {
        texts.computeIfAbsent(files.get(0).symbol(text), s -> new ArrayList<>()).add(text);
      }
    }
    Set<String> linknamed = new HashSet<>();
    files.forEach(it -> linknamed.addAll(it.linknamed(build.release())));
    Set<AssemblyReference> declared = new HashSet<>();
    for (PairedSource source : files) {
      for (PairedSource.Candidate function : source.functions()) {
        declared.addAll(add(build, source.source(), function, texts, linknamed));
      }
    }
    for (AssemblyPart part : build.assembly()) {
      for (AssemblyReference text : part.texts()) {
        if (text.ownedByPackage() && !text.symbolPackage().isEmpty()) {
          add(build, text, declared.contains(text));
        }
      }
    }
  }

  /** With cgo a C compiler reads the assembly, and refuses what is written for Go. */
  private static boolean isKnown(PackageBuilds.Build build) {
    boolean understood = build.assembly().stream().allMatch(part -> part.file().understood());
    return understood && (build.assembly().isEmpty() || !usesCgo(build));
  }

  private static boolean usesCgo(PackageBuilds.Build build) {
    return build.sources().stream().anyMatch(source -> source.file().importsC());
  }

  private Optional<PairedSource> paired(SourceFile file) {
    return Optional.ofNullable(sources.get(file));
  }

  /** Returns the definitions that a declaration has in a build. */
  private List<AssemblyReference> add(
      PackageBuilds.Build build,
      PackageSource source,
      PairedSource.Candidate candidate,
      Map<String, List<AssemblyReference>> texts,
      Set<String> linknamed) {
    List<AssemblyReference> own = texts.getOrDefault(candidate.symbol(), List.of());
    FunctionDeclaration function = candidate.declaration();
    if (function.hasBody()) {
      return own;
    }
    boolean isMethod = function.receiver().isPresent();
    boolean isPulled = !isMethod && linknamed.contains(function.name());
    boolean needsText = !function.fromHost() && !isPulled;
    Declared seen =
        declarations.computeIfAbsent(
            new Place(source.source(), function.position(), candidate.symbol()),
            p -> new Declared(source, function, new TreeMap<>(), new TreeMap<>()));
    build
        .settings()
        .forEach(
            (target, setting) -> {
              List<AssemblyReference> here =
                  own.stream().filter(text -> text.targets().contains(target)).toList();
              if (!isMethod) {
                here.forEach(
                    it -> seen.texts.computeIfAbsent(place(it), t -> new TreeSet<>()).add(target));
              }
              boolean defined =
                  !isMethod && !here.isEmpty()
                      || symbols.isPushed(candidate.symbol(), target)
                      || Architecture.forGoarch(target.goarch()).isEmpty();
              if (!defined && needsText) {
                Failure failure = here.isEmpty() ? failure(build) : Failure.WRAPPING;
                seen.missing.merge(target, new Missing(setting, failure), PackagePairing::simpler);
              }
            });
    return own;
  }

  /**
   * Without files in other languages the compiler knows that there is no body:
   * https://github.com/golang/go/blob/go1.27.4/src/cmd/go/internal/work/gc.go#L86
   */
  private static Failure failure(PackageBuilds.Build build) {
    return build.assembly().isEmpty() && !usesCgo(build) ? Failure.COMPILING : Failure.LINKING;
  }

  private static Missing simpler(Missing first, Missing second) {
    return rank(second.setting()) < rank(first.setting()) ? second : first;
  }

  /** Returns how far a setting is from what one gets without saying anything. */
  private static int rank(PackageBuilds.Setting setting) {
    return (setting.tags().size() * 1000 - setting.release()) * 2 + (setting.cgo() ? 0 : 1);
  }

  private void add(PackageBuilds.Build build, AssemblyReference text, boolean declared) {
    Defined seen =
        definitions.computeIfAbsent(
            place(text), p -> new Defined(text, new TreeSet<>(), new TreeSet<>()));
    for (Target target : build.settings().keySet()) {
      if (text.targets().contains(target)) {
        (declared ? seen.declared : seen.undeclared).add(target);
      }
    }
  }

  private static Place place(AssemblyReference text) {
    return new Place(text.file(), text.reference().position(), text.symbol());
  }

  /** Returns the functions that some build gives a TEXT, in order. */
  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    declarations.forEach(
        (place, seen) -> {
          if (!seen.texts.isEmpty()) {
            List<Text> texts = new ArrayList<>();
            seen.texts.forEach((at, on) -> texts.add(new Text(at.file(), at.position(), on)));
            SortedSet<Target> without = new TreeSet<>(seen.missing.keySet());
            pairs.add(new Pair(place.file(), place.position(), place.symbol(), texts, without));
          }
        });
    return pairs;
  }

  /** Returns what is declared and not defined, and what is defined and of no use. */
  List<Finding> problems() {
    List<Finding> problems = new ArrayList<>();
    declarations.forEach(
        (place, seen) -> {
          if (known && !STANDARD_MODULES.contains(place.file().modulePath())) {
            problems.addAll(missing(place, seen));
          }
        });
    for (Defined seen : definitions.values()) {
      seen.undeclared.removeAll(seen.declared);
      if (!seen.undeclared.isEmpty() && !symbols.called().contains(seen.text.symbol())) {
        problems.add(undeclared(seen));
      }
    }
    return problems;
  }

  private static List<Finding> missing(Place place, Declared seen) {
    Map<String, SortedSet<Target>> groups = new TreeMap<>();
    seen.missing.forEach(
        (target, missing) ->
            groups.computeIfAbsent(sentence(place, missing), m -> new TreeSet<>()).add(target));
    List<Finding> findings = new ArrayList<>();
    groups.forEach(
        (sentence, on) ->
            findings.add(
                new Finding(
                    AssemblyPairing.MISSING_ASSEMBLY,
                    Severity.WARNING,
                    place.file().relative(),
                    place.position(),
                    "func "
                        + seen.function.name()
                        + " has no body, and on "
                        + TargetSummary.of(on, seen.source.targets())
                        + sentence)));
    return findings;
  }

  private static String sentence(Place place, Missing missing) {
    String how = how(missing.setting()).map(it -> " " + it).orElse("");
    String what =
        switch (missing.failure()) {
          case COMPILING ->
              " the package has no assembly: it does not compile (\"missing function body\");"
                  + " write the body, or the TEXT, or constrain the file";
          case WRAPPING ->
              " its TEXT does not help: the compiler takes no methods in assembly (\"makeABIWrapper"
                  + " support for wrapping methods not implemented\"); write the body, and let it"
                  + " call a function";
          case LINKING ->
              " no TEXT either: a program that calls it does not link (\"relocation target "
                  + place.symbol()
                  + " not defined\"); write the TEXT or constrain the file";
        };
    return how + what;
  }

  private static Optional<String> how(PackageBuilds.Setting setting) {
    List<String> words = new ArrayList<>();
    if (!setting.cgo()) {
      words.add("with CGO_ENABLED=0");
    }
    if (!setting.tags().isEmpty()) {
      words.add("with -tags " + String.join(",", setting.tags()));
    }
    if (!setting.plain() && setting.tags().isEmpty()) {
      words.add("with Go 1." + setting.release());
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", words));
  }

  private static Finding undeclared(Defined seen) {
    String name = LinkTarget.of(seen.text.symbol()).name();
    return new Finding(
        AssemblyPairing.UNDECLARED_TEXT,
        Severity.NOTE,
        seen.text.file().relative(),
        seen.text.reference().position(),
        "TEXT "
            + name
            + " has no Go declaration on "
            + TargetSummary.of(seen.undeclared, seen.text.targets())
            + ", and no assembly refers to it: nothing here can call it; declare it or remove it");
  }
}
