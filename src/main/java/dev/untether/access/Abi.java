package dev.untether.access;

/** The calling conventions of Go. */
enum Abi {
  ABI0(0, "ABI0"),
  ABI_INTERNAL(1, "ABIInternal");

  private final int number;
  private final String spelling;

  Abi(int number, String spelling) {
    this.number = number;
    this.spelling = spelling;
  }

  /** Returns the number in Go's own tables. */
  int number() {
    return number;
  }

  Abi other() {
    return this == ABI0 ? ABI_INTERNAL : ABI0;
  }

  /** Returns the name that the linker prints. */
  @Override
  public String toString() {
    return spelling;
  }
}
