package dev.untether.golang;

import java.util.List;

/**
 * What a method belongs to.
 *
 * @param type the name of the type
 * @param pointer whether it is a pointer to the type
 * @param typeParameters the names given to the type's parameters
 */
public record Receiver(String type, boolean pointer, List<String> typeParameters) {

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
