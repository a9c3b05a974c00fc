package dev.untether.access.goroot;

import dev.untether.access.Slot;
import dev.untether.access.SourceLine;
import dev.untether.access.SymbolFacts;
import dev.untether.golang.Declaration;
import dev.untether.golang.FunctionDeclaration;
import dev.untether.golang.GoFile;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.ValueDeclaration;
import dev.untether.golang.linkname.Compilation;
import dev.untether.golang.linkname.Linkname;
import dev.untether.golang.linkname.PackageLinknames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The object files of one package in one build: which symbols they define, in which calling
 * conventions, and with which flags.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/compile/internal/ssagen/abi.go ({@code
 * GenABIWrappers})
 */
final class PackageObjects {
  private final String path;
  private final boolean regabi;
  private final Library library;
  private final VariableTypes types;
  private final Set<String> functions = new HashSet<>();
  private final Set<String> internalFunctions = new HashSet<>();
  private final Set<String> data = new HashSet<>();
  private final Set<String> threadLocal = new HashSet<>();
  private final Set<String> referred = new HashSet<>();
  private final Map<String, Linkname> byLocalName = new HashMap<>();
  private final Set<String> pushed = new HashSet<>();
  private final Set<String> pushedToStd = new HashSet<>();
  private final Map<String, SymbolFacts> symbols = new HashMap<>();
  private final Map<String, SourceLine> lines = new HashMap<>();
  private int initialisers;

  /**
   * What all packages of a release have in common.
   *
   * @param release the N of Go 1.N
   * @param intrinsics functions for which the compiler has code of its own
   * @param types the types of variables
   */
  record Library(int release, Set<String> intrinsics, VariableTypes types) {}

  private PackageObjects(String path, List<GoSource> sources, boolean regabi, Library library) {
    this.path = path;
    this.regabi = regabi;
    this.library = library;
    this.types = library.types().inBuildOf(path, sources);
  }

  /**
   * What a package defines.
   *
   * @param symbols by name
   * @param lines where those stand that stand in a source
   */
  record Definitions(Map<String, SymbolFacts> symbols, Map<String, SourceLine> lines) {}

  /**
   * Returns what the package at {@code path} defines.
   *
   * @param sources its Go files in the order of their names
   * @param assembly what its assembly files say
   */
  static Definitions of(
      String path,
      List<GoSource> sources,
      List<AssemblySymbols> assembly,
      boolean regabi,
      Library library) {
    PackageObjects objects = new PackageObjects(path, sources, regabi, library);
    assembly.forEach(objects::assembly);
    objects.linknames(sources, library.release(), !assembly.isEmpty());
    objects.textsAndData();
    for (GoSource source : sources) {
      for (Declaration declaration : source.file().declarations()) {
        if (declaration instanceof FunctionDeclaration function) {
          objects.function(source, function);
        } else if (declaration instanceof ValueDeclaration value && value.isLinkable()) {
          objects.variable(source, value);
        }
      }
    }
    objects.packageInitialiser();
    objects.lines.keySet().retainAll(objects.symbols.keySet());
    return new Definitions(objects.symbols, objects.lines);
  }

  private void assembly(AssemblySymbols file) {
    functions.addAll(file.functions());
    internalFunctions.addAll(file.internalFunctions());
    data.addAll(file.data());
    threadLocal.addAll(file.threadLocal());
    file.lines().forEach(lines::putIfAbsent);
    referred.addAll(file.referred());
  }

  private void linknames(List<GoSource> sources, int release, boolean hasAssembly) {
    List<GoFile> files = sources.stream().map(GoSource::file).toList();
    Compilation compilation = new Compilation(release, release, hasAssembly);
    for (Linkname linkname : PackageLinknames.of(files, compilation).linknames()) {
      if (linkname.accepted()) {
        byLocalName.put(linkname.localName(), linkname);
        // The flag is the symbol's, also when the declaration that brings it has no body.
        (linkname.directive().std() ? pushedToStd : pushed).add(linkname.symbol(path));
      }
    }
  }

  private String symbol(String name) {
    Linkname linkname = byLocalName.get(name);
    return linkname == null ? LinkTarget.symbolOf(path, name) : linkname.symbol(path);
  }

  private Slot slot(Slot.Kind kind, String symbol) {
    boolean flagged = !kind.isAssembly();
    return new Slot(
        kind, flagged && pushed.contains(symbol), flagged && pushedToStd.contains(symbol), path);
  }

  private void textsAndData() {
    for (String symbol : data) {
      Slot.Kind kind =
          threadLocal.contains(symbol) ? Slot.Kind.THREAD_LOCAL : Slot.Kind.ASSEMBLY_DATA;
      put(symbol, Optional.of(slot(kind, symbol)), Optional.empty(), "");
    }
    Set<String> texts = new HashSet<>(functions);
    texts.addAll(internalFunctions);
    for (String symbol : texts) {
      Optional<Slot> text = Optional.of(slot(Slot.Kind.ASSEMBLY_FUNCTION, symbol));
      Optional<Slot> none = Optional.empty();
      if (regabi) {
        boolean abi0 = functions.contains(symbol);
        boolean internal = internalFunctions.contains(symbol);
        put(symbol, abi0 ? text : none, internal ? text : none, "");
      } else {
        put(symbol, text, none, "");
      }
    }
  }

  private void put(String symbol, Optional<Slot> abi0, Optional<Slot> internal, String signature) {
    symbols.put(symbol, new SymbolFacts(abi0, internal, /* zeroSized= */ false, signature));
  }

  private void function(GoSource source, FunctionDeclaration function) {
    if (function.name().equals("_") || !function.typeParameters().isEmpty()) {
      return;
    }
    if (function.receiver().isPresent()) {
      if (function.receiver().get().typeParameters().isEmpty()) {
        String name = function.receiver().get() + "." + function.name();
        String method = LinkTarget.symbolOf(path, name);
        if (pushed.contains(method)) {
          // Of the others there are as many as of all the rest, and hardly anybody asks for one.
          note(method, source, function);
        }
        goFunction(method, function.signature());
      }
      return;
    }
    if (function.name().equals("init")) {
      goFunction(LinkTarget.symbolOf(path, "init." + initialisers), "");
      initialisers++;
      return;
    }
    String symbol = symbol(function.name());
    if (function.hasBody()) {
      note(symbol, source, function);
    }
    boolean named = byLocalName.containsKey(function.name());
    boolean inAssembly = functions.contains(symbol) || internalFunctions.contains(symbol);
    boolean hasBody = function.hasBody() || function.fromHost();
    if (!inAssembly && !hasBody && (named || !library.intrinsics().contains(symbol))) {
      // Somebody else's function, under a name of this package's own.
      return;
    }
    if (!regabi) {
      Slot.Kind kind = inAssembly ? Slot.Kind.ASSEMBLY_FUNCTION : Slot.Kind.GO_FUNCTION;
      put(symbol, Optional.of(slot(kind, symbol)), Optional.empty(), function.signature());
      return;
    }
    boolean pinned = source.usesStackArguments().contains(function.name());
    boolean definedInAbi0 = inAssembly ? functions.contains(symbol) : pinned;
    Slot own = slot(inAssembly ? Slot.Kind.ASSEMBLY_FUNCTION : Slot.Kind.GO_FUNCTION, symbol);
    Optional<Slot> wrapper = Optional.of(slot(Slot.Kind.WRAPPER, symbol));
    if (definedInAbi0) {
      // Any function may be called from Go code of another package.
      put(symbol, Optional.of(own), wrapper, function.signature());
      return;
    }
    boolean called = named || referred.contains(symbol);
    put(symbol, called ? wrapper : Optional.empty(), Optional.of(own), function.signature());
  }

  private void goFunction(String symbol, String signature) {
    Optional<Slot> slot = Optional.of(slot(Slot.Kind.GO_FUNCTION, symbol));
    Optional<Slot> none = Optional.empty();
    put(symbol, regabi ? none : slot, regabi ? slot : none, signature);
  }

  private void variable(GoSource source, ValueDeclaration value) {
    Linkname linkname = byLocalName.get(value.name());
    String symbol = symbol(value.name());
    LinkTarget target = LinkTarget.of(symbol);
    if (linkname != null
        && !value.hasValue()
        && !target.isExtern()
        && !target.packagePath().equals(path)) {
      // A pull of another package's variable.
      return;
    }
    if (data.contains(symbol)) {
      // Assembly gives it its content; the directive on the Go side cannot flag that.
      return;
    }
    note(symbol, source, value);
    boolean zeroSized = types.isZeroSized(path, source, value);
    Slot.Kind kind =
        value.hasValue() && !zeroSized ? Slot.Kind.INITIALISED_VARIABLE : Slot.Kind.ZEROED_VARIABLE;
    String type = types.typeOf(path, source, value);
    symbols.put(
        symbol,
        new SymbolFacts(Optional.of(slot(kind, symbol)), Optional.empty(), zeroSized, type));
  }

  private void note(String symbol, GoSource source, Declaration declaration) {
    String file = path + "/" + source.file().path();
    lines.putIfAbsent(symbol, new SourceLine(file, declaration.position().line()));
  }

  /** The compiler gathers dynamic initial values in a function of its own. */
  private void packageInitialiser() {
    boolean dynamic =
        symbols.values().stream()
            .anyMatch(
                facts ->
                    facts
                        .abi0()
                        .filter(slot -> slot.kind() == Slot.Kind.INITIALISED_VARIABLE)
                        .isPresent());
    if (dynamic || initialisers > 0) {
      goFunction(LinkTarget.symbolOf(path, "init"), "");
    }
  }
}
