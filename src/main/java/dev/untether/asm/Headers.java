package dev.untether.asm;

import java.util.Optional;

/** Where {@code #include} finds its files. */
@FunctionalInterface
public interface Headers {

  /**
   * Returns the header that {@code name} names, seen from the file being assembled; empty when
   * there is none. Must answer the same for the same name, and may be asked often.
   */
  Optional<AsmFile> find(String name);

  /** Returns these headers, then those that every Go installation brings. */
  default Headers orGo() {
    return name -> find(name).or(() -> GoHeaders.find(name));
  }

  /** Returns no headers but Go's own. */
  static Headers goOnly() {
    return GoHeaders::find;
  }
}
