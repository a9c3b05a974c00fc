package dev.untether.report.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.untether.text.SourceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FilePatchTest {
  private static final SourceText TEXT = SourceText.of("RET\n");

  @Test
  void aFileThatNeverExistsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FilePatch("x.s", Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/x.s", "../x.s", "a/../x.s", "a//x.s", "./x.s", "a/", "a\0b", "half \uD800"})
  void aPathThatIsNotPlainlyBelowTheRootIsRefused(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> FilePatch.created(path, TEXT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.s", "a/b/x.s", "..x/y", "a b", "a\\b", "...", "new\nline"})
  void anOddPathBelowTheRootIsTaken(String path) {
    assertThatNoException().isThrownBy(() -> FilePatch.created(path, TEXT));
  }

  @Test
  void aPatchWithoutChangeIsEmpty() {
    assertThat(FilePatch.modified("x.s", TEXT, SourceText.of("RET\n")).isEmpty()).isTrue();
    assertThat(FilePatch.modified("x.s", TEXT, SourceText.of("RET\r\n")).isEmpty()).isFalse();
  }

  @Test
  void anEmptyFileThatAppearsOrGoesIsAChange() {
    assertThat(FilePatch.created("x.s", SourceText.of("")).isEmpty()).isFalse();
    assertThat(FilePatch.deleted("x.s", SourceText.of("")).isEmpty()).isFalse();
  }
}
