package dev.untether.recipe.script;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.Judgement;
import dev.untether.access.Outcome;
import dev.untether.access.Reference;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The references of a module's own files for which a linker that checks would stop, in the releases
 * from the go line of go.mod to the newest known. What cannot be told counts as one.
 */
final class LinkerNeeds {
  /** The linker checks since Go 1.23: https://go.dev/doc/go1.23#linker. */
  private static final int FIRST_WITH_CHECK = 23;

  // The middot and the division slash stand for what the assembler takes for operators.
  private static final Pattern ASSEMBLY_SYMBOL =
      Pattern.compile(
          "(?<![\\w.%~\u2215\u00B7-])([\\w.%~-]++(?:\u2215[\\w.%~\u00B7-]+)*)\u00B7(\\w++)(?!<>)");

  private final ModuleView module;
  private final SortedMap<String, SortedSet<Integer>> rejected = new TreeMap<>();
  private final SortedSet<Integer> releases = new TreeSet<>();

  private LinkerNeeds(ModuleView module) {
    this.module = module;
    releases.addAll(AccessData.releases());
    releases.removeIf(release -> release < Math.max(FIRST_WITH_CHECK, module.language()));
  }

  /**
   * Returns the symbols that may be rejected, each with the releases that may do so; empty if the
   * check can be on. Without data about the releases that the go line admits, all are.
   */
  static SortedMap<String, SortedSet<Integer>> of(ModuleView module) {
    LinkerNeeds needs = new LinkerNeeds(module);
    for (Pulled pull : module.pulls()) {
      needs.ask(reference(pull), pull.constraint());
    }
    needs.askAssembly();
    return needs.rejected;
  }

  private static Reference reference(Pulled pull) {
    return pull.variable()
        ? new Reference.VariablePull(
            pull.referrer(), pull.symbol(), /* initialised= */ false, pull.type())
        : new Reference.FunctionPull(pull.referrer(), pull.symbol());
  }

  private void ask(Reference reference, BuildConstraint constraint) {
    if (releases.isEmpty()) {
      rejected.computeIfAbsent(reference.symbol(), key -> new TreeSet<>()).add(module.language());
    }
    for (int release : releases) {
      SortedSet<Target> targets = constraint.targets(Targets.known(), ReleaseRange.only(release));
      Optional<AccessData> data = AccessData.of(release);
      List<Configuration> configurations = new ArrayList<>();
      data.ifPresent(
          known ->
              known.configurations().stream()
                  .filter(one -> targets.contains(one.target()))
                  .forEach(configurations::add));
      boolean stops =
          !configurations.isEmpty()
              && data.orElseThrow().panel(configurations).judge(reference).stream()
                  .map(Judgement::verdict)
                  .anyMatch(verdict -> mayStop(verdict.outcome()));
      if (stops) {
        rejected.computeIfAbsent(reference.symbol(), key -> new TreeSet<>()).add(release);
      }
    }
  }

  /** What is undefined stops with the check and without it. */
  private static boolean mayStop(Outcome outcome) {
    return outcome == Outcome.REJECTED
        || outcome == Outcome.UNCERTAIN
        || outcome == Outcome.UNKNOWN;
  }

  /** Asks about every symbol that some assembly file has in its text, be it in a macro. */
  private void askAssembly() {
    Map<String, String> packageNames = new HashMap<>();
    for (String file : module.files()) {
      if (!file.endsWith(".s") && !file.endsWith(".h") || ("/" + file).contains("/testdata/")) {
        continue;
      }
      SourceText text = module.text(file).orElse(SourceText.of(""));
      String code = withoutComments(text.toString());
      Set<String> symbols = new TreeSet<>();
      Matcher symbol = ASSEMBLY_SYMBOL.matcher(code);
      while (symbol.find()) {
        String path = symbol.group(1).replace('\u2215', '/').replace('\u00B7', '.');
        if (!path.split("/", 2)[0].contains(".")) {
          symbols.add(path + "." + symbol.group(2));
        }
      }
      BuildConstraint constraint = BuildConstraint.of(file, text);
      String directory = file.substring(0, file.lastIndexOf('/') + 1);
      for (String name : symbols) {
        String referrer =
            packageNames.computeIfAbsent(
                directory, key -> key.isEmpty() ? module.path() : module.path() + "/" + trim(key));
        boolean own = name.startsWith(referrer + ".") || name.startsWith(module.path() + "/");
        if (!own) {
          ask(new Reference.FromAssembly(referrer, name), constraint);
        }
      }
    }
  }

  private static String withoutComments(String code) {
    StringBuilder kept = new StringBuilder(code.length());
    int at = 0;
    int slash = code.indexOf('/');
    while (slash >= 0) {
      boolean isBlock = code.startsWith("/*", slash);
      if (!isBlock && !code.startsWith("//", slash)) {
        slash = code.indexOf('/', slash + 1);
        continue;
      }
      kept.append(code, at, slash).append(' ');
      int end = isBlock ? code.indexOf("*/", slash + 2) : code.indexOf('\n', slash);
      at = end < 0 ? code.length() : isBlock ? end + 2 : end;
      slash = code.indexOf('/', at);
    }
    return kept.append(code, at, code.length()).toString();
  }

  private static String trim(String directory) {
    return directory.substring(0, directory.length() - 1);
  }
}
