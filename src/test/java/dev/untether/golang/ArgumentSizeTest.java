package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sizes are those that go vet asks TEXT for. */
final class ArgumentSizeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "func()|8|0",
        "func(*uint64) uint64|8|16",
        "func(*uint64) uint64|4|12",
        "func([]byte, byte) int|8|40",
        "func([]byte, byte) int|4|20",
        "func(uint32, int64)|8|16",
        "func(uint32, int64)|4|12",
        "func(*uint32, uint32, uint32) bool|8|17",
        "func(string) (int, error)|8|40"
      })
  void resultsStartAtAWordAndNothingIsAlignedToMore(String type, int word, int size) {
    Signature signature = Signature.parse(type).orElseThrow();

    assertThat(new ArgumentSize(word).of(signature)).hasValue(size);
  }

  @Test
  void aTypeOfThePackageMayHaveAnySize() {
    Signature signature = Signature.parse("func(T) int").orElseThrow();

    assertThat(new ArgumentSize(8).of(signature)).isEmpty();
    assertThat(new ArgumentSize(8).allows(signature, 16)).isFalse();
  }

  @Test
  void aSizeMayCountUpToAWholeWordAndNoMore() {
    Signature signature = Signature.parse("func(*uint32, uint32, uint32) bool").orElseThrow();
    ArgumentSize size = new ArgumentSize(8);

    assertThat(size.allows(signature, 17)).isTrue();
    assertThat(size.allows(signature, 24)).isTrue();
    assertThat(size.allows(signature, 20)).isFalse();
  }
}
