package dev.untether.recipe;

import java.util.Optional;

/** One instruction that a matching function must hold. */
public sealed interface Step permits Step.Call {

  /** Returns the name that actions and conditions refer to it by. */
  Optional<String> name();

  /**
   * A call: the instruction leaves and comes back.
   *
   * @param name the name of the step
   * @param callee what is called
   * @param clobbers registers whose contents after the call are due to it; empty when not stated
   */
  record Call(Optional<String> name, Callee callee, Optional<Registers> clobbers) implements Step {}
}
