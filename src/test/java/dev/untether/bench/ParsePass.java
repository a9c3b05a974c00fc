package dev.untether.bench;

import dev.untether.asm.AsmFile;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that parses files one after the other on one thread and does nothing else: what {@code
 * src/bench/compare} holds against other programs, the start of the JVM included.
 */
public final class ParsePass {
  private ParsePass() {}

  /**
   * Parses the files that a list names.
   *
   * @param args the list, a path a line; how many passes to make
   */
  public static void main(String[] args) throws IOException {
    List<SourceText> texts = new ArrayList<>();
    for (String file : Files.readAllLines(Path.of(args[0]))) {
      texts.add(SourceText.of(Files.readAllBytes(Path.of(file))));
    }
    double best = 0;
    int problems = 0;
    for (int pass = Integer.parseInt(args[1]); pass > 0; pass--) {
      problems = 0;
      long start = System.nanoTime();
      for (SourceText text : texts) {
        problems += AsmFile.parse("x.s", text).problems().size();
      }
      best = Math.max(best, Goroot.megabytes(texts) * 1e9 / (System.nanoTime() - start));
    }
    System.out.printf("%d files, %d problems, %.1f MB/s%n", texts.size(), problems, best);
  }
}
