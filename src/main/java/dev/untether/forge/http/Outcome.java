package dev.untether.forge.http;

import dev.untether.forge.ForgeException;

/** What came of a request that must not be repeated. */
public sealed interface Outcome {
  /** The server did it. */
  record Done(Answer answer) implements Outcome {}

  /**
   * Whether the server did it is not known: look before you ask again.
   *
   * @param why what to say if that is to be the end
   */
  record Unknown(ForgeException why) implements Outcome {}
}
