package dev.untether.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.access.Outcome;
import dev.untether.access.Rule;
import dev.untether.module.target.Target;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Builds every case with the real toolchains and compares what happens with what was predicted:
 * {@code -Duntether.real=true}; takes minutes when the standard library is not in Go's cache.
 */
@EnabledIfSystemProperty(named = "untether.real", matches = "true")
final class RealBuildTest {
  private static final Map<Integer, String> TOOLCHAINS = Map.of(26, "go1.26.8", 27, "go1.27.4");
  private static final List<Target> TARGETS =
      Stream.of("linux/386", "linux/amd64", "linux/arm64").map(Target::parse).toList();

  @TempDir private Path directory;

  static Stream<LinkCase> cases() {
    return LinkCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void buildsOrFailsAsPredicted(LinkCase one) throws Exception {
    List<CheckFinding> findings = one.findings();
    for (int release : TOOLCHAINS.keySet()) {
      for (Target target : TARGETS) {
        String printed = build(one, release, target);
        if (printed.contains("build constraints exclude all Go files")) {
          continue;
        }
        String where = one + ", Go 1." + release + ", " + target;
        List<String> predicted = failures(findings, release, target);
        boolean mayFail = isOpen(findings, release, target);
        if (predicted.isEmpty()) {
          assertThat(printed.isEmpty() || mayFail).as(where + ": " + printed).isTrue();
        } else {
          assertThat(predicted).as(where + ": " + printed).anyMatch(printed::contains);
        }
      }
    }
  }

  /** Returns what the compiler or the linker may print first; nothing if the build is to pass. */
  private static List<String> failures(List<CheckFinding> findings, int release, Target target) {
    List<String> messages = new ArrayList<>();
    for (CheckFinding finding : findings) {
      boolean isOfLinker = finding.verdicts().stream().anyMatch(it -> it.release() > 0);
      if (finding.rule().id().equals("linknamestd-outside-std")) {
        // Compilers that pass over the directive miss the body; newer ones take it for a linkname.
        if (release < 27) {
          messages.add("missing function body");
        }
      } else if (!isOfLinker && finding.finding().severity() == Severity.ERROR) {
        messages.add(finding.finding().message());
      }
      // Built only with tags, which this test does not give.
      boolean isBuilt = !finding.finding().message().contains("-tags");
      finding.verdicts().stream()
          .filter(it -> isBuilt && it.release() == release && !it.cgo())
          .filter(it -> it.target().equals(target))
          .map(CellVerdict::verdict)
          .filter(it -> it.outcome() == Outcome.REJECTED || it.outcome() == Outcome.UNDEFINED)
          .forEach(it -> messages.add(it.message()));
    }
    return messages;
  }

  /** Returns whether the prediction leaves it open, or the compiler misses a body. */
  private static boolean isOpen(List<CheckFinding> findings, int release, Target target) {
    return findings.stream().anyMatch(it -> it.rule().id().equals("ignored-directive"))
        || findings.stream()
            .flatMap(it -> it.verdicts().stream())
            .filter(it -> it.release() == release && it.target().equals(target))
            .anyMatch(it -> it.verdict().rule() == Rule.MAYBE_THROUGH_IMPORT);
  }

  private String build(LinkCase one, int release, Target target)
      throws IOException, InterruptedException {
    Path module = Files.createDirectories(directory.resolve(release + target.goarch()));
    try (Stream<Path> files = Files.list(one.directory())) {
      for (Path file : files.filter(it -> !it.endsWith(LinkCase.EXPECTED)).toList()) {
        Files.copy(file, module.resolve(file.getFileName()));
      }
    }
    ProcessBuilder go =
        new ProcessBuilder("go", "build", "-o", directory.resolve("program").toString(), ".")
            .directory(module.toFile())
            .redirectErrorStream(true);
    go.environment()
        .putAll(
            Map.of(
                "GOTOOLCHAIN", String.valueOf(TOOLCHAINS.get(release)),
                "GOFLAGS", "",
                "CGO_ENABLED", "0",
                "GOOS", target.goos(),
                "GOARCH", target.goarch()));
    Process process = go.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? "" : printed;
  }
}
