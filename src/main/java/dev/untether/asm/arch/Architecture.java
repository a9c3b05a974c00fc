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
}
