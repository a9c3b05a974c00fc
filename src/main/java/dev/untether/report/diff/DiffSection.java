package dev.untether.report.diff;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.report.html.Markup;
import dev.untether.report.html.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A unified diff as part of a page, file by file. */
public final class DiffSection implements Section {
  private final List<FilePatch> patches;

  /** Makes a section. */
  public DiffSection(Collection<FilePatch> patches) {
    this.patches = patches.stream().filter(patch -> !patch.isEmpty()).toList();
  }

  @Override
  public String title() {
    return patches.size() == 1 ? "1 file changes" : patches.size() + " files change";
  }

  @Override
  public void write(Markup page) {
    try {
      DiffParts parts = new DiffParts(UnifiedDiff.DEFAULT_CONTEXT);
      for (FilePatch patch : patches) {
        page.open("details", Map.of("class", "item", "open", "open")).open("summary");
        page.element("code", patch.path());
        page.text(patch.before().isEmpty() ? " (new)" : patch.after().isEmpty() ? " (gone)" : "");
        page.close().open("div").open("pre", "diff");
        parts.send(List.of(patch), new PageSink(page));
        page.close().close().close().line();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  private record PageSink(Markup page) implements DiffSink {

    /** The path stands above, and a digest tells a reader nothing. */
    @Override
    public void header(String line) {}

    @Override
    public void hunk(String range, byte[] heading) {
      String behind = heading.length > 0 ? " " + new String(heading, UTF_8) : "";
      line("range", range + behind);
    }

    @Override
    public void line(Side side, byte[] text, int start, int end) {
      String style =
          switch (side) {
            case BOTH -> "same";
            case BEFORE -> "removed";
            case AFTER -> "added";
          };
      int last = end > start && text[end - 1] == '\r' ? end - 1 : end;
      line(style, side.mark() + new String(text, start, last - start, UTF_8));
    }

    @Override
    public void missingNewline() {
      line("range", "\\ No newline at end of file");
    }

    private void line(String style, String words) {
      page.open("span", style).code(words).close();
    }
  }
}
