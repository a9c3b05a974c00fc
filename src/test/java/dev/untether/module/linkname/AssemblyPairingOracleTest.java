package dev.untether.module.linkname;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.AssemblyScan;
import dev.untether.module.ModuleTree;
import dev.untether.module.target.GoToolchain;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.text.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with the real assembler, compiler and linker. */
final class AssemblyPairingOracleTest {
  private static final String DECLARES = "package main\n\nfunc f()\n\nfunc main() { f() }\n";
  private static final String TEXT = "TEXT ·f(SB), 4, $0\n\tRET\n";

  @TempDir Path scratch;

  @Test
  void pairsOfTheStandardLibraryAreWhatParserAndAssemblerSee() throws Exception {
    GoToolchain go = GoToolchain.require("go1.27.4");
    Path source = go.goroot().resolve("src").toRealPath();
    List<String> targets =
        List.of("linux/amd64", "linux/arm64", "windows/386", "linux/s390x", "js/wasm");

    AssemblyPairing.Result result = pair(source, targets, 27);

    Set<String> found = new TreeSet<>();
    for (AssemblyPairing.Pair pair : result.pairs()) {
      for (AssemblyPairing.Text text : pair.texts()) {
        for (Target target : text.targets()) {
          String name = pair.symbol().substring(pair.symbol().lastIndexOf('.') + 1);
          found.add(
              String.join(
                  "\t",
                  target.toString(),
                  pair.file().relative(),
                  String.valueOf(pair.position().line()),
                  String.valueOf(pair.position().column()),
                  name));
        }
      }
    }
    Set<String> expected = new TreeSet<>(go.askForPairs(source, targets));
    assertThat(expected).hasSizeGreaterThan(1000);
    assertThat(found).isEqualTo(expected);
    assertThat(result.problems())
        .extracting(Finding::rule)
        .doesNotContain(AssemblyPairing.MISSING_ASSEMBLY);
  }

  /** What is said of each target is what becomes of a program there. */
  @Test
  void programsFailOnTheTargetsAndInTheWaysForetold() throws Exception {
    GoToolchain go = GoToolchain.require("go1.26.8");
    List<String> differences = new ArrayList<>();
    int failures = 0;
    for (var one : programs().entrySet()) {
      Path directory = Files.createDirectories(scratch.resolve(one.getKey()));
      Files.writeString(directory.resolve("go.mod"), "module example.com/m\n\ngo 1.26\n");
      for (var file : one.getValue().entrySet()) {
        Files.createDirectories(directory.resolve(file.getKey()).getParent());
        Files.writeString(directory.resolve(file.getKey()), file.getValue());
      }
      for (String target : List.of("linux/amd64", "linux/arm64", "windows/amd64")) {
        String real =
            outcome(go.complaint(directory, scratch.resolve("program"), target, List.of()));
        String foretold = outcome(pair(directory, List.of(target), 26).problems().toString());
        if (!real.equals(foretold)) {
          differences.add(one.getKey() + " on " + target + ": " + real + ", here " + foretold);
        }
        failures += real.equals("builds") ? 0 : 1;
      }
    }
    assertThat(differences).isEmpty();
    assertThat(failures).isGreaterThan(10);
  }

  private static Map<String, Map<String, String>> programs() {
    Map<String, Map<String, String>> programs = new TreeMap<>();
    programs.put("text for one", Map.of("a.go", DECLARES, "a_amd64.s", TEXT));
    programs.put("text for all", Map.of("a.go", DECLARES, "a.s", TEXT));
    programs.put("empty", Map.of("a.go", DECLARES, "a.s", ""));
    programs.put("static", Map.of("a.go", DECLARES, "a.s", TEXT.replace("·f", "·f<>")));
    programs.put("by main", Map.of("a.go", DECLARES, "a.s", TEXT.replace("·f", "main·f")));
    programs.put("by path", Map.of("a.go", DECLARES, "a.s", TEXT.replace("·f", "example·com∕m·f")));
    programs.put(
        "condition", Map.of("a.go", DECLARES, "a.s", "#ifdef GOOS_windows\n" + TEXT + "#endif\n"));
    programs.put(
        "method",
        Map.of(
            "a.go",
            "package main\n\ntype T int\n\nfunc (T) f()\n\nfunc main() { T(0).f() }\n",
            "a_arm64.s",
            "TEXT ·T·f(SB), 4, $0\n\tRET\n",
            "empty.s",
            ""));
    programs.put("constraint", Map.of("a.go", DECLARES, "a.s", "//go:build linux\n\n" + TEXT));
    programs.put(
        "macro", Map.of("a.go", DECLARES, "a.s", "#define F ·f\nTEXT F(SB), 4, $0\n\tRET\n"));
    programs.put(
        "push",
        Map.of(
            "a.go",
            DECLARES.replace("func f", "import _ \"example.com/m/q\"\n\nfunc f"),
            "a.s",
            "",
            "q/q.go",
            "package q\n\nimport _ \"unsafe\"\n\n//go:linkname g main.f\nfunc g() {}\n"));
    programs.put(
        "pull",
        Map.of(
            "a.go",
            """
            package main

            import _ "unsafe"

            //go:linkname f runtime.nanotime
            func f()

            func main() { f() }
            """));
    programs.put(
        "other package's text",
        Map.of(
            "a.go",
            DECLARES.replace("func f", "import _ \"example.com/m/q\"\n\nfunc f"),
            "a.s",
            "",
            "q/q.go",
            "package q\n",
            "q/q.s",
            "TEXT main·f(SB), 4, $0\n\tRET\n"));
    return programs;
  }

  private static String outcome(String said) {
    if (said.contains("missing function body")) {
      return "does not compile";
    }
    if (said.contains("makeABIWrapper")) {
      return "the compiler refuses it";
    }
    return said.contains("relocation target ")
        ? "does not link"
        : said.isEmpty() || said.equals("[]") || said.contains("undeclared-text") ? "builds" : said;
  }

  private static AssemblyPairing.Result pair(Path source, List<String> names, int release)
      throws IOException {
    SortedSet<Target> targets = new TreeSet<>();
    names.forEach(name -> targets.add(Target.parse(name)));
    ReleaseRange releases = ReleaseRange.only(release);
    ModuleTree tree = ModuleTree.discover(source.toRealPath());
    return new AssemblyPairing(tree, targets, releases)
        .pair(
            new AssemblyScan(tree, targets, releases).run(),
            new LinknameScan(tree, targets, releases).run());
  }
}
