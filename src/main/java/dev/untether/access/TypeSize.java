package dev.untether.access;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sizes of the types that the language itself has. */
final class TypeSize {
  private static final Pattern ARRAY = Pattern.compile("\\[([0-9]{1,6})\\](.+)");

  private TypeSize() {}

  /** Returns the size in bytes of a type in normal form; empty if it takes more than its name. */
  static OptionalInt of(String type, int pointerSize) {
    Matcher array = ARRAY.matcher(type);
    if (array.matches()) {
      OptionalInt element = of(array.group(2), pointerSize);
      long size = (long) Integer.parseInt(array.group(1)) * element.orElse(0);
      return element.isPresent() && size <= Integer.MAX_VALUE
          ? OptionalInt.of((int) size)
          : OptionalInt.empty();
    }
    if (type.startsWith("*")
        || type.startsWith("map[")
        || type.startsWith("chan ")
        || type.startsWith("<-chan ")
        || type.startsWith("chan<- ")
        || type.startsWith("func(")) {
      return OptionalInt.of(pointerSize);
    }
    if (type.startsWith("[]")) {
      return OptionalInt.of(3 * pointerSize);
    }
    return switch (type) {
      case "struct{}" -> OptionalInt.of(0);
      case "bool", "int8", "uint8", "byte" -> OptionalInt.of(1);
      case "int16", "uint16" -> OptionalInt.of(2);
      case "int32", "uint32", "rune", "float32" -> OptionalInt.of(4);
      case "int64", "uint64", "float64", "complex64" -> OptionalInt.of(8);
      case "complex128" -> OptionalInt.of(16);
      case "int", "uint", "uintptr", "unsafe.Pointer" -> OptionalInt.of(pointerSize);
      case "string", "error", "any", "interface{}" -> OptionalInt.of(2 * pointerSize);
      default -> OptionalInt.empty();
    };
  }
}
