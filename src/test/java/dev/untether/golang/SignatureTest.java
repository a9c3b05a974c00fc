package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "func() | func()",
        "func(n uint32) uint32 | func(uint32) uint32",
        "func(uint32) uint32 | func(uint32) uint32",
        "func(_ uint32) (r uint32) | func(uint32) uint32",
        "func(a, b int, c ...string) (x, y bool) | func(int, int, ...string) (bool, bool)",
        "func(a []byte, b [4]rune) | func([]uint8, [4]int32)",
        "func(p unsafe.Pointer, h uintptr) uintptr | func(unsafe.Pointer, uintptr) uintptr",
        "func(f func(x int) any) (g func()) | func(func(x int) interface{}) func()",
        "func(m map[string]int, c chan<- int,) | func(map[string]int, chan<- int)",
        "func(list[int]) | func(list[int])",
        "func(x list[int]) | func(list[int])",
        "func() (func() int) | func() func() int",
        "func(my.any) | func(my.any)",
      })
  void namesOfParametersDoNotMatterToTheType(String written, String type) {
    assertThat(Signature.parse(written).map(Signature::type)).contains(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "func", "int", "func(", "func[T any](T)", "func() {}", "func() ; var x"})
  void whatIsNoFunctionTypeHasNone(String written) {
    assertThat(Signature.parse(written)).isEmpty();
  }

  @Test
  void parametersKnowTheirNamesAndWhereTheyStand() {
    Signature named = Signature.parse("func(a, b int) int").orElseThrow();
    Signature bare = Signature.parse("func(int, bool)").orElseThrow();

    assertThat(named.hasNames()).isTrue();
    assertThat(named.parameters()).extracting(Signature.Parameter::name).containsExactly("a", "b");
    assertThat(named.parameters()).extracting(Signature.Parameter::type).containsOnly("int");
    assertThat(bare.hasNames()).isFalse();
    assertThat(bare.parameters()).allMatch(one -> one.name().isEmpty() && one.place().isEmpty());
  }
}
