package dev.untether.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.access.Reference.FromAssembly;
import dev.untether.access.Reference.FunctionPull;
import dev.untether.access.Reference.VariablePull;
import dev.untether.module.target.GoToolchain;
import dev.untether.module.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Agreement with the unmodified linker, which stops at its first word: one symbol a build. Runs
 * where {@code -Duntether.linker.sample=N} asks for N builds of each kind and outcome.
 */
final class RealLinkerTest {
  private static final int SAMPLE = Integer.getInteger("untether.linker.sample", 0);
  private static final List<String> IMPORTED =
      List.of("encoding/json", "hash/crc32", "math/big", "net/http", "os/exec", "time");
  private static final List<String> JUDGED =
      List.of(
          "runtime",
          "reflect",
          "sync",
          "sync/atomic",
          "syscall",
          "os",
          "time",
          "strings",
          "net",
          "net/http",
          "crypto/tls",
          "math/big",
          "hash/crc32",
          "internal/bytealg",
          "internal/cpu",
          "internal/runtime/atomic",
          "internal/poll");

  @ParameterizedTest
  @CsvSource({
    "go1.22.12, 22, linux/amd64",
    "go1.23.5,  23, linux/amd64",
    "go1.24.4, 24, linux/amd64",
    "go1.25.12, 25, linux/arm64",
    "go1.26.11, 26, linux/s390x",
    "go1.27.4,  27, linux/amd64",
    "go1.27.4,  27, linux/386",
    "go1.27.4,  27, darwin/arm64",
  })
  void agrees(String toolchain, int release, String targetName, @TempDir Path directory)
      throws Exception {
    Assumptions.assumeTrue(SAMPLE > 0, "set -Duntether.linker.sample=N to build N of each kind");
    GoToolchain.require(toolchain);
    Target target = Target.parse(targetName);
    AccessData data = AccessData.of(release).orElseThrow();
    Judge judge = data.judge(target, /* cgo= */ false);
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Reference reference : sample(data, judge, new Configuration(target, false))) {
      asked++;
      Verdict verdict = judge.judge(reference);
      String said = build(directory, reference, toolchain, target);
      if (!agree(verdict, said)) {
        wrong.add(reference + ": " + verdict + "; the linker: " + said);
      }
    }
    System.err.println(
        toolchain + " " + target + ": " + asked + " builds, " + wrong.size() + " disagreements");
    assertThat(wrong).isEmpty();
  }

  private static boolean agree(Verdict verdict, String said) {
    return switch (verdict.outcome()) {
      case ACCEPTED -> said.isEmpty();
      case REJECTED, UNDEFINED -> said.contains(verdict.message());
      default -> true;
    };
  }

  /** The same symbols every time, as many of each outcome as there are to have. */
  private static List<Reference> sample(AccessData data, Judge judge, Configuration configuration) {
    List<Reference> all = new ArrayList<>();
    for (String path : JUDGED) {
      for (String symbol : data.symbols(path)) {
        data.symbol(symbol, configuration)
            .filter(facts -> isAskable(symbol))
            .ifPresent(
                facts -> {
                  all.add(new FromAssembly("main", symbol));
                  all.add(
                      facts.isData()
                          ? new VariablePull("main", symbol, /* initialised= */ false, "byte")
                          : new FunctionPull("main", symbol));
                });
      }
    }
    Collections.shuffle(all, new Random(27));
    Map<Class<?>, Map<Outcome, Integer>> kinds = new HashMap<>();
    List<Reference> chosen = new ArrayList<>();
    for (Reference reference : all) {
      Map<Outcome, Integer> counts =
          kinds.computeIfAbsent(reference.getClass(), kind -> new EnumMap<>(Outcome.class));
      if (counts.merge(judge.judge(reference).outcome(), 1, Integer::sum) <= SAMPLE) {
        chosen.add(reference);
      }
    }
    return chosen;
  }

  private static boolean isAskable(String symbol) {
    String name = symbol.substring(symbol.lastIndexOf('/') + 1);
    return name.matches("[a-z0-9]+\\.\\w+") && !name.endsWith(".init");
  }

  private static String build(Path directory, Reference reference, String toolchain, Target target)
      throws IOException, InterruptedException {
    StringBuilder main = new StringBuilder("package main\n\nimport (\n\t_ \"unsafe\"\n");
    IMPORTED.forEach(path -> main.append("\t_ \"").append(path).append("\"\n"));
    main.append(")\n\n");
    StringBuilder assembly = new StringBuilder("#include \"textflag.h\"\n");
    if (reference instanceof FromAssembly) {
      int width = List.of("386", "arm", "mips", "mipsle").contains(target.goarch()) ? 4 : 8;
      String spelled = reference.symbol().replace('.', '·').replace('/', '∕');
      assembly
          .append("DATA ·used(SB)/" + width + ", $" + spelled + "(SB)\n")
          .append("GLOBL ·used(SB), NOPTR, $" + width + "\n");
      main.append("var used uintptr\n\nfunc main() { println(used) }\n");
    } else {
      main.append("//go:linkname used " + reference.symbol() + "\n");
      main.append(
          reference instanceof FunctionPull
              ? "func used()\n\nfunc main() { used() }\n"
              : "var used byte\n\nfunc main() { println(used) }\n");
    }
    Files.writeString(directory.resolve("go.mod"), "module example.com/m\n\ngo 1.21\n");
    Files.writeString(directory.resolve("main.go"), main);
    Files.writeString(directory.resolve("use.s"), assembly);
    Path output = directory.resolve("output");
    ProcessBuilder go =
        new ProcessBuilder("go", "build", "-o", directory.resolve("program").toString(), ".")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    go.environment().put("GOTOOLCHAIN", toolchain);
    go.environment().put("GOOS", target.goos());
    go.environment().put("GOARCH", target.goarch());
    go.environment().put("CGO_ENABLED", "0");
    go.environment().put("GOFLAGS", "");
    Process process = go.start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("a build took more than ten minutes");
    }
    return process.exitValue() == 0 ? "" : Files.readString(output, UTF_8);
  }
}
