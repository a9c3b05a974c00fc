package dev.untether.asm;

/**
 * A symbol as assembly names it.
 *
 * @param spelled the name with {@code .} for the middot and {@code /} for the division slash; a
 *     leading dot stands for the package that the file belongs to
 * @param abi {@code ABI0} or {@code ABIInternal}
 * @param isStatic whether {@code <>} keeps the symbol to this file
 */
public record SymbolName(String spelled, String abi, boolean isStatic) {

  /** Returns the linker's name, given the escaped path of the package the file belongs to. */
  public String qualified(String packagePrefix) {
    return spelled.startsWith(".") ? packagePrefix + spelled : spelled;
  }

  /**
   * Returns what stands before the first dot after the last slash: the path of the package that the
   * linker's name {@code qualified} belongs to, or the empty string for C-like names.
   */
  public static String packageOf(String qualified) {
    int dot = qualified.indexOf('.', qualified.lastIndexOf('/') + 1);
    return dot < 0 ? "" : qualified.substring(0, dot).replace("%2e", ".");
  }

  /** Returns what stands after the package's dot in the linker's name {@code qualified}. */
  public static String nameOf(String qualified) {
    return qualified.substring(qualified.indexOf('.', qualified.lastIndexOf('/') + 1) + 1);
  }

  /** Returns the name without its package, whatever the package is. */
  public String local() {
    return nameOf(spelled);
  }
}
