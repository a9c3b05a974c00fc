package dev.untether.access.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Go takes for the same type, and what it does not. */
final class TypeFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(a, b int) int                 | (x int, y int) (n int)",
        "(p unsafe.Pointer)             | (unsafe.Pointer)",
        "(int, string)                  | (n int, s string)",
        "(v interface{})                | (any)",
        "(b []byte) rune                | (p []uint8) int32",
        "(f func(x int) (y bool))       | (g func(int) bool)",
        "(f func(a, b int), n int) error | (func(int, int), int) (err error)",
        "(m map[string]func(x int))     | (map[string]func(y int))",
        "(c chan<- int)                 | (chan<- int)",
        "(args ...any)                  | (more ...interface{})",
        "()                             | ()",
        "func(x int) bool               | func(y int) bool",
        "(f func(int) func(a int) bool) | (func(x int) func(int) bool)",
      })
  void sameType(String one, String other) {
    assertThat(TypeForm.of(one)).isEqualTo(TypeForm.of(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(a, b int)       | (a int)",
        "(a int)          | (a int) int",
        "(a *hmap)        | (a *maps.Map)",
        "(a, b int)       | (a int, b string)",
        "(f func(int))    | (f func(string))",
        "(c chan int)     | (c <-chan int)",
        "(a int, b bool)  | (a bool, b int)",
        "(a x.byte)       | (a x.uint8)",
        "struct{ a int }  | struct{ b int }",
        "(a [2]int)       | (a []int)",
      })
  void anotherType(String one, String other) {
    assertThat(TypeForm.of(one)).isNotEqualTo(TypeForm.of(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"((", "(a, b", "func(", "(func(", "''", ")", "(,)"})
  void whatIsNoTypeDoesNoHarm(String text) {
    assertThat(TypeForm.of(text)).isNotNull();
  }
}
