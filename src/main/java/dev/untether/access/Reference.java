package dev.untether.access;

import java.util.Optional;
import java.util.OptionalInt;

/** A reference from a package to a symbol, as far as the linker cares. */
public sealed interface Reference {

  /** Returns the package that refers, as the linker names it: {@code main} for a program. */
  String referrer();

  /** Returns the linker's name of the symbol. */
  String symbol();

  /**
   * A symbol that assembly names: a call, a jump, an address, data, all alike, in ABI0 as all
   * assembly outside the standard library.
   *
   * @param alsoPulled whether Go code of the program pulls the same symbol
   */
  record FromAssembly(String referrer, String symbol, boolean alsoPulled) implements Reference {
    /** A reference to a symbol that no Go code pulls. */
    public FromAssembly(String referrer, String symbol) {
      this(referrer, symbol, /* alsoPulled= */ false);
    }
  }

  /** What else the package of a pull does with what it pulls. */
  enum Mention {
    NONE,
    /** It names the type that the pulled method belongs to, if only in the pull's signature. */
    RECEIVER_TYPE,
    /** It uses the pulled function through the import of its package. */
    FUNCTION
  }

  /**
   * A function without a body whose {@code //go:linkname} names the symbol, which may be a method.
   *
   * @param alsoInAssembly whether assembly of the program refers to the same symbol
   * @param mention what else the package does with it
   */
  record FunctionPull(String referrer, String symbol, boolean alsoInAssembly, Mention mention)
      implements Reference {
    /** A pull of what nothing else in the program refers to. */
    public FunctionPull(String referrer, String symbol) {
      this(referrer, symbol, /* alsoInAssembly= */ false, Mention.NONE);
    }
  }

  /**
   * A variable whose {@code //go:linkname} names the symbol.
   *
   * @param initialised whether it has an initial value
   * @param type its type as written, in normal form; empty if it is not known
   */
  record VariablePull(String referrer, String symbol, boolean initialised, String type)
      implements Reference {

    OptionalInt size(int pointerSize) {
      return TypeSize.of(type, pointerSize);
    }

    Optional<String> writtenType() {
      return Optional.of(type).filter(text -> !text.isEmpty());
    }
  }
}
