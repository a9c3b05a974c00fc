package dev.untether.golang;

import dev.untether.text.Position;
import dev.untether.text.Span;

/** Something that a Go file declares outside of functions, under one name. */
public sealed interface Declaration permits FunctionDeclaration, TypeDeclaration, ValueDeclaration {

  /** Returns the name. */
  String name();

  /** Returns the place of the name. */
  Span nameSpan();

  /** Returns the line and column of the name. */
  Position position();

  /**
   * Returns the bytes of the whole declaration, from its keyword to its end; those of a group are
   * the same for all its members.
   */
  Span span();

  /**
   * Returns whether a linkname can refer to it: a function that is no method, or a variable, which
   * is in the scope of the package. {@code init} and {@code _} are not in the scope.
   */
  boolean isLinkable();
}
