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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    try (Stream<Path> entries = Files.walk(Path.of("recipes"), /* maxDepth= */ 3)) {
      return entries
          .filter(file -> file.endsWith("recipe.yaml"))
          .map(Path::getParent)
          .sorted()
          .toList();
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
    if (!Files.exists(directory.resolve("after"))) {
      // A recipe that only reports.
      String findings = Files.readString(directory.resolve("findings.txt"), UTF_8).strip();
      return "```text\n" + findings + "\n```\n";
    }
    Map<String, SourceText> before = texts(directory.resolve("before"));
    Map<String, SourceText> after = texts(directory.resolve("after"));
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<FilePatch> patches = new ArrayList<>();
    for (String name : names) {
      patches.add(
          new FilePatch(
              name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name))));
    }
    String diff = new String(new UnifiedDiff().toBytes(patches), UTF_8);
    return diff.lines()
        .filter(line -> !line.startsWith("diff --git ") && !line.startsWith("index "))
        .collect(Collectors.joining("\n", "```diff\n", "\n```\n"));
  }

  private static Map<String, SourceText> texts(Path root) throws IOException {
    Map<String, SourceText> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(root.relativize(file).toString(), SourceText.of(Files.readAllBytes(file)));
      }
    }
    return texts;
  }
}
