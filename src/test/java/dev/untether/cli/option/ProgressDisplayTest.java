package dev.untether.cli.option;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a log shows of something long. */
final class ProgressDisplayTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final ProgressDisplay display =
      ProgressDisplay.lines("plan", new PrintStream(printed, true, UTF_8), now::get);

  private String printed() {
    return printed.toString(UTF_8);
  }

  @Test
  void shortWorkPrintsNothing() {
    display.total(2);
    display.done("a", false);
    display.done("b", true);

    assertThat(printed()).isEmpty();
    assertThat(display.count()).isEqualTo(2);
  }

  @Test
  void longWorkPrintsALineEveryFifteenSeconds() {
    display.total(3_000);
    display.done("a", false);
    now.set(Instant.EPOCH.plus(Duration.ofSeconds(15)));
    display.done("b", false);
    display.done("c", false);
    now.set(Instant.EPOCH.plus(Duration.ofSeconds(31)));
    display.done("d", false);

    assertThat(printed().lines())
        .containsExactly("plan: 2 of 3,000 done, last b", "plan: 4 of 3,000 done, last d");
  }

  @Test
  void personAtATerminalSeesABarThatIsGoneAtTheEnd() {
    PrintStream err = new PrintStream(printed, true, UTF_8);
    Terminal terminal =
        new Terminal(InputStream.nullInputStream(), err, err, /* isTerminal= */ true);
    try (ProgressDisplay bar = ProgressDisplay.of("plan", terminal, new Output())) {
      bar.total(2);
      bar.done("a", false);
      bar.done("b", false);
    }

    assertThat(printed()).contains("2/2").endsWith("\r" + " ".repeat(78) + "\r");
  }

  @Test
  void namesOfModulesCannotStartALine() {
    now.set(Instant.EPOCH.plus(Duration.ofSeconds(20)));
    display.done("a\nb\u001b[31m", false);

    assertThat(printed().lines()).hasSize(1);
    assertThat(printed()).doesNotContain("\u001b");
  }
}
