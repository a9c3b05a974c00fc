package dev.untether.access.goroot;

import dev.untether.access.SourceLine;
import dev.untether.asm.AsmFile;
import dev.untether.asm.Conditionals;
import dev.untether.asm.ExpandedToken;
import dev.untether.asm.Headers;
import dev.untether.asm.ReferenceReader;
import dev.untether.asm.Statement;
import dev.untether.asm.StatementReader;
import dev.untether.asm.SymbolReference;
import dev.untether.asm.Use;
import dev.untether.asm.arch.Architecture;
import dev.untether.golang.LinkTarget;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.BuildContext;
import dev.untether.module.target.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An assembly file of the library, read once for each set of names that it can tell apart. */
final class AssemblySource {
  private static final Pattern LEVEL = Pattern.compile("GO([A-Z0-9]+)_(.+)");
  private static final String EXPERIMENT = "EXPERIMENT";

  /** The value of the flag in textflag.h, which is what a reader of statements sees of it. */
  private static final String TLSBSS = "256";

  private final BuildConstraint constraint;
  private final AsmFile file;
  private final Headers headers;
  private final String prefix;
  private final String path;
  private final boolean mayBeThreadLocal;
  private final Conditionals conditionals;
  private final Map<String, AssemblySymbols> read = new ConcurrentHashMap<>();

  AssemblySource(
      BuildConstraint constraint,
      AsmFile file,
      Headers headers,
      String packagePath,
      boolean mayBeThreadLocal) {
    this.constraint = constraint;
    this.file = file;
    this.headers = headers;
    String symbol = LinkTarget.symbolOf(packagePath, "x");
    this.prefix = symbol.substring(0, symbol.length() - 2);
    this.path = packagePath + "/" + file.path();
    this.mayBeThreadLocal = mayBeThreadLocal;
    this.conditionals = Conditionals.of(file, headers);
  }

  boolean isBuilt(BuildContext context) {
    return constraint.matches(context);
  }

  /** Returns what the file defines and names in a build; the same object for the same content. */
  AssemblySymbols symbols(BuildContext context) {
    Set<String> defined = new TreeSet<>();
    for (String name : conditionals.targetNames()) {
      if (name.equals("GOOS_" + context.target().goos())
          || name.equals("GOARCH_" + context.target().goarch())) {
        defined.add(name);
      }
    }
    for (String name : conditionals.freeNames()) {
      if (isDefined(name, context)) {
        defined.add(name);
      }
    }
    String goarch = context.target().goarch();
    return read.computeIfAbsent(goarch + defined, key -> read(goarch, defined));
  }

  /**
   * The go command defines a name for each level and experiment that also is a build tag:
   * https://github.com/golang/go/blob/go1.27.4/src/cmd/go/internal/work/gc.go ({@code asmArgs}).
   */
  private static boolean isDefined(String name, BuildContext context) {
    Matcher level = LEVEL.matcher(name);
    if (!level.matches()) {
      return false;
    }
    if (level.group(1).equals(EXPERIMENT)) {
      return context.isSet("goexperiment." + level.group(2));
    }
    Target target = context.target();
    String family = level.group(1).toLowerCase(Locale.ROOT);
    boolean own = target.goarch().equals(family) || target.goarch().equals(family + "le");
    return own && context.isSet(target.goarch() + "." + level.group(2));
  }

  private AssemblySymbols read(String goarch, Set<String> predefined) {
    Set<String> functions = new HashSet<>();
    Set<String> internalFunctions = new HashSet<>();
    Set<String> data = new HashSet<>();
    Set<String> referred = new HashSet<>();
    Set<String> threadLocal = new HashSet<>();
    Map<String, SourceLine> lines = new HashMap<>();
    Set<Integer> threadLocalLines = mayBeThreadLocal ? threadLocalLines(predefined) : Set.of();
    Architecture.forGoarch(goarch)
        .ifPresent(
            architecture ->
                ReferenceReader.read(
                    file,
                    headers,
                    architecture,
                    predefined,
                    reference -> {
                      if (!reference.symbol().isStatic()) {
                        String symbol = reference.symbol().qualified(prefix);
                        set(reference, functions, internalFunctions, data, referred).add(symbol);
                        if (isDefinition(reference.use())) {
                          int line = reference.position().line();
                          lines.putIfAbsent(symbol, new SourceLine(path, line));
                          if (threadLocalLines.contains(line)) {
                            threadLocal.add(symbol);
                          }
                        }
                      }
                    }));
    return new AssemblySymbols(functions, internalFunctions, data, threadLocal, referred, lines);
  }

  private static boolean isDefinition(Use use) {
    return use == Use.DEFINE || use == Use.DEFINE_DATA;
  }

  /** Returns the lines of each GLOBL with the flag TLSBSS, of which references say nothing. */
  private Set<Integer> threadLocalLines(Set<String> predefined) {
    Set<Integer> lines = new HashSet<>();
    StatementReader statements = new StatementReader(file, headers, predefined);
    for (Statement s = statements.next(); s != null; s = statements.next()) {
      if (s.opcode().equals("GLOBL")
          && s.operands().size() > 1
          && s.operands().get(1).stream().map(ExpandedToken::text).anyMatch(TLSBSS::equals)) {
        lines.add(file.source().lineOf(s.span().start()));
      }
    }
    return lines;
  }

  private static Set<String> set(
      SymbolReference reference,
      Set<String> functions,
      Set<String> internalFunctions,
      Set<String> data,
      Set<String> referred) {
    boolean internal = reference.symbol().abi().equals("ABIInternal");
    if (reference.use() == Use.DEFINE) {
      return internal ? internalFunctions : functions;
    }
    if (reference.use() == Use.DEFINE_DATA) {
      return data;
    }
    return internal ? new HashSet<>() : referred;
  }
}
