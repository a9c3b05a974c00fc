package dev.untether.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a program may do to us: nothing. */
@Timeout(60)
final class ChildProcessTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  @TempDir private Path directory;

  private ChildProcess child(Duration limit) {
    return new ChildProcess(directory, Map.of("PATH", "/usr/bin:/bin", "WORD", "said"), limit);
  }

  private static ChildProcess.Order shell(String script) {
    return new ChildProcess.Order(List.of("sh", "-c", script), 1 << 16, 1 << 16);
  }

  @Test
  void seesTheDirectoryAndTheVariablesGivenAndNoOthers() throws Exception {
    ChildProcess.Result result = child(LONG).run(shell("pwd -P; echo $WORD$HOME; echo no >&2"));

    assertThat(result.isFine()).isTrue();
    assertThat(result.text()).isEqualTo(directory.toRealPath() + "\nsaid\n");
    assertThat(result.err()).isEqualTo("no\n");
  }

  @Test
  void errorsStandAmongTheRestWhereNobodyWantsThemApart() throws Exception {
    var order = new ChildProcess.Order(List.of("sh", "-c", "echo a; echo b >&2; echo c"), 100, 0);

    assertThat(child(LONG).run(order).text()).isEqualTo("a\nb\nc\n");
  }

  @Test
  void readsWhatItIsGivenAndNeedNotReadAllOfIt() throws Exception {
    SourceText input = SourceText.of("x".repeat(1 << 20));
    var all = new ChildProcess.Order(List.of("wc", "-c"), input, 100, 100, /* talkative= */ true);
    var some =
        new ChildProcess.Order(List.of("head", "-c", "3"), input, 100, 100, /* talkative= */ true);

    assertThat(child(LONG).run(all).text().strip()).isEqualTo("1048576");
    assertThat(child(LONG).run(some).text()).isEqualTo("xxx");
  }

  @Test
  void whatIsMoreThanIsKeptIsReadAndForgotten() throws Exception {
    var order = new ChildProcess.Order(List.of("sh", "-c", "head -c 5000000 /dev/zero"), 10, 10);

    ChildProcess.Result result = child(LONG).run(order);

    assertThat(result.isFine()).isTrue();
    assertThat(result.whole()).isFalse();
    assertThat(result.out().length()).isEqualTo(10);
  }

  @Test
  void programThatIsToBeBriefEndsWhenItIsNot() throws Exception {
    var order = new ChildProcess.Order(List.of("sh", "-c", "while :; do echo more; done"), 99, 9);

    ChildProcess.Result result = child(LONG).run(order.brief());

    assertThat(result.whole()).isFalse();
    assertThat(result.late()).isFalse();
    assertThat(result.isFine()).isFalse();
  }

  @Test
  void whatTakesTooLongIsKilledWithAllThatItStarted() throws Exception {
    Path sign = directory.resolve("sign");
    ChildProcess.Result result =
        child(Duration.ofMillis(500))
            .run(shell("(sleep 3; touch " + sign + ") & sleep 60; touch " + sign));

    assertThat(result.late()).isTrue();
    assertThat(result.exit()).isEqualTo(-1);
    Thread.sleep(3_500);
    assertThat(Files.exists(sign)).isFalse();
  }

  @Test
  void whatOutlivesItIsNotWaitedFor() throws Exception {
    ChildProcess.Result result = child(Duration.ofSeconds(1)).run(shell("echo a; sleep 30 &"));

    assertThat(result.text()).isEqualTo("a\n");
    assertThat(result.exit()).isEqualTo(0);
  }

  @Test
  void programThatIsNotThereCannotBeStarted() {
    var order = new ChildProcess.Order(List.of("no-such-program-of-ours"), 10, 10);

    assertThatThrownBy(() -> child(LONG).run(order))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such-program-of-ours");
  }
}
