package dev.untether.cli;

import org.junit.jupiter.api.Assumptions;

/** What it takes to run tests that need real toolchains and minutes. */
public final class BuildMachine {
  private BuildMachine() {}

  /** Skips the test, loudly, unless UNTETHER_REQUIRE_GO=1 says that this is the build machine. */
  public static void require(String what) {
    if (!"1".equals(System.getenv("UNTETHER_REQUIRE_GO"))) {
      String problem = what + "; UNTETHER_REQUIRE_GO=1 runs them";
      System.err.println("SKIPPED, NOT PROVEN: " + problem);
      Assumptions.abort(problem);
    }
  }
}
