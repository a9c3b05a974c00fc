package dev.untether.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.untether.cli.option.ExitCode;
import dev.untether.module.target.GoToolchain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sample, migrated, built and run for real. It takes minutes, so it is for the build machine:
 * UNTETHER_REQUIRE_GO=1 turns it on, as {@code .ci/run} does.
 */
final class ProofOfSamplesTest {
  private static final String[] BOTH = {
    "--recipe", "drop-load-g-from-crosscall2", "--recipe", "inline-g-in-setg-trampoline"
  };
  private static final String EIGHT =
      "linux/386,linux/amd64,linux/arm,linux/arm64,linux/loong64,linux/ppc64le,linux/riscv64,"
          + "linux/s390x";

  @TempDir Path directory;

  @BeforeAll
  static void onTheBuildMachineOnly() {
    BuildMachine.require("proofs of the samples");
  }

  @Test
  void theMigratedSampleLinksWhereverItDidOnTwoReleases() throws Exception {
    String goroot = GoToolchain.require("go1.27.4").goroot().toString();
    Path evidence = directory.resolve("evidence");

    CommandRun run =
        verify(
            "samples/fakecgo",
            BOTH,
            "--go",
            "1.26..1.27",
            "--target",
            EIGHT,
            "--goroot",
            goroot,
            "--evidence",
            evidence.toString());

    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).contains("16 builds: 16 same");
    assertThat(run.out())
        .contains("asm_riscv64.s, crosscall2: 1 instruction removed: JAL X1, runtime.load_g(SB);")
        .contains(
            "1 instruction removed: CALL runtime.load_g(SB); 1 instruction added: MOVD 192(R15), g;"
                + " nothing else");
    assertThat(evidence.resolve("proof.md")).content().contains("| linux/s390x | same | same |");
    assertThat(evidence.resolve("proof.html"))
        .content()
        .contains("<th scope=\"row\">linux/s390x</th><td class=\"good\">same</td>")
        .contains("<span class=\"removed\">- CALL runtime.load_g(SB)</span>");
    assertThat(evidence.resolve("proof.json")).content().contains("\"digestAfter\":\"sha256:");
  }

  @Test
  void whereTheLinkerRefusesLoadGTheMigrationMends() throws Exception {
    Path goroot = gorootWithStandardOnly("load_g");

    CommandRun run =
        verify(
            "samples/fakecgo",
            BOTH,
            "--go",
            "1.27",
            "--target",
            "linux/arm64",
            "--goroot",
            goroot.toString());

    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .contains(
            "fixed: example.com/fakecgo",
            "link: example.com/fakecgo/internal/fakecgo: invalid reference to runtime.load_g");
  }

  @Test
  void whereItRefusesCgocallbackTooNothingHelpsAndNobodyIsBlamed() throws Exception {
    Path goroot = gorootWithStandardOnly("load_g", "cgocallback");

    CommandRun run =
        verify(
            "samples/fakecgo",
            BOTH,
            "--go",
            "1.27",
            "--target",
            "linux/arm64",
            "--goroot",
            goroot.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("still failing: example.com/fakecgo", "invalid reference to runtime.cgocallback")
        .doesNotContain("Withdrawn");
  }

  @Test
  void aRecipeThatBreaksTheBuildIsWithdrawnWhereItDoes() throws Exception {
    Path copy = directory.resolve("copy");
    CommandRun.copy(Path.of("samples/fakecgo"), copy);
    Path broken = copy.resolve("internal/fakecgo/asm_arm64.s");

    CommandRun run =
        CommandRun.of(
            "migrate",
            "--verify",
            "--write",
            "--go",
            "1.26",
            "--target",
            "linux/arm64,linux/riscv64",
            "--recipes",
            "src/test/resources/verify/recipes",
            "--recipe",
            "call-what-is-not-there,drop-load-g-from-crosscall2",
            copy.toString());

    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.PARTIAL);
    assertThat(run.err())
        .contains("internal/fakecgo/asm_arm64.s: warning: withdrawn")
        .contains("relocation target", "notThereAtAll");
    // The other recipe does its work there, now that nothing stands in its way.
    assertThat(Files.readString(broken)).doesNotContain("notThereAtAll", "load_g");
    assertThat(copy.resolve("internal/fakecgo/asm_riscv64.s")).content().doesNotContain("load_g");
  }

  @ParameterizedTest
  @CsvSource({
    "amd64, native",
    "arm64, qemu-aarch64-static",
    "ppc64le, qemu-ppc64le-static",
    "riscv64, qemu-riscv64-static",
    "s390x, qemu-s390x-static",
  })
  void cCallsGoThroughTheMigratedAssembly(String goarch, String emulator) throws Exception {
    Path module = migratedSampleWithCallback();

    assertThat(callBack(module, goarch, emulator)).isEqualTo("called back 42\n");
  }

  @Test
  void withoutTheCallOfCgocallbackNothingIsCalledBack() throws Exception {
    Path module = migratedSampleWithCallback();
    Path file = module.resolve("internal/fakecgo/asm_arm64.s");
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("(?m)^\tBL\truntime·cgocallback\\(SB\\)\n", ""));

    assertThat(Files.readString(file)).isNotEqualTo(text);
    assertThat(callBack(module, "arm64", "qemu-aarch64-static")).contains("wrong: 21");
  }

  private Path migratedSampleWithCallback() {
    Path module = directory.resolve("migrated");
    CommandRun.copy(Path.of("samples/fakecgo"), module);
    CommandRun run =
        CommandRun.of(
            Stream.concat(Stream.of("migrate", "--write", module.toString()), Stream.of(BOTH))
                .toArray(String[]::new));
    assertThat(run.err()).contains("8 files changed");
    CommandRun.copy(Path.of("src/test/resources/verify/callback"), module.resolve("callback"));
    return module;
  }

  private String callBack(Path module, String goarch, String emulator) throws Exception {
    Path program = directory.resolve("program-" + goarch);
    // The program that plays C needs asmcgocall, which Go 1.27 gives to nobody.
    String built =
        run(
            module,
            Map.of("CGO_ENABLED", "0", "GOOS", "linux", "GOARCH", goarch, "GOFLAGS", ""),
            List.of(
                "go",
                "build",
                "-ldflags=-checklinkname=0",
                "-o",
                program.toString(),
                "./callback"));
    assertThat(built).isEmpty();
    boolean isNative = emulator.equals("native");
    if (!isNative && !Files.isExecutable(Path.of("/usr/bin", emulator))) {
      fail(emulator + " is missing: apt-get install qemu-user-static");
    }
    List<String> command =
        isNative
            ? List.of(program.toString())
            : List.of("/usr/bin/" + emulator, program.toString());
    return run(module, Map.of(), command);
  }

  private static String run(Path module, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(module.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    process.getInputStream().transferTo(out);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static CommandRun verify(String path, String[] recipes, String... more) {
    return CommandRun.of(
        Stream.of(Stream.of("verify", path), Stream.of(recipes), Stream.of(more))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  /** Returns a Go 1.27.4 that lets only the standard library refer to {@code names}. */
  private Path gorootWithStandardOnly(String... names) throws Exception {
    Path original = GoToolchain.require("go1.27.4").goroot();
    Path copy = Files.createDirectories(directory.resolve("goroot"));
    for (String part : List.of("VERSION", "go.env", "bin", "pkg", "src")) {
      try (Stream<Path> paths = Files.walk(original.resolve(part))) {
        for (Path path : paths.toList()) {
          Path to = copy.resolve(original.relativize(path).toString());
          if (Files.isDirectory(path)) {
            Files.createDirectories(to);
          } else {
            link(path, to);
          }
        }
      }
    }
    int changed = 0;
    for (String file : List.of("stubs.go", "stubs_arm64.go")) {
      Path source = copy.resolve("src/runtime").resolve(file);
      String text = Files.readString(source);
      String marked = text;
      for (String name : names) {
        marked = marked.replaceAll("(?m)^//go:linkname " + name + "$", "//go:linknamestd " + name);
      }
      changed += marked.equals(text) ? 0 : 1;
      Files.delete(source);
      Files.writeString(source, marked);
    }
    assertThat(changed).isEqualTo(names.length);
    return copy;
  }

  private static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(from, to);
    }
  }
}
