package dev.untether.access.goroot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.access.LinkerFacts;
import dev.untether.access.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of a release, out of the sources of its linker, assembler and compiler: patched trees
 * have patched lists and even patched conditions.
 */
final class LinkerSource {
  private static final String LOADER = "src/cmd/link/internal/loader/loader.go";
  private static final String OBJECT_SYMBOLS = "src/cmd/internal/obj/sym.go";
  private static final String BUILTINS = "src/cmd/internal/goobj/builtinlist.go";
  private static final String EXPERIMENTS = "src/internal/buildcfg/exp.go";
  private static final String CHECK = "func (l *Loader) checkLinkname(";

  private static final String COMPILATION = "src/cmd/compile/internal/gc/compile.go";
  private static final String INTRINSICS = "src/cmd/compile/internal/ssagen/intrinsics.go";
  private static final Pattern INTRINSIC =
      Pattern.compile("\\badd[A-Za-z]?\\(\"([^\"]+)\", \"([^\"]+)\"");
  private static final Pattern LINE_COMMENT = Pattern.compile("//[^\n]*");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern BLOCKED = Pattern.compile("\"([^\"]+)\":\\s*\\{([^}]*)\\}");
  private static final Pattern BUILTIN = Pattern.compile("\\{\"([^\"]+)\", ([0-9])\\}");
  private static final Pattern CASE =
      Pattern.compile("case ([^:]+):((?:(?!\\n\\tcase |\\n\\t\\}).)*)", Pattern.DOTALL);

  private final Path goroot;
  private final String loader;
  private final String objectSymbols;

  private LinkerSource(Path goroot) throws IOException {
    this.goroot = goroot;
    this.loader = text(LOADER);
    this.objectSymbols = text(OBJECT_SYMBOLS);
  }

  /** Returns the rules of the release whose sources are below {@code goroot}. */
  static LinkerFacts read(Path goroot, String version) throws IOException {
    return new LinkerSource(goroot).facts(version);
  }

  /**
   * Returns the functions without a body for which the compiler makes one; which of them on which
   * architecture is not told apart.
   */
  static Set<String> intrinsics(Path goroot) throws IOException {
    Set<String> names = new TreeSet<>();
    Path compilation = goroot.resolve(COMPILATION);
    Path table = goroot.resolve(INTRINSICS);
    if (Files.isRegularFile(compilation)
        && Files.isRegularFile(table)
        && Files.readString(compilation, UTF_8).contains("GenIntrinsicBody(")) {
      Matcher one = INTRINSIC.matcher(Files.readString(table, UTF_8));
      while (one.find()) {
        names.add(one.group(1) + "." + one.group(2));
      }
    }
    return names;
  }

  private String text(String path) throws IOException {
    Path file = goroot.resolve(path);
    if (!Files.isRegularFile(file)) {
      throw new NotGorootException(goroot + " has no " + path);
    }
    return Files.readString(file, UTF_8);
  }

  private LinkerFacts facts(String version) throws IOException {
    Map<String, Integer> builtins = new TreeMap<>();
    Matcher builtin = BUILTIN.matcher(text(BUILTINS));
    while (builtin.find()) {
      builtins.put(builtin.group(1), Integer.parseInt(builtin.group(2)));
    }
    boolean checks = loader.contains("FlagCheckLinkname");
    return new LinkerFacts(
        version,
        checks,
        objectSymbols.contains("!rs.IsLinkname()"),
        checks && part(loader, CHECK, "\n}\n").contains("FromAssembly()"),
        loader.contains("newIsBSS && oldIsBSS && sz > oldsz"),
        blocked(),
        builtins,
        regabi(text(EXPERIMENTS)),
        lines());
  }

  private Map<String, List<String>> blocked() {
    String list = part(loader, "var blockedLinknames = ", "\n}\n");
    Map<String, List<String>> blocked = new TreeMap<>();
    Matcher entry = BLOCKED.matcher(LINE_COMMENT.matcher(list).replaceAll(""));
    while (entry.find()) {
      List<String> allowed = new ArrayList<>();
      Matcher quoted = QUOTED.matcher(entry.group(2));
      while (quoted.find()) {
        allowed.add(quoted.group(1));
      }
      blocked.put(entry.group(1), allowed);
    }
    return blocked;
  }

  private static Set<String> regabi(String experiments) {
    Set<String> architectures = new TreeSet<>();
    Matcher one = CASE.matcher(part(experiments, "switch goarch {", "\n\t}\n"));
    while (one.find()) {
      if (one.group(2).contains("regabiSupported = true")) {
        Matcher quoted = QUOTED.matcher(one.group(1));
        while (quoted.find()) {
          architectures.add(quoted.group(1));
        }
      }
    }
    return architectures;
  }

  /** Returns the text from {@code start} to {@code end}; empty if it is not there. */
  private static String part(String text, String start, String end) {
    int from = text.indexOf(start);
    int to = from < 0 ? -1 : text.indexOf(end, from);
    return to < 0 ? "" : text.substring(from, to + end.length());
  }

  private Map<Rule, String> lines() {
    Map<Rule, String> lines = new EnumMap<>(Rule.class);
    place(lines, Rule.NOT_CHECKED, "func loadObjRefs(");
    place(lines, Rule.BLOCKED, CHECK, "blockedLinknames[name]");
    place(lines, Rule.ALLOWED_BY_LIST, CHECK, "blockedLinknames[name]");
    place(lines, Rule.NOT_DEFINED, CHECK, "r == l.extReader");
    place(lines, Rule.OUTSIDE_STD, CHECK, "!r.Std()");
    place(lines, Rule.ASSEMBLY_NOT_CHECKED, CHECK, "!r.Std()");
    place(lines, Rule.SAME_PACKAGE, CHECK, "r.unit.Lib.Pkg == pkg");
    place(lines, Rule.NAMED_FOR_REFERRER, CHECK, "strings.HasPrefix(name, pkg)");
    place(lines, Rule.NO_PACKAGE_IN_NAME, CHECK, "!strings.Contains(name, \".\")");
    place(lines, Rule.NO_WRAPPERS, CHECK, "!buildcfg.Experiment.RegabiWrappers");
    place(lines, Rule.LINKER_PANIC, CHECK, "otherABI := ");
    place(lines, Rule.STD_ONLY, CHECK, "!buildcfg.Experiment", "if osym.IsLinknameStd()");
    place(lines, Rule.PUSHED, CHECK, "if osym.IsLinkname()");
    place(lines, Rule.ABI_WRAPPER, CHECK, "osym.ABIWrapper()");
    place(lines, Rule.NOT_PUSHED, CHECK, "if osym.IsLinkname()", "\n\terror()");
    place(lines, Rule.NEW_VARIABLE, "if !existed {");
    place(lines, Rule.OVERRIDDEN_VARIABLE, "newIsBSS := ");
    place(lines, Rule.LARGER_VARIABLE, "newIsBSS && oldIsBSS && sz > oldsz");
    place(lines, Rule.MAYBE_LARGER_VARIABLE, "newIsBSS && oldIsBSS && sz > oldsz");
    place(lines, Rule.DUPLICATE_DEFINITION, "duplicated definition of symbol");
    place(lines, Rule.MAYBE_DUPLICATE_DEFINITION, "duplicated definition of symbol");
    int builtin = objectSymbols.indexOf("goobj.BuiltinIdx(rs.Name");
    if (builtin >= 0) {
      lines.put(Rule.BUILTIN, at(OBJECT_SYMBOLS, objectSymbols, builtin));
    }
    return lines;
  }

  /** Notes the line of the last of {@code steps}, each searched for behind the one before. */
  private void place(Map<Rule, String> lines, Rule rule, String... steps) {
    int offset = 0;
    for (String step : steps) {
      offset = loader.indexOf(step, offset);
      if (offset < 0) {
        // A release from before the rule.
        return;
      }
    }
    String last = steps[steps.length - 1];
    lines.put(rule, at(LOADER, loader, last.startsWith("\n") ? offset + 1 : offset));
  }

  private static String at(String path, String text, int offset) {
    long line = text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    return path + "#L" + line;
  }
}
