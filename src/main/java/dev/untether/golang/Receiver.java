package dev.untether.golang;

import dev.untether.text.Position;
import dev.untether.text.Span;
import java.util.List;

/**
 * What a method belongs to.
 *
 * @param type the name of the type; empty where none can be understood, which no compiler accepts
 * @param pointer whether it is a pointer to the type
 * @param typeParameters the names given to the type's parameters
 * @param span the parentheses with all that is in them
 * @param position line and column of the opening one
 */
public record Receiver(
    String type, boolean pointer, List<String> typeParameters, Span span, Position position) {

  /** Copies the list. */
  public Receiver {
    typeParameters = List.copyOf(typeParameters);
  }

  /** Returns the type as symbols spell it, without type parameters: {@code (*T)} or {@code T}. */
  @Override
  public String toString() {
    return pointer ? "(*" + type + ")" : type;
  }
}
