package dev.untether.access.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a change of a signature, and as how grave a one. */
final class SignatureDriftTest {
  private static Optional<SignatureDrift> between(String before, String after) {
    return SignatureDrift.between("p.f", before, after);
  }

  @Test
  void namesOfParametersAndSecondNamesOfTypesAreNoChange() {
    assertThat(between("(a, b *byte) (n int)", "(x, y *uint8) int")).isEmpty();
  }

  @Test
  void whatIsNotKnownIsNoChange() {
    assertThat(between("", "(x int)")).isEmpty();
    assertThat(between("(x int)", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(n *uint16) (h, err uintptr) | (n *uint16) (uintptr, Errno)",
        "(k kind) | (k abi.Kind)",
      })
  void otherNamesOfTypesThatStandAloneAreTheMildKind(String before, String after) {
    assertThat(between(before, after)).get().matches(SignatureDrift::isOfNamesAlone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(it *hiter) | (it *linknameIter)",
        "(t []int) | (t []uint)",
        "(m map[string]int) | (m map[string]bool)",
        "(n int) | (n int, k kind)",
        "(n int) | (n *int)",
        "(n ...int) | (n int)",
      })
  void whatIsBehindAPointerOrHowManyThereAreIsNot(String before, String after) {
    assertThat(between(before, after)).get().matches(it -> !it.isOfNamesAlone());
  }
}
