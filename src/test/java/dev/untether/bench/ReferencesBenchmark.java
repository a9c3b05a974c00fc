package dev.untether.bench;

import dev.untether.asm.AsmFile;
import dev.untether.asm.Conditionals;
import dev.untether.asm.ReferenceReader;
import dev.untether.asm.arch.Architecture;
import dev.untether.module.AssemblyLoader;
import dev.untether.module.AssemblyUnit;
import dev.untether.module.ModuleTree;
import dev.untether.module.SourceFile;
import dev.untether.module.SourceKind;
import dev.untether.module.target.Targets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Trees to references, for every {@code .s} file of a GOROOT, on every architecture that builds it
 * and in every setting of its conditionals: the work of a scan after parsing. A file counts once,
 * however often it must be read.
 */
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
@State(Scope.Thread)
public class ReferencesBenchmark {
  private final List<AssemblyUnit> units = new ArrayList<>();
  private double megabytes;

  @Setup
  public void load() throws IOException {
    ModuleTree tree = ModuleTree.discover(Goroot.sources());
    AssemblyLoader loader = new AssemblyLoader(tree, Targets.known().releases());
    for (SourceFile file : tree.files()) {
      if (file.kind() == SourceKind.ASM) {
        loader.load(file).unit().ifPresent(units::add);
      }
    }
    units.removeIf(unit -> unit.file().dialect() != AsmFile.Dialect.GO);
    megabytes = Goroot.megabytes(units.stream().map(unit -> unit.file().source()).toList());
  }

  @Benchmark
  public void read(Blackhole sink, Rate rate) {
    for (AssemblyUnit unit : units) {
      Conditionals conditionals = Conditionals.of(unit.file(), unit.headers());
      for (AssemblyUnit.TargetClass targets : AssemblyUnit.classes(conditionals, unit.targets())) {
        Architecture architecture = Architecture.forGoarch(targets.goarch()).orElseThrow();
        for (Set<String> world : conditionals.worlds(targets.predefined())) {
          ReferenceReader.read(unit.file(), unit.headers(), architecture, world, sink::consume);
        }
      }
    }
    rate.megabytes += megabytes;
  }
}
