package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImportSectionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package p\n\nimport \"a\"\nimport \"b/c\"\n",
        "package p; import (\"a\"; \"b/c\")\n",
        "package p\nimport (\n\t_ \"a\" // why\n\tx \"b/c\"\n)\nvar d = 1\n",
        "package p\nimport . \"a\"\nimport `b/c`\nfunc f() { this is no Go",
        "\uFEFFpackage p\r\nimport (\r\n\t\"a\"\r\n)\r\nimport ()\r\nimport \"b\\x2fc\"\r\n",
        "package p /* so */ import /**/ \"a\" /**/; import ü \"b/c\"",
        "package p\nimport \"a\"\nimport \"b/c\"\nvar x int\nimport \"too/late\"\n",
        "package p\nimport \"a\"\nimport \"b/c\"\n// import \"comment\"\n/* import \"d\" */\n",
        "package p\nimport \"a\"\nimport \"b/c\"\nimportant \"d\"\n",
        "package p\nimport (\n\"a\"\n\"b/c\"\n+ \"d\"\n)\n",
        "package p\nimport \"a\"\nimport \"b/c\"\nimport \"open\n",
      })
  void isWhatStandsBeforeTheFirstOtherThing(String source) {
    ImportSection section = ImportSection.of(SourceText.of(source));

    assertThat(section.packageName()).isEqualTo("p");
    assertThat(section.imports()).containsExactlyInAnyOrder("a", "b/c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "import \"a\"", "package", "package p", "package p\nimport", "x\0"})
  void isEmptyWhereNothingIsImported(String source) {
    assertThat(ImportSection.of(SourceText.of(source)).imports()).isEmpty();
  }

  @Test
  void tellsCgoFiles() {
    assertThat(ImportSection.of(SourceText.of("package p\nimport \"C\"\n")).importsC()).isTrue();
    assertThat(ImportSection.of(SourceText.of("package p\nimport \"c\"\n")).importsC()).isFalse();
  }

  @Test
  void isWhatTheParserOfWholeFilesFindsInGoroot() throws IOException, InterruptedException {
    Path source = GoToolchain.require("local").goroot().resolve("src");
    int files = 0;
    try (Stream<Path> paths = Files.walk(source)) {
      for (Path path : (Iterable<Path>) paths.filter(ImportSectionTest::isSound)::iterator) {
        SourceText text = SourceText.of(Files.readAllBytes(path));
        GoFile whole = GoFile.parse(path.toString(), text);

        ImportSection section = ImportSection.of(text);

        assertThat(new TreeSet<>(section.imports()))
            .as(path.toString())
            .isEqualTo(
                whole.imports().stream()
                    .map(Import::path)
                    .collect(Collectors.toCollection(TreeSet::new)));
        files++;
      }
    }
    assertThat(files).isGreaterThan(5000);
  }

  private static boolean isSound(Path path) {
    return path.toString().endsWith(".go") && !path.toString().contains("testdata");
  }
}
