package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.cli.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What real modules do with linknames and assembly, scanned: each folder of
 * src/test/resources/module/idioms has a tree, what is printed about it and, where there are any,
 * the options.
 */
final class ScanIdiomsTest {
  private static final Path ROOT = Path.of("src/test/resources/module/idioms");

  // Outside the repository, for the tree of one case is meant to have no go.mod above it.
  @TempDir private Path scratch;

  static Stream<String> idioms() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.map(it -> it.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("idioms")
  void isScannedAsTheFolderSays(String idiom) throws IOException {
    Path folder = ROOT.resolve(idiom);
    CommandRun.copy(folder.resolve("tree"), scratch.resolve("tree"));
    List<String> arguments = new ArrayList<>(List.of("scan"));
    Path options = folder.resolve("options.txt");
    if (Files.exists(options)) {
      arguments.addAll(List.of(Files.readString(options, UTF_8).strip().split(" ")));
    }
    arguments.add(scratch.resolve("tree").toString());

    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));

    assertThat(run.out() + "--\n" + run.err())
        .isEqualTo(Files.readString(folder.resolve("expected.txt"), UTF_8));
    assertThat(run.exit()).isEqualTo(ExitCode.OK);
  }
}
