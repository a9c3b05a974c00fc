package dev.untether.recipe;

/**
 * The name of a Go symbol.
 *
 * @param packagePath import path of the package; empty for C-like names such as {@code crosscall2}
 * @param name the name inside the package
 */
public record SymbolName(String packagePath, String name) {

  /** Returns {@code path.name} in ASCII, as the linker prints it. */
  @Override
  public String toString() {
    return packagePath.isEmpty() ? name : packagePath + "." + name;
  }
}
