package dev.untether.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.report.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recipes that repair directives touch only what the real compiler refuses, so they can take
 * nothing away that works. That it takes the results is {@link MigratedGoCasesTest}'s.
 */
final class RepairedDirectivesTest {
  private static final Path RECIPES = Path.of("recipes");

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> whatIsRepairedDidNotCompile() {
    return Stream.of("add-unsafe-import", "repair-directive")
        .flatMap(recipe -> list(RECIPES.resolve(recipe).resolve("cases")).stream())
        .filter(directory -> Files.isDirectory(directory.resolve("after")))
        .map(
            directory ->
                DynamicTest.dynamicTest(
                    RECIPES.relativize(directory).toString(),
                    () ->
                        assertThat(build(directory.resolve("before")))
                            .containsAnyOf(
                                "only allowed in Go files that import \"unsafe\"",
                                "missing function body",
                                "usage: //go:linkname",
                                "misplaced compiler directive",
                                "duplicate //go:linkname",
                                "must refer to declared function or variable")));
  }

  private String build(Path from) throws IOException {
    Path copy = Files.createTempDirectory(scratch, "module");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(from.relativize(file).toString());
        Files.createDirectories(to.resolveSibling(""));
        Files.copy(file, to);
      }
    }
    String command = "GOTOOLCHAIN=go1.27.4 GOFLAGS= GOWORK=off go build ./... 2>&1 || true";
    byte[] printed = new Command(copy).run(new byte[0], "sh", "-c", command);
    return new String(printed, StandardCharsets.UTF_8);
  }

  private static List<Path> list(Path directory) {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
