package dev.untether.review.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.access.Configuration;
import dev.untether.module.target.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WhereTest {
  private static final List<String> TARGETS =
      List.of(
          "linux/amd64",
          "linux/arm64",
          "linux/386",
          "linux/s390x",
          "darwin/amd64",
          "darwin/arm64",
          "windows/amd64",
          "windows/386",
          "js/wasm");

  private static final List<Configuration> ALL = TARGETS.stream().flatMap(WhereTest::both).toList();

  private static Stream<Configuration> both(String target) {
    return Stream.of(
        new Configuration(Target.parse(target), /* cgo= */ false),
        new Configuration(Target.parse(target), /* cgo= */ true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linux/s390x | s390x",
        "js/wasm linux/s390x | s390x, wasm",
        "linux/amd64 darwin/amd64 windows/amd64 linux/arm64 darwin/arm64 linux/s390x | all but 386, wasm",
        "darwin/amd64 darwin/arm64 | darwin",
        "linux/amd64 linux/arm64 linux/386 linux/s390x js/wasm | js, linux",
        "linux/amd64 darwin/amd64 linux/s390x | s390x; amd64 except windows",
        "linux/386 linux/arm64 | 386, arm64 on linux",
      })
  void namesBuildsInFewWords(String targets, String words) {
    Set<Configuration> some =
        Stream.of(targets.split(" ", -1)).flatMap(WhereTest::both).collect(Collectors.toSet());

    assertThat(Where.describe(some, ALL)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"true, everywhere with cgo", "false, everywhere without cgo"})
  void saysWhatCgoDecides(boolean cgo, String words) {
    Set<Configuration> some =
        ALL.stream().filter(it -> it.cgo() == cgo).collect(Collectors.toSet());

    assertThat(Where.describe(some, ALL)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"everywhere"})
  void allIsEverywhere(String words) {
    assertThat(Where.describe(new HashSet<>(ALL), ALL)).isEqualTo(words);
  }
}
