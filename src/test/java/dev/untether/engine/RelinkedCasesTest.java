package dev.untether.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.engine.GoProject.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases about references from assembly that bring tests along: before, Go 1.27 does not link them
 * and older releases do; afterwards, all of them do, and the tests pass, on every machine at hand.
 */
final class RelinkedCasesTest {

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of("recipes"), /* maxDepth= */ 5)) {
      return paths
          .filter(path -> path.toString().endsWith("_test.go"))
          .filter(path -> path.toString().contains("asm-reference"))
          .map(path -> path.resolve("../..").normalize())
          .distinct()
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLinkerOfGo127RefusesWhatWasThere(Path directory) throws Exception {
    GoProject before = GoProject.require(directory.resolve("before"), "go1.27.4");

    assertThat(before.go("amd64", "test", "./...").output()).contains("invalid reference to");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void olderReleasesLinkWhatWasThere(Path directory) throws Exception {
    GoProject before = GoProject.require(directory.resolve("before"), "go1.26.11");

    passes(before, "amd64", Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theTestsPassAfterwards(Path directory) throws Exception {
    boolean isOld = Files.readString(directory.resolve("after/go.mod")).contains("go 1.21\n");
    for (String toolchain :
        isOld ? List.of("go1.21.13", "go1.26.11", "go1.27.4") : List.of("go1.26.11", "go1.27.4")) {
      passes(GoProject.require(directory.resolve("after"), toolchain), "amd64", Optional.empty());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theTestsPassAfterwardsOnArm64(Path directory) throws Exception {
    GoProject after = GoProject.require(directory.resolve("after"), "go1.27.4");
    if (after.go("arm64", "list", "./...").output().contains("matched no packages")) {
      return;
    }
    Optional<String> emulator = GoProject.arm64Emulator();
    if (emulator.isEmpty()) {
      System.err.println("NOT RUN, ONLY BUILT: no qemu for arm64, " + directory);
      Result vet = after.go("arm64", "vet", "./...");
      assertThat(vet.exit()).as(vet.output()).isZero();
      return;
    }
    passes(after, "arm64", emulator);
  }

  private static void passes(GoProject project, String goarch, Optional<String> emulator)
      throws IOException, InterruptedException {
    Result result =
        emulator.isPresent()
            ? project.go(goarch, "test", "-exec", emulator.get(), "./...")
            : project.go(goarch, "test", "./...");
    assertThat(result.exit()).as("%s %s: %s", project, goarch, result.output()).isZero();
  }
}
