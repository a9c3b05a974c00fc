package dev.untether.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The edits of one file, sorted by place. Overlaps are refused; the same edit wanted twice counts
 * once. Applying no edits gives back the identical text.
 */
public final class Edits {
  private static final Edits NONE = new Edits(List.of());

  private final List<Edit> sorted;

  private Edits(List<Edit> sorted) {
    this.sorted = sorted;
  }

  /** Returns the empty set. */
  public static Edits none() {
    return NONE;
  }

  /**
   * Returns the set of {@code edits}.
   *
   * @throws OverlappingEditsException when two of them cannot both be applied
   */
  public static Edits of(Collection<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(null);
    List<Edit> kept = new ArrayList<>(sorted.size());
    for (Edit edit : sorted) {
      if (!kept.isEmpty()) {
        Edit last = kept.get(kept.size() - 1);
        if (last.span().equals(edit.span()) && last.replacement().equals(edit.replacement())) {
          continue;
        }
        if (last.span().overlaps(edit.span())) {
          throw new OverlappingEditsException(last, edit);
        }
      }
      kept.add(edit);
    }
    return new Edits(List.copyOf(kept));
  }

  /** Returns the edits in the order of the file. */
  public List<Edit> asList() {
    return sorted;
  }

  /** Returns whether there is nothing to do. */
  public boolean isEmpty() {
    return sorted.isEmpty();
  }

  /**
   * Returns {@code text} with every edit applied.
   *
   * @throws IndexOutOfBoundsException when an edit lies outside the text
   */
  public SourceText applyTo(SourceText text) {
    if (sorted.isEmpty()) {
      return text;
    }
    byte[] before = text.bytes();
    ByteArrayOutputStream after = new ByteArrayOutputStream(before.length + 64);
    int copied = 0;
    for (Edit edit : sorted) {
      after.write(before, copied, edit.span().start() - copied);
      after.writeBytes(edit.replacement().getBytes(StandardCharsets.UTF_8));
      copied = edit.span().end();
    }
    after.write(before, copied, before.length - copied);
    return SourceText.of(after.toByteArray());
  }

  /** Returns the edits that turn {@code applyTo(text)} back into {@code text}. */
  public Edits inverse(SourceText text) {
    List<Edit> inverse = new ArrayList<>(sorted.size());
    int shift = 0;
    for (Edit edit : sorted) {
      int start = edit.span().start() + shift;
      int length = edit.replacement().getBytes(StandardCharsets.UTF_8).length;
      inverse.add(
          new Edit(new Span(start, start + length), text.slice(edit.span()), edit.author()));
      shift += length - edit.span().length();
    }
    return new Edits(List.copyOf(inverse));
  }
}
