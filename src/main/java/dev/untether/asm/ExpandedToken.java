package dev.untether.asm;

import dev.untether.text.Position;
import dev.untether.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A token as the assembler's parser sees it, after macros and headers, with its provenance.
 *
 * @param kind the kind of token; {@link AsmKind#NEWLINE} ends a statement
 * @param text the spelling, with {@code ·} read as {@code .} and {@code ∕} as {@code /}, as the
 *     assembler does
 * @param unit the file the token stands in
 * @param index the token's index in that file's tree
 * @param via the macro call that brought it here; null when it stands in the text itself
 */
public record ExpandedToken(
    AsmKind kind, String text, Unit unit, int index, @Nullable MacroCall via) {

  /**
   * A file on its way through the preprocessor.
   *
   * @param file the file
   * @param includedBy the {@code #include} that brought it in; null for the file being assembled
   */
  public record Unit(AsmFile file, @Nullable ExpandedToken includedBy) {}

  /**
   * One call of a macro.
   *
   * @param name the macro
   * @param site the name's token at the call
   */
  public record MacroCall(String name, ExpandedToken site) {}

  /** Returns whether the token stands in the assembled file itself, neither macro nor header. */
  public boolean isDirect() {
    return via == null && unit.includedBy() == null;
  }

  /** Returns the bytes of the token in its own file. */
  public Span span() {
    return unit.file().tree().tokenSpan(index);
  }

  /** Returns the token's own place in its own file. */
  public Position ownPosition() {
    return unit.file().source().positionOf(unit.file().tree().tokenStart(index));
  }

  /**
   * Returns the token of the assembled file that stands for this one: outermost call or include.
   */
  public ExpandedToken outermost() {
    ExpandedToken token = this;
    for (ExpandedToken outer = cause(); outer != null; outer = token.cause()) {
      token = outer;
    }
    return token;
  }

  /** Returns the call or the include that brought this token here; null when it stands itself. */
  @Nullable ExpandedToken cause() {
    return via != null ? via.site() : unit.includedBy();
  }
}
