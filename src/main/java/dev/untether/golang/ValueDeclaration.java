package dev.untether.golang;

import dev.untether.text.Position;
import dev.untether.text.Span;

/**
 * A variable or constant. Names declared together ({@code var a, b int}) are several values of one
 * specification.
 *
 * @param name its name
 * @param nameSpan the place of the name
 * @param position line and column of the name
 * @param span the whole declaration, of a group all of it
 * @param specification the names, the type and the values that belong together
 * @param constant whether it is a constant
 * @param type the type in normal form, empty if none is written
 * @param hasValue whether its specification has an initialiser
 * @param nameCount how many names the specification has
 */
public record ValueDeclaration(
    String name,
    Span nameSpan,
    Position position,
    Span span,
    Span specification,
    boolean constant,
    String type,
    boolean hasValue,
    int nameCount)
    implements Declaration {

  @Override
  public boolean isLinkable() {
    return !constant && !name.equals("_");
  }
}
