package dev.untether.report.diff;

import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes as no person would make them: every shape that files and edits can have. */
final class RandomPatches {
  private final Random random;

  private RandomPatches(Random random) {
    this.random = random;
  }

  static List<FilePatch> of(Random random, int count) {
    RandomPatches source = new RandomPatches(random);
    List<FilePatch> patches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      patches.add(source.patch("dir" + i % 3 + "/file " + i + ".s"));
    }
    return patches;
  }

  private FilePatch patch(String path) {
    List<byte[]> before = lines();
    return switch (random.nextInt(8)) {
      case 0 -> FilePatch.created(path, text(before));
      case 1 -> FilePatch.deleted(path, text(before));
      case 2 -> FilePatch.modified(path, text(before), text(lines()));
      default -> FilePatch.modified(path, text(before), text(edited(before)));
    };
  }

  private List<byte[]> edited(List<byte[]> before) {
    List<byte[]> after = new ArrayList<>(before);
    for (int edits = random.nextInt(7); edits > 0; edits--) {
      edit(after);
    }
    return after;
  }

  private void edit(List<byte[]> lines) {
    int place = random.nextInt(lines.size() + 1);
    int end = Math.min(lines.size(), place + random.nextInt(5));
    switch (random.nextInt(4)) {
      case 0 -> lines.addAll(place, lines());
      case 1 -> lines.subList(place, end).clear();
      case 2 -> lines.subList(place, end).replaceAll(line -> line());
      default -> {
        List<byte[]> moved = new ArrayList<>(lines.subList(place, end));
        lines.subList(place, end).clear();
        lines.addAll(random.nextInt(lines.size() + 1), moved);
      }
    }
  }

  private List<byte[]> lines() {
    List<byte[]> lines = new ArrayList<>();
    for (int count = random.nextInt(5) == 0 ? 0 : random.nextInt(60); count > 0; count--) {
      lines.add(line());
    }
    return lines;
  }

  /** Returns a line without its line feed; few different ones, so that diffs are ambiguous. */
  private byte[] line() {
    return switch (random.nextInt(12)) {
      case 0 -> noise();
      case 1 -> new byte[0];
      case 2 -> latin1("-- a/looks like a header");
      case 3 -> latin1("@@ -1,2 +3,4 @@");
      case 4 -> latin1("\\ No newline at end of file");
      case 5 -> latin1("diff --git a/x b/x");
      case 6 -> latin1("\tRET\r");
      default -> latin1((random.nextInt(5) == 0 ? "TEXT " : "\tMOVQ ") + random.nextInt(6));
    };
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(4)];
    random.nextBytes(bytes);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '\n' ? 0 : bytes[i];
    }
    return bytes;
  }

  private static byte[] latin1(String line) {
    return line.getBytes(StandardCharsets.ISO_8859_1);
  }

  private SourceText text(List<byte[]> lines) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      text.writeBytes(line);
      text.write('\n');
    }
    byte[] bytes = text.toByteArray();
    boolean cut = bytes.length > 0 && random.nextInt(4) == 0;
    return SourceText.of(cut ? Arrays.copyOf(bytes, bytes.length - 1) : bytes);
  }
}
