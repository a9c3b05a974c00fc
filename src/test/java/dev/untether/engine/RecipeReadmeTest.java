package dev.untether.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.report.diff.FilePatch;
import dev.untether.report.diff.UnifiedDiff;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example in a recipe's README is its case {@code basic}; {@code -Dupdate=true} renews it. */
final class RecipeReadmeTest {
  private static final String START =
      "<!-- the example is cases/basic; -Dupdate=true renews it -->";
  private static final String END = "<!-- end of the example -->";

  static List<Path> recipes() throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("recipes"))) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void showsWhatTheBasicCaseDoes(Path recipe) throws IOException {
    Path readme = recipe.resolve("README.md");
    String text = Files.readString(readme);
    assertThat(text).as("%s marks its example", readme).contains(START + "\n").contains(END + "\n");
    int from = text.indexOf(START) + START.length() + 1;
    String expected = example(recipe.resolve("cases/basic"));
    if (Boolean.getBoolean("update")) {
      String renewed = text.substring(0, from) + expected + text.substring(text.indexOf(END));
      Files.writeString(readme, renewed);
    } else {
      assertThat(text.substring(from, text.indexOf(END))).isEqualTo(expected);
    }
  }

  private static String example(Path directory) throws IOException {
    List<FilePatch> patches = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory.resolve("after"))) {
      for (Path after : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = directory.resolve("after").relativize(after).toString();
        Path before = directory.resolve("before").resolve(name);
        patches.add(FilePatch.modified(name, text(before), text(after)));
      }
    }
    String diff = new String(new UnifiedDiff().toBytes(patches), UTF_8);
    return diff.lines()
        .filter(line -> !line.startsWith("diff --git ") && !line.startsWith("index "))
        .collect(Collectors.joining("\n", "```diff\n", "\n```\n"));
  }

  private static SourceText text(Path file) throws IOException {
    return SourceText.of(Files.readAllBytes(file));
  }
}
