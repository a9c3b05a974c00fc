package dev.untether.bench;

import dev.untether.report.diff.FilePatch;
import dev.untether.report.diff.UnifiedDiff;
import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Texts to a diff, for every {@code .s} file of a GOROOT after one change in every 100 lines. */
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@State(Scope.Thread)
public class UnifiedDiffBenchmark {
  private static final int LINES_TO_A_CHANGE = 100;

  private final UnifiedDiff diff = new UnifiedDiff();
  private final List<FilePatch> patches = new ArrayList<>();
  private double megabytes;

  @Setup
  public void load() throws IOException {
    List<SourceText> texts = Goroot.assembly();
    for (SourceText before : texts) {
      patches.add(FilePatch.modified(patches.size() + ".s", before, changed(before)));
    }
    megabytes = Goroot.megabytes(texts);
  }

  /** Returns {@code text} with lines removed, replaced and added, in turn. */
  private static SourceText changed(SourceText text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    byte[] added = {'\t', 'N', 'O', 'P', '\n'};
    for (int line = 1; line < text.lineCount(); line++) {
      int change = line % LINES_TO_A_CHANGE == 0 ? line / LINES_TO_A_CHANGE % 3 : -1;
      if (change != 0 && change != 1) {
        int start = text.lineStart(line);
        out.write(text.bytes(), start, text.lineStart(line + 1) - start);
      }
      if (change == 1 || change == 2) {
        out.writeBytes(added);
      }
    }
    return SourceText.of(out.toByteArray());
  }

  @Benchmark
  public void write(Rate rate) throws IOException {
    diff.write(patches, OutputStream.nullOutputStream());
    rate.megabytes += megabytes;
  }
}
