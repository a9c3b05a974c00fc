package dev.untether.recipe;

import java.util.Set;

/** What must hold for every instruction on every path between two steps, or behind one. */
public sealed interface Between permits Between.NotReads, Between.NotCalls, Between.Keeps {

  /** Returns the stretch of code that it speaks of. */
  Gap gap();

  /**
   * What lies between two steps, given by their index in the sequence.
   *
   * @param from index of the earlier step
   * @param to index of the later step; the length of the sequence stands for the function's end
   */
  record Gap(int from, int to) {

    /** Refuses pairs that are not in order with {@link IllegalArgumentException}. */
    public Gap {
      if (from < 0 || to <= from) {
        throw new IllegalArgumentException("not a gap: " + from + ".." + to);
      }
    }
  }

  /** Something that instructions must not look at. */
  enum Watched {
    /** The register that holds the current goroutine. */
    G,
    /** The registers that the earlier step of the gap leaves changed. */
    CLOBBERS
  }

  /**
   * No instruction reads one of the watched registers before writing it.
   *
   * @param gap where
   * @param watched what
   */
  record NotReads(Gap gap, Set<Watched> watched) implements Between {

    /** Copies the set. */
    public NotReads {
      watched = Set.copyOf(watched);
    }
  }

  /**
   * No instruction calls anything.
   *
   * @param gap where
   */
  record NotCalls(Gap gap) implements Between {}

  /**
   * The stack slot from which a value was loaded still holds the value at the later step, and can
   * still be addressed there: nothing stores to it, it lies where a C callee cannot write, and all
   * changes of the stack pointer since the load are known.
   *
   * @param gap where
   * @param value name of the value
   */
  record Keeps(Gap gap, String value) implements Between {}
}
