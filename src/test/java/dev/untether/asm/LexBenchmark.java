package dev.untether.asm;

import dev.untether.bench.Goroot;
import dev.untether.bench.Rate;
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

/**
 * Bytes to tokens, for every {@code .s} file of a GOROOT. It stands here and not with the other
 * benchmarks because the lexer is nobody's but this package's.
 */
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@State(Scope.Thread)
public class LexBenchmark {
  private List<SourceText> texts = List.of();
  private double megabytes;

  @Setup
  public void load() throws IOException {
    texts = Goroot.assembly();
    megabytes = Goroot.megabytes(texts);
  }

  @Benchmark
  public void lex(Blackhole sink, Rate rate) {
    for (SourceText text : texts) {
      sink.consume(AsmLexer.tokens(text));
    }
    rate.megabytes += megabytes;
  }
}
