package dev.untether.module.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {

  @Test
  void readsWhatItPrints() {
    Target target = Target.parse("linux/arm64");

    assertThat(target).isEqualTo(new Target("linux", "arm64"));
    assertThat(target).hasToString("linux/arm64");
  }

  @Test
  void comesInTheOrderOfDistList() {
    assertThat(Target.parse("js/wasm")).isLessThan(Target.parse("linux/386"));
    assertThat(Target.parse("linux/386")).isLessThan(Target.parse("linux/amd64"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "linux",
        "/",
        "linux/",
        "/arm64",
        "linux/arm64/v8",
        "Linux/arm64",
        "linux /arm64",
        "*/arm64"
      })
  void refusesWhatIsNoTarget(String text) {
    assertThatThrownBy(() -> Target.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
