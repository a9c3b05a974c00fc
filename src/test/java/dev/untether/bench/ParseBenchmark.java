package dev.untether.bench;

import dev.untether.asm.AsmFile;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Bytes to trees, for every {@code .s} file of a GOROOT. */
// The serial collector works on the thread that is measured: its time counts too.
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@State(Scope.Thread)
public class ParseBenchmark {
  private List<SourceText> texts = List.of();
  private double megabytes;

  @Setup
  public void load() throws IOException {
    texts = Goroot.assembly();
    megabytes = Goroot.megabytes(texts);
  }

  @Benchmark
  public void parse(Blackhole sink, Rate rate) {
    for (SourceText text : texts) {
      sink.consume(AsmFile.parse("x.s", text));
    }
    rate.megabytes += megabytes;
  }
}
