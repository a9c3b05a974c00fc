package dev.untether.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentRuleTest {
  private static final CommentRule RULE =
      new CommentRule(List.of("load_g", "current g"), List.of("cgocallback"));

  @ParameterizedTest
  @ValueSource(
      strings = {"// load_g clobbers R31", "// Load the Current  G.", "/* runtime·load_g */"})
  void aCommentThatSpeaksOfTheCallAloneGoes(String comment) {
    assertThat(RULE.covers(comment)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// Initialize Go ABI environment",
        "// preload_g is something else",
        "// load_gs too",
        "// the current goroutine",
        "// load_g and cgocallback need 24 bytes",
        ""
      })
  void everyOtherCommentStays(String comment) {
    assertThat(RULE.covers(comment)).isFalse();
    assertThat(CommentRule.KEEP_ALL.covers(comment)).isFalse();
  }
}
