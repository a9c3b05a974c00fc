package dev.untether.git.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.git.GitException;
import dev.untether.git.PrivateDirectory;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pushes that are stopped at any time, gently or not. */
@Timeout(300)
final class KilledPushTest {
  @TempDir Path directory;
  private Sandbox sandbox;
  private String before = "";

  @BeforeEach
  void sandbox() throws IOException {
    sandbox = Sandbox.in(directory);
    before = stateOfTheUser();
  }

  @Test
  void interruptedPushesLoseNothingAndLeaveNothing() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 25; round++) {
      String text = "round " + round / 3 + "\n";
      Thread pushing = new Thread(() -> attempt(sandbox, text));
      pushing.start();
      Thread.sleep(random.nextInt(160));
      pushing.interrupt();
      pushing.join();

      requireIntact();
      try (Stream<Path> left = Files.list(sandbox.temporary())) {
        assertThat(left).isEmpty();
      }
    }
    requireThatARunFinishes();
  }

  @Test
  void killedPushesLoseNothing() throws Exception {
    Random random = new Random(11);
    for (int round = 0; round < 8; round++) {
      Process child = child("round " + round / 2 + "\n");
      // Half of the time goes into starting.
      boolean over = child.waitFor(250 + random.nextInt(700), TimeUnit.MILLISECONDS);
      List<ProcessHandle> below = child.descendants().toList();
      child.destroyForcibly().waitFor();
      if (!over) {
        below.forEach(ProcessHandle::destroyForcibly);
      }
      for (ProcessHandle each : below) {
        each.onExit().get(20, TimeUnit.SECONDS);
      }

      requireIntact();
    }
    assertThat(child("of a child\n").waitFor()).isZero();
    assertThat(sandbox.inRemote("show", Sandbox.BRANCH + ":a.txt")).isEqualTo("of a child");
    // Nobody was there to clean up.
    PrivateDirectory.delete(sandbox.temporary());
    Files.createDirectories(sandbox.temporary());
    requireThatARunFinishes();
  }

  private void requireThatARunFinishes() throws Exception {
    Push.Result last = sandbox.push("last\n");
    assertThat(last.outcome()).isIn(Push.Outcome.CREATED, Push.Outcome.UPDATED);
    assertThat(sandbox.push("last\n"))
        .extracting(Push.Result::outcome, Push.Result::commit)
        .containsExactly(Push.Outcome.UNCHANGED, last.commit());
    assertThat(sandbox.inRemote("rev-list", "--count", "main.." + Sandbox.BRANCH)).isEqualTo("1");
    sandbox.requireWhole();
    requireIntact();
  }

  private void requireIntact() {
    assertThat(stateOfTheUser()).isEqualTo(before);
    assertThat(sandbox.inRemote("fsck", "--strict")).doesNotContain("error", "missing");
    sandbox
        .tip()
        .ifPresent(
            tip ->
                assertThat(sandbox.inRemote("log", "-1", "--format=%s|%P", tip))
                    .isEqualTo("Do it|" + sandbox.inUser("rev-parse", "main")));
  }

  private String stateOfTheUser() {
    return String.join(
        "\n",
        sandbox.inUser("for-each-ref"),
        sandbox.inUser("status", "--porcelain"),
        sandbox.inUser("count-objects", "-v"),
        sandbox.inUser("config", "--list", "--local"));
  }

  private static void attempt(Sandbox sandbox, String text) {
    try {
      sandbox.push(text);
    } catch (GitException | InterruptedException e) {
      // Stopped, or told by the remote that another one of ours was still at it.
      return;
    }
  }

  private Process child(String text) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", classPath()));
    command.addAll(List.of(Child.class.getName(), sandbox.root().toString(), text));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(Map.of("GIT_CONFIG_NOSYSTEM", "1"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String classPath() {
    List<String> parts = new ArrayList<>();
    if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
      for (URL url : loader.getURLs()) {
        try {
          parts.add(Path.of(url.toURI()).toString());
        } catch (URISyntaxException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    parts.add(System.getProperty("java.class.path", ""));
    return String.join(File.pathSeparator, parts);
  }

  /** A process that pushes once. */
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) {
      attempt(new Sandbox(Path.of(arguments[0])), arguments[1]);
    }
  }
}
