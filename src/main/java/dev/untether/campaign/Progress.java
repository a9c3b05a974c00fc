package dev.untether.campaign;

/** Hears how far something long has come. Threads may call it at the same time. */
public interface Progress {
  /** Says how much there is to do; again when that turns out to be another number. */
  void total(long units);

  /**
   * Says that one is done.
   *
   * @param cached whether it was known from an earlier run
   */
  void done(String name, boolean cached);

  /** Returns one that does nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void total(long units) {}

      @Override
      public void done(String name, boolean cached) {}
    };
  }
}
