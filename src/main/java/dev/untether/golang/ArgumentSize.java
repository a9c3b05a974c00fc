package dev.untether.golang;

import java.util.List;
import java.util.OptionalInt;

/**
 * How many bytes arguments and results take in ABI0, which is what the end of {@code $0-16} says.
 *
 * <p>https://go.dev/doc/asm#data-offsets, and {@code asmdecl} of {@code go vet}
 */
public final class ArgumentSize {
  private final int word;

  /** Prepares to measure for an architecture whose pointers have {@code word} bytes. */
  public ArgumentSize(int word) {
    this.word = word;
  }

  /** Returns the number of bytes; empty where the size of a type cannot be told from its name. */
  public OptionalInt of(Signature signature) {
    List<String> parameters = signature.parameters().stream().map(one -> one.type()).toList();
    int end = end(0, parameters);
    if (end >= 0 && !signature.results().isEmpty()) {
      end = end(align(end, word), signature.results());
    }
    return end < 0 ? OptionalInt.empty() : OptionalInt.of(end);
  }

  /** Returns where the last of {@code types} ends; -1 if that cannot be told. */
  private int end(int start, List<String> types) {
    int offset = start;
    for (String type : types) {
      int size = size(type);
      if (size < 0) {
        return -1;
      }
      // Nothing is aligned to more than a word: a uint64 on a 32-bit machine to four bytes.
      offset = align(offset, Math.min(unit(type, size), word)) + size;
    }
    return offset;
  }

  private static int align(int offset, int to) {
    return (offset + to - 1) / to * to;
  }

  private int unit(String type, int size) {
    return type.startsWith("complex") ? size / 2 : Math.min(size, 8);
  }

  private int size(String type) {
    if (type.startsWith("*") || type.startsWith("func(") || type.startsWith("map[")) {
      return word;
    }
    if (type.startsWith("chan ") || type.startsWith("<-chan ")) {
      return word;
    }
    if (type.startsWith("[]")) {
      return 3 * word;
    }
    return switch (type) {
      case "bool", "int8", "uint8", "byte" -> 1;
      case "int16", "uint16" -> 2;
      case "int32", "uint32", "rune", "float32" -> 4;
      case "int64", "uint64", "float64", "complex64" -> 8;
      case "complex128" -> 16;
      case "int", "uint", "uintptr", "unsafe.Pointer" -> word;
      case "string", "any", "error", "interface{}" -> 2 * word;
      default -> -1;
    };
  }

  /** Returns whether TEXT may state {@code stated} bytes; it may count up to a whole word. */
  public boolean allows(Signature signature, long stated) {
    OptionalInt size = of(signature);
    return size.isPresent()
        && (stated == size.getAsInt() || stated == align(size.getAsInt(), word));
  }
}
