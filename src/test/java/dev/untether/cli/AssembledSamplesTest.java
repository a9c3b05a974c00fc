package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import dev.untether.engine.Assembler;
import dev.untether.engine.MachineCodeDiff;
import dev.untether.module.AssemblyLoader;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.target.GoToolchain;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole directories are migrated and assembled for every target that builds them: the sample, and
 * the {@code crosscall2} of Go itself, which nobody wrote with this program in mind.
 */
final class AssembledSamplesTest {
  private static final Set<String> WITHOUT_LOAD_G = Set.of("386", "amd64", "wasm");

  @TempDir Path directory;
  private Path before = Path.of("");
  private Path after = Path.of("");

  @BeforeEach
  void twoDirectories() {
    before = directory.resolve("before");
    after = directory.resolve("after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "go1.27.4"})
  void theSampleLosesOneCallInEachFunctionAndNothingElse(String toolchain) throws Exception {
    Assembler assembler = Assembler.require(toolchain);
    migrateCopyOf(Path.of("samples/fakecgo"));

    Map<String, Set<String>> changes = compare(assembler, "example.com/fakecgo/internal/fakecgo");

    assertThat(changes)
        .containsOnlyKeys("arm", "arm64", "loong64", "ppc64le", "riscv64", "s390x")
        .containsEntry("arm64", Set.of("internal/fakecgo/asm_arm64.s: 1 removed, 0 replaced"))
        .containsEntry(
            "ppc64le",
            Set.of(
                "internal/fakecgo/asm_ppc64le.s: 1 removed, 0 replaced",
                "internal/fakecgo/trampolines_ppc64le.s: 0 removed, 1 replaced"))
        .containsEntry(
            "s390x",
            Set.of(
                "internal/fakecgo/asm_s390x.s: 1 removed, 0 replaced",
                "internal/fakecgo/trampolines_s390x.s: 0 removed, 1 replaced"));
  }

  @Test
  void theCrosscall2OfGoLosesOneCallOnEachArchitectureThatHasIt() throws Exception {
    Assembler assembler = Assembler.require("go1.27.4");
    migrateCopyOf(assembler.goroot().resolve("src/runtime/cgo"));

    Map<String, Set<String>> changes = compare(assembler, "runtime/cgo");

    Set<String> architectures = new TreeSet<>();
    Targets.known().newest().forEach(target -> architectures.add(target.goarch()));
    architectures.removeAll(WITHOUT_LOAD_G);
    assertThat(changes.keySet()).isEqualTo(architectures);
    assertThat(changes.values())
        .allSatisfy(each -> assertThat(each).singleElement().asString().contains(": 1 removed, 0"));
    assertThat(after.resolve("asm_amd64.s")).hasSameBinaryContentAs(before.resolve("asm_amd64.s"));
    assertThat(after.resolve("asm_386.s")).hasSameBinaryContentAs(before.resolve("asm_386.s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"386", "amd64", "arm", "arm64", "loong64", "ppc64le", "riscv64", "s390x"})
  void theMigratedSampleBuilds(String goarch) throws Exception {
    GoToolchain go = GoToolchain.require("local");
    migrateCopyOf(Path.of("samples/fakecgo"));

    go.build(after, goarch);
  }

  private void migrateCopyOf(Path source) {
    CommandRun.copy(source, before);
    CommandRun.copy(source, after);
    CommandRun first = CommandRun.of("migrate", "--write", after.toString());
    assertThat(first.exit()).isEqualTo(ExitCode.OK);
    assertThat(first.err()).contains("8 files changed, 0 places refused");
    CommandRun second = CommandRun.of("migrate", "--check", after.toString());
    assertThat(second.exit()).isEqualTo(ExitCode.OK);
    assertThat(second.bytes()).isEmpty();
  }

  /** Returns what was removed and replaced, per architecture that lost anything. */
  private Map<String, Set<String>> compare(Assembler assembler, String importPath)
      throws IOException, InterruptedException {
    ModuleTree tree = ModuleTree.discover(before);
    AssemblyLoader loader = new AssemblyLoader(tree, Targets.known().releases());
    Map<String, Set<String>> changes = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (SourceFile file : tree.files()) {
      if (file.kind() != SourceKind.ASM) {
        continue;
      }
      for (Target target : loader.load(file).unit().orElseThrow().targets()) {
        if (!Targets.known().newest().contains(target)) {
          continue;
        }
        for (Set<String> names : variantsOf(target)) {
          MachineCodeDiff diff = compare(assembler, importPath, file, target, names);
          diff.problems()
              .forEach(it -> problems.add(file.relative() + " on " + target + ": " + it));
          if (diff.removed() + diff.replaced() > 0) {
            changes
                .computeIfAbsent(target.goarch(), goarch -> new TreeSet<>())
                .add(
                    String.format(
                        "%s: %d removed, %d replaced",
                        file.relative(), diff.removed(), diff.replaced()));
          }
        }
      }
    }
    assertThat(problems).isEmpty();
    return changes;
  }

  private MachineCodeDiff compare(
      Assembler assembler, String importPath, SourceFile file, Target target, Set<String> names)
      throws IOException, InterruptedException {
    Path old = file.absolute();
    Path now = after.resolve(file.relative());
    if (Files.mismatch(old, now) < 0) {
      assembler.assemble(old, target, importPath, names);
      return new MachineCodeDiff();
    }
    return MachineCodeDiff.of(
        assembler.assemble(old, target, importPath, names),
        assembler.assemble(now, target, importPath, names));
  }

  /** The go command passes on GOMIPS, which the files test. */
  private static List<Set<String>> variantsOf(Target target) {
    return switch (target.goarch()) {
      case "mips", "mipsle" -> List.of(Set.of("GOMIPS_hardfloat"), Set.of("GOMIPS_softfloat"));
      case "mips64", "mips64le" ->
          List.of(Set.of("GOMIPS64_hardfloat"), Set.of("GOMIPS64_softfloat"));
      default -> List.of(Set.of());
    };
  }
}
