package dev.untether.golang;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A symbol as the linker names it, taken apart.
 *
 * @param raw the whole name
 * @param packagePath the import path of the package, as import declarations write it; empty for a
 *     symbol of no package, such as those of C
 * @param receiver for a method the name of its type, without type arguments
 * @param pointer whether the method belongs to the pointer
 * @param name the name within the package, for a method within the type
 */
public record LinkTarget(
    String raw, String packagePath, Optional<String> receiver, boolean pointer, String name) {

  /** Returns the parts of a symbol. */
  public static LinkTarget of(String symbol) {
    int dot = endOfPackage(symbol);
    if (dot <= 0 || dot == symbol.length() - 1 || isLinkerSymbol(symbol)) {
      return new LinkTarget(symbol, "", Optional.empty(), /* pointer= */ false, symbol);
    }
    String path = unescape(symbol.substring(0, dot));
    String rest = withoutTypeArguments(symbol.substring(dot + 1));
    int close = rest.lastIndexOf(").");
    if (rest.startsWith("(") && close > 0 && close + 2 < rest.length()) {
      boolean pointer = rest.startsWith("(*");
      String type = rest.substring(pointer ? 2 : 1, close);
      return new LinkTarget(symbol, path, Optional.of(type), pointer, rest.substring(close + 2));
    }
    int inner = rest.indexOf('.');
    if (inner > 0 && inner + 1 < rest.length()) {
      String type = rest.substring(0, inner);
      String name = rest.substring(inner + 1);
      return new LinkTarget(symbol, path, Optional.of(type), /* pointer= */ false, name);
    }
    return new LinkTarget(symbol, path, Optional.empty(), /* pointer= */ false, rest);
  }

  /**
   * Returns the symbol of what a package declares under {@code name}.
   *
   * @param packagePath the import path, {@code main} for a main package
   */
  public static String symbolOf(String packagePath, String name) {
    return escape(packagePath) + "." + name;
  }

  /**
   * Returns whether the symbol belongs to no package: one of C, of an object file or the linker.
   */
  public boolean isExtern() {
    return packagePath.isEmpty();
  }

  /** The linker's own, such as {@code go:buildid} and {@code type:int}, may hold dots. */
  private static boolean isLinkerSymbol(String symbol) {
    return symbol.startsWith("go:") || symbol.startsWith("type:");
  }

  /** Returns the first dot behind the last slash of the import path, or -1. */
  private static int endOfPackage(String symbol) {
    int pathEnd = symbol.length();
    for (char bracket : new char[] {'(', '['}) {
      int at = symbol.indexOf(bracket);
      pathEnd = at < 0 ? pathEnd : Math.min(pathEnd, at);
    }
    return symbol.indexOf('.', symbol.lastIndexOf('/', pathEnd) + 1);
  }

  private static String withoutTypeArguments(String name) {
    int open = name.indexOf('[');
    int close = name.lastIndexOf(']');
    return open < 0 || close < open ? name : name.substring(0, open) + name.substring(close + 1);
  }

  /**
   * Escapes as the compiler does, which keeps the dot behind the package unmistakable:
   * https://github.com/golang/go/blob/go1.27.4/src/cmd/internal/objabi/path.go
   */
  private static String escape(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    int slash = path.lastIndexOf('/') < 0 ? -1 : lastSlash(bytes);
    StringBuilder escaped = new StringBuilder(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xFF;
      if (b <= ' ' || b == '.' && i > slash || b == '%' || b == '"' || b >= 0x7F) {
        escaped.append('%').append(Character.forDigit(b >> 4, 16));
        escaped.append(Character.forDigit(b & 15, 16));
      } else {
        escaped.append((char) b);
      }
    }
    return escaped.toString();
  }

  private static int lastSlash(byte[] bytes) {
    int i = bytes.length - 1;
    while (bytes[i] != '/') {
      i--;
    }
    return i;
  }

  private static String unescape(String prefix) {
    if (prefix.indexOf('%') < 0) {
      return prefix;
    }
    byte[] bytes = prefix.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream path = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low < 0) {
        path.write(bytes[i]);
      } else {
        path.write(high << 4 | low);
        i += 2;
      }
    }
    return path.toString(StandardCharsets.UTF_8);
  }
}
