package dev.untether.report.diff;

import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The parts of a unified diff of several files, as {@code git diff} orders and spells them. */
final class DiffParts {
  private static final SourceText NOTHING = SourceText.of("");

  private final int context;

  DiffParts(int context) {
    if (context < 0) {
      throw new IllegalArgumentException("negative number of context lines: " + context);
    }
    this.context = context;
  }

  /** Sends the parts to {@code sink}, sorted by the bytes of the paths as git sorts them. */
  void send(Collection<FilePatch> patches, DiffSink sink) throws IOException {
    List<FilePatch> sorted = new ArrayList<>(patches);
    sorted.sort((a, b) -> Arrays.compareUnsigned(pathBytes(a), pathBytes(b)));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).path().equals(sorted.get(i - 1).path())) {
        throw new IllegalArgumentException("two patches for one file: " + sorted.get(i).path());
      }
    }
    for (FilePatch patch : sorted) {
      if (!patch.isEmpty()) {
        send(patch, sink);
      }
    }
  }

  private static byte[] pathBytes(FilePatch patch) {
    return patch.path().getBytes(StandardCharsets.UTF_8);
  }

  private void send(FilePatch patch, DiffSink sink) throws IOException {
    FileLines before = new FileLines(patch.before().orElse(NOTHING));
    FileLines after = new FileLines(patch.after().orElse(NOTHING));
    List<ChangedLines> changes = LineDiff.between(before, after);
    String a = name("a/" + patch.path(), changes.isEmpty());
    String b = name("b/" + patch.path(), changes.isEmpty());
    sink.header("diff --git " + a + " " + b);
    if (patch.before().isEmpty()) {
      sink.header("new file mode 100644");
    }
    if (patch.after().isEmpty()) {
      sink.header("deleted file mode 100644");
    }
    sink.header("index " + GitBlob.id(patch.before()) + ".." + GitBlob.id(patch.after()));
    if (changes.isEmpty()) {
      return;
    }
    // GNU patch ends a file name at the first blank unless a tab follows; git adds it for that.
    String end = patch.path().contains(" ") ? "\t" : "";
    sink.header("--- " + (patch.before().isPresent() ? a + end : "/dev/null"));
    sink.header("+++ " + (patch.after().isPresent() ? b + end : "/dev/null"));
    new Hunks(before, after, sink).send(changes, context);
  }

  /**
   * Returns {@code path} as git spells it, but for blanks that GNU patch would trip over: it never
   * keeps one at the end of a name, and in the {@code diff} line, which it reads when no other line
   * names the file, it ends the name at the first.
   */
  private static String name(String path, boolean inDiffLineOnly) {
    boolean blanksHurt = inDiffLineOnly ? path.contains(" ") : path.endsWith(" ");
    return blanksHurt ? GitPath.alwaysQuote(path) : GitPath.quote(path);
  }
}
