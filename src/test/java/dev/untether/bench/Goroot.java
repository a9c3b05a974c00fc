package dev.untether.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Go installation that the benchmarks read: the largest body of Go assembly there is. */
public final class Goroot {
  private Goroot() {}

  /**
   * Returns its {@code src}: of the Go that UNTETHER_GOROOT_127 names, or of the one on the PATH.
   */
  public static Path sources() throws IOException {
    String named = System.getenv("UNTETHER_GOROOT_127");
    if (named != null) {
      return Path.of(named, "src");
    }
    Process go = new ProcessBuilder("go", "env", "GOROOT").redirectErrorStream(true).start();
    String answer = new String(go.getInputStream().readAllBytes(), UTF_8).strip();
    Path sources = Path.of(answer, "src");
    if (!Files.isDirectory(sources)) {
      throw new IOException("set UNTETHER_GOROOT_127; go env GOROOT says: " + answer);
    }
    return sources;
  }

  /** Returns the text of every {@code .s} file below {@link #sources}, in the order of paths. */
  public static List<SourceText> assembly() throws IOException {
    List<SourceText> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources())) {
      for (Path file : files.filter(it -> it.toString().endsWith(".s")).sorted().toList()) {
        texts.add(SourceText.of(Files.readAllBytes(file)));
      }
    }
    return texts;
  }

  /** Returns the length of all {@code texts} together, in megabytes of a million bytes. */
  public static double megabytes(List<SourceText> texts) {
    return texts.stream().mapToLong(SourceText::length).sum() / 1e6;
  }
}
