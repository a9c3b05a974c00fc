package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What real code does with linknames, one folder a behaviour. -Dupdate=true rewrites the folders.
 */
final class LinknameCasesTest {

  @TestFactory
  Stream<DynamicTest> linknamesAndFindings() throws IOException {
    return LinknameCase.all().stream()
        .flatMap(
            one ->
                IntStream.of(27, 26)
                    .mapToObj(
                        release ->
                            DynamicTest.dynamicTest(
                                one.name() + " with Go 1." + release, () -> check(one, release))));
  }

  private static void check(LinknameCase one, int release) throws IOException {
    String found = LinknameCase.render(one.linknames(release));

    if (Boolean.getBoolean("update")) {
      update(one, release, found);
    }
    assertThat(found).isEqualTo(Files.readString(one.expected(release)));
    assertThat(LinknameCase.render(one.linknamesOfCrlfTwin(release))).isEqualTo(found);
    for (SourceText text : one.files().values()) {
      assertThat(TokenChecks.joined(text)).isEqualTo(text.bytes());
    }
  }

  private static void update(LinknameCase one, int release, String found) throws IOException {
    Path newest = one.folder().resolve("expected.txt");
    Path older = one.folder().resolve("expected-1." + release + ".txt");
    if (release == 27) {
      Files.writeString(newest, found);
    } else if (found.equals(Files.readString(newest))) {
      Files.deleteIfExists(older);
    } else {
      Files.writeString(older, found);
    }
  }
}
