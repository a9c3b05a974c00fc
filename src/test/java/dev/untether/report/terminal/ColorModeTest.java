package dev.untether.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ColorModeTest {

  @Test
  void alwaysAndNeverHeedNeitherTerminalNorEnvironment() {
    assertThat(ColorMode.ALWAYS.enabled(false, Map.of("NO_COLOR", "1"))).isTrue();
    assertThat(ColorMode.NEVER.enabled(true, Map.of("CLICOLOR_FORCE", "1"))).isFalse();
  }

  @Test
  void autoColoursForATerminal() {
    assertThat(ColorMode.AUTO.enabled(true, Map.of())).isTrue();
    assertThat(ColorMode.AUTO.enabled(false, Map.of())).isFalse();
  }

  @Test
  void noColorSwitchesAutoOffUnlessEmpty() {
    assertThat(ColorMode.AUTO.enabled(true, Map.of("NO_COLOR", "0"))).isFalse();
    assertThat(ColorMode.AUTO.enabled(true, Map.of("NO_COLOR", ""))).isTrue();
  }

  @Test
  void clicolorForceSwitchesAutoOnUnlessZeroOrEmpty() {
    assertThat(ColorMode.AUTO.enabled(false, Map.of("CLICOLOR_FORCE", "1"))).isTrue();
    assertThat(ColorMode.AUTO.enabled(false, Map.of("CLICOLOR_FORCE", "0"))).isFalse();
    assertThat(ColorMode.AUTO.enabled(false, Map.of("CLICOLOR_FORCE", ""))).isFalse();
  }

  @Test
  void noColorWinsOverForce() {
    assertThat(ColorMode.AUTO.enabled(true, Map.of("NO_COLOR", "1", "CLICOLOR_FORCE", "1")))
        .isFalse();
  }

  @Test
  void aDumbTerminalGetsNoColourUnlessForced() {
    assertThat(ColorMode.AUTO.enabled(true, Map.of("TERM", "dumb"))).isFalse();
    assertThat(ColorMode.AUTO.enabled(true, Map.of("TERM", "dumb", "CLICOLOR_FORCE", "1")))
        .isTrue();
  }
}
