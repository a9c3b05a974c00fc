package dev.untether.verify;

/** What is proven about one cell, the worst last. */
public enum State {
  /** Everything links; nothing was changed, or nothing was asked but that. */
  LINKS("links"),
  /** Everything that linked before links after, and what did not does not. */
  SAME("same"),
  /** Something links that did not. */
  FIXED("fixed"),
  /** Something does not link, and nothing was changed. */
  FAILS("fails"),
  /** What did not link before does not link after; that is not the change's fault. */
  STILL_FAILING("still failing"),
  /** Nothing is known: no toolchain, a module that is missing, a build that took too long. */
  NOT_PROVEN("not proven"),
  /** The change breaks something, or does more than it says. */
  BROKEN("broken by us");

  private final String words;

  State(String words) {
    this.words = words;
  }

  /** Returns the state as reports write it. */
  public String words() {
    return words;
  }
}
