package dev.untether.golang;

import dev.untether.text.Position;
import dev.untether.text.Span;

/**
 * A type.
 *
 * @param name its name
 * @param nameSpan the place of the name
 * @param position line and column of the name
 * @param span the whole declaration, of a group all of it
 * @param alias whether it is another name for a type, declared with {@code =}
 */
public record TypeDeclaration(
    String name, Span nameSpan, Position position, Span span, boolean alias)
    implements Declaration {

  @Override
  public boolean isLinkable() {
    return false;
  }
}
