package dev.untether.report.terminal;

import java.util.Map;

/** What {@code --color} asks for. */
public enum ColorMode {
  /** Colour when a person is watching and did not say otherwise in the environment. */
  AUTO,
  /** Colour whatever the output is. */
  ALWAYS,
  /** No colour. */
  NEVER;

  /**
   * Returns whether to colour. {@code ALWAYS} and {@code NEVER}, being asked for on the command
   * line, win over the environment. For {@code AUTO} the first rule that speaks decides: {@code
   * NO_COLOR} set and not empty (<a href="https://no-color.org">no-color.org</a>) says no; {@code
   * CLICOLOR_FORCE} set and neither empty nor {@code 0} (<a
   * href="https://bixense.com/clicolors/">bixense.com/clicolors</a>) says yes; {@code TERM=dumb}
   * says no; else {@code isTerminal} decides.
   *
   * @param isTerminal whether the output goes to a terminal
   * @param environment the environment variables
   */
  public boolean enabled(boolean isTerminal, Map<String, String> environment) {
    if (this != AUTO) {
      return this == ALWAYS;
    }
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    String force = environment.getOrDefault("CLICOLOR_FORCE", "");
    if (!force.isEmpty() && !force.equals("0")) {
      return true;
    }
    return isTerminal && !environment.getOrDefault("TERM", "").equals("dumb");
  }
}
