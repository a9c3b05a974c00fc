package dev.untether;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A file or package that outgrows its size holds more than one idea. */
final class FileSizeTest {
  private static final int MAX_LINES = 500;
  private static final int MAX_FILES = 30;

  @Test
  void noSourceFileIsTooLong() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : Layout.sourceFiles()) {
      int lines = Files.readAllLines(file).size();
      if (lines > MAX_LINES) {
        tooLong.add(file + ": " + lines + " lines");
      }
    }
    assertThat(tooLong).as("files of more than %d lines", MAX_LINES).isEmpty();
  }

  @Test
  void noPackageHasTooManyFiles() {
    List<String> tooMany = new ArrayList<>();
    Layout.sourceFiles().stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .collect(groupingBy(Path::getParent, TreeMap::new, counting()))
        .forEach(
            (directory, files) -> {
              if (files > MAX_FILES) {
                tooMany.add(directory + ": " + files + " files");
              }
            });
    assertThat(tooMany).as("packages of more than %d files", MAX_FILES).isEmpty();
  }
}
