package dev.untether.asm.arch;

/** Stub. */
public abstract class Architecture {
  public abstract boolean isRegister(String name);

  public abstract boolean isRegisterPrefix(String name);

  public abstract boolean isCall(String name);

  public abstract boolean isJump(String name);

  public abstract boolean isReturn(String name);

  public abstract boolean takesAddress(String name);

  public abstract boolean readsLastOperand(String name);

  public abstract boolean isUnconditionalJump(String name);

  public abstract boolean endsFlow(String name);

  public abstract boolean isPlainMove(String name);

  public abstract boolean isConditional(java.util.List<String> suffixes);

  public abstract boolean updatesBase(String name);

  public abstract boolean writesRange(String name);

  public abstract java.util.Optional<String> canonicalRegister(String name);

  public abstract java.util.Optional<String> programCounter();

  public abstract String stackPointer();

  public static java.util.Optional<Architecture> forGoarch(String goarch) {
    return java.util.Optional.empty();
  }

  public abstract String goarch();

  public abstract int pointerSize();

  public abstract int fixedFrame();

  public abstract int calleeWritableArea();

  public abstract java.util.List<String> cArgumentRegisters();

  public abstract java.util.Optional<String> g();
}
