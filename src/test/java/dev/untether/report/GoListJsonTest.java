package dev.untether.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.module.dependency.ListedModule;
import dev.untether.module.dependency.ModuleVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GoListJsonTest {

  @Test
  void readsObjectsOneAfterTheOther() throws IOException {
    List<ListedModule> modules =
        read(
            """
            {
            	"Path": "m.test/main",
            	"Main": true,
            	"Dir": "/m",
            	"GoMod": "/m/go.mod",
            	"GoVersion": "1.21"
            }
            {
            	"Path": "a.b/c",
            	"Version": "v1.0.0",
            	"Replace": {"Path": "../c", "Dir": "/c", "Main": true},
            	"Indirect": true,
            	"Retracted": ["Path"],
            	"Later": [{"Path": "no"}, null, 1.5, false],
            	"Sum": "h1:x="
            }
            """);

    assertThat(modules).hasSize(2);
    ListedModule main = modules.get(0);
    assertThat(main.main()).isTrue();
    assertThat(main.indirect()).isFalse();
    assertThat(main.version()).isEmpty();
    assertThat(main.dir()).contains(Path.of("/m"));
    assertThat(main.goMod()).contains(Path.of("/m/go.mod"));
    assertThat(main.goVersion()).contains("1.21");
    assertThat(main.replace()).isEmpty();
    ListedModule other = modules.get(1);
    assertThat(other.path()).isEqualTo("a.b/c");
    assertThat(other.version()).isEqualTo("v1.0.0");
    assertThat(other.main()).isFalse();
    assertThat(other.indirect()).isTrue();
    assertThat(other.replace()).contains(new ModuleVersion("../c", ""));
    assertThat(other.dir()).isEmpty();
    assertThat(other.sum()).contains("h1:x=");
    assertThat(other.error()).isEmpty();
  }

  @Test
  void tellsWhyTheGoCommandCannotTellMore() throws IOException {
    List<ListedModule> modules = read("{\"Path\":\"a.b/c\",\"Error\":{\"Err\":\"no network\"}}");

    assertThat(modules.get(0).error()).contains("no network");
  }

  @Test
  void readsNothingOfNothing() throws IOException {
    assertThat(read("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "go: no modules",
        "{",
        "{\"Path\":",
        "{\"Path\":\"x\"} x",
        "{}",
        "{\"Path\":1}",
        "{\"Path\":\"x\",\"Dir\":\"\\u0000\"}"
      })
  void refusesWhatGoListDoesNotPrint(String output) {
    assertThatThrownBy(() -> read(output)).isInstanceOf(IOException.class);
  }

  private static List<ListedModule> read(String output) throws IOException {
    return GoListJson.read(new ByteArrayInputStream(output.getBytes(UTF_8)));
  }
}
