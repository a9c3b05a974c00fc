package dev.untether.text;

/**
 * One replacement in one file.
 *
 * @param span the bytes to replace; empty for an insertion
 * @param replacement the new text; empty for a deletion
 * @param author id of the recipe that wants the edit
 */
public record Edit(Span span, String replacement, String author) implements Comparable<Edit> {

  @Override
  public int compareTo(Edit other) {
    int bySpan = span.compareTo(other.span);
    return bySpan != 0 ? bySpan : replacement.compareTo(other.replacement);
  }
}
