package dev.untether.asm;

import dev.untether.text.Position;
import java.util.List;
import java.util.Optional;

/**
 * One place in an assembly file that names a symbol.
 *
 * @param symbol which symbol
 * @param use how it is used
 * @param function the enclosing TEXT's symbol as spelled, or for GLOBL and DATA the symbol that is
 *     filled; a leading dot stands for the file's package; empty before the first TEXT
 * @param position the place in the assembled file: of the symbol, or of the outermost macro call or
 *     include that it came out of
 * @param macros the names of the macros it came through, outermost first
 * @param origin the symbol's own place, when that is another
 */
public record SymbolReference(
    SymbolName symbol,
    Use use,
    String function,
    Position position,
    List<String> macros,
    Optional<Origin> origin) {

  /**
   * A place in the assembled file or in a header.
   *
   * @param file the path under which the file was parsed
   * @param position the place in it
   */
  public record Origin(String file, Position position) {}

  /** Copies the list. */
  public SymbolReference {
    macros = List.copyOf(macros);
  }
}
