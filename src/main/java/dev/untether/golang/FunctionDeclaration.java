package dev.untether.golang;

import dev.untether.text.Position;
import dev.untether.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A function or method.
 *
 * @param name its name
 * @param nameSpan the place of the name
 * @param position line and column of the name
 * @param span everything from {@code func} to the end of the body or signature
 * @param receiver what a method belongs to
 * @param typeParameters the names of its type parameters
 * @param signatureSpan type parameters, parameters and results
 * @param signature the same in normal form: equal for signatures that differ only in white space,
 *     comments and trailing commas
 * @param hasBody whether it has a body
 * @param fromHost whether {@code //go:wasmimport} in front of it says that the host of a wasm
 *     program has the body
 */
public record FunctionDeclaration(
    String name,
    Span nameSpan,
    Position position,
    Span span,
    Optional<Receiver> receiver,
    List<String> typeParameters,
    Span signatureSpan,
    String signature,
    boolean hasBody,
    boolean fromHost)
    implements Declaration {

  /** Copies the list. */
  public FunctionDeclaration {
    typeParameters = List.copyOf(typeParameters);
  }

  @Override
  public boolean isLinkable() {
    return receiver.isEmpty() && !name.equals("_") && !name.equals("init");
  }
}
