package dev.untether.access.packed;

import java.util.function.Consumer;

/** Where each of several things starts that stand one behind the other. */
public final class Offsets {
  private final int[] starts;

  private Offsets(int count) {
    this.starts = new int[count];
  }

  /** Returns where the next {@code count} things start, having passed over each. */
  public static Offsets of(ByteSource in, int count, Consumer<ByteSource> skip) {
    Offsets offsets = new Offsets(count);
    for (int i = 0; i < count; i++) {
      offsets.starts[i] = in.offset();
      skip.accept(in);
    }
    return offsets;
  }

  /** Returns where the thing with this number starts. */
  public int of(int number) {
    return starts[number];
  }
}
