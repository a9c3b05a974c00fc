package dev.untether.module.dependency;

/** Whether the sources of a module are known to be those that its main module was made with. */
public enum Verification {
  /** Its download has the checksum that go.sum lists. */
  VERIFIED,
  /** No go.sum lists a checksum, so that the go command would not build with it. */
  UNKNOWN,
  /** Its download has another checksum than go.sum lists. */
  MISMATCH,
  /** It was not downloaded: a main module, a directory, a vendored module. */
  NOT_DOWNLOADED
}
