package dev.untether.bench;

import dev.untether.asm.AsmFile;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that tells what trees cost: bytes of heap for a byte of source. */
public final class TreeMemory {
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private TreeMemory() {}

  /**
   * Parses files, holds all trees, and compares the heap with what it was before.
   *
   * @param args one file; without it, every {@code .s} file of a GOROOT
   */
  public static void main(String[] args) throws IOException {
    List<SourceText> texts =
        args.length == 0
            ? Goroot.assembly()
            : List.of(SourceText.of(Files.readAllBytes(Path.of(args[0]))));
    // A small tree first: classes and headers that are loaded once are no part of any tree.
    AsmFile.parse(
        "x.s", SourceText.of("#include \"textflag.h\"\nTEXT ·f(SB), NOSPLIT, $0\n\tRET\n"));
    long before = liveBytes();
    long start = System.nanoTime();
    List<AsmFile> trees = new ArrayList<>();
    for (SourceText text : texts) {
      trees.add(AsmFile.parse("x.s", text));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    // The trees are read below, so they and their texts, counted already, are still alive here.
    long cost = liveBytes() - before;
    double source = Goroot.megabytes(texts) * 1e6;
    System.out.printf(
        "%d files, %.1f MB, parsed in %.2f s: %.1f bytes of tree for a byte of source (%d nodes),"
            + " and the byte itself%n",
        texts.size(),
        source / 1e6,
        seconds,
        cost / source,
        trees.stream().mapToLong(file -> file.tree().nodeCount()).sum());
  }

  /** Returns the bytes in use after the collector has found what it can. */
  private static long liveBytes() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      MEMORY.gc();
      used = Math.min(used, MEMORY.getHeapMemoryUsage().getUsed());
    }
    return used;
  }
}
