package dev.untether.module.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.text.Edits;
import dev.untether.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConstraintHeaderTest {

  @ParameterizedTest
  @CsvSource({
    "linux, go1.22, linux && go1.22",
    "linux||darwin, go1.22, (linux || darwin) && go1.22",
    "linux && cgo || darwin, !go1.22, ((linux && cgo) || darwin) && !go1.22",
    "!(a||b), c, !(a || b) && c",
    "a && go1.22, go1.22, a && go1.22",
    "a, go1.21 && !a, a && go1.21 && !a",
  })
  void conditionsAreMergedAsGofmtWritesThem(String own, String other, String merged) {
    assertThat(header("//go:build " + own + "\n\npackage a\n").and(other)).isEqualTo(merged);
  }

  @Test
  void oldLinesAreAllOfThemConditions() {
    ConstraintHeader header = header("// +build linux darwin\n// +build !cgo\n\npackage a\n");

    assertThat(header.hasPlusBuild()).isTrue();
    assertThat(header.expression()).isEqualTo("(linux || darwin) && !cgo");
  }

  @ParameterizedTest
  @CsvSource({
    "'package a\n', '//go:build x\n\npackage a\n'",
    "'//go:build a\n\npackage a\n', '//go:build x\n\npackage a\n'",
    "'// Doc.\r\n\r\n//go:build a\r\n\r\npackage a\r\n',"
        + " '// Doc.\r\n\r\n//go:build x\r\n\r\npackage a\r\n'",
    "'//go:build a\n// +build a\n\npackage a\n', '//go:build x\n\npackage a\n'",
    "'package a\r\n', '//go:build x\r\n\r\npackage a\r\n'",
  })
  void theLineIsWrittenWhereTheOldOneStood(String before, String after) {
    SourceText text = SourceText.of(before);

    Edits edits = Edits.of(ConstraintHeader.of(text).edits("x", "recipe"));

    assertThat(edits.applyTo(text)).isEqualTo(SourceText.of(after));
  }

  @Test
  void whatCannotBeUnderstoodSaysSo() {
    assertThat(header("//go:build (a\n\npackage a\n").isUnderstood()).isFalse();
    assertThat(header("//go:build a\n//go:build b\n\npackage a\n").isUnderstood()).isFalse();
    assertThat(header("package a\n").isUnderstood()).isTrue();
    assertThatThrownBy(() -> header("package a\n").and("a &&"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "a.go, a_go122.go",
    "a_linux.go, a_go122_linux.go",
    "a_linux_arm64_test.go, a_go122_linux_arm64_test.go",
    "dir/a_test.go, a_go122_test.go",
    "linux.go, linux_go122.go",
    "a_b.go, a_b_go122.go",
  })
  void aPartInANameKeepsWhatTheNameMeans(String name, String with) {
    assertThat(GoFileName.of(name).with("go122")).isEqualTo(with);
    assertThat(FileName.tags(with)).isEqualTo(FileName.tags(FileName.of(name)));
  }

  private static ConstraintHeader header(String text) {
    return ConstraintHeader.of(SourceText.of(text));
  }
}
