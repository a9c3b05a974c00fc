package dev.untether.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.report.Command;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a large base, checked out one after the other. */
final class BaseCheckoutTest {
  private static final int MODULES = 10_000;
  private static final int CHUNK = 250;

  @TempDir Path directory;

  @BeforeEach
  void monorepo() {
    // All modules beside each other: the layout that is dear to whoever reads it once per path.
    new Command(directory).run(new byte[0], "git", "init", "--quiet", "--initial-branch=main");
    StringBuilder stream = new StringBuilder("blob\nmark :1\ndata 2\nx\ncommit refs/heads/main\n");
    stream.append("committer G <g@example.com> 1700000000 +0000\ndata 1\nm\n");
    for (int module = 0; module < MODULES; module++) {
      stream.append("M 100644 :1 m").append(module).append("/go.mod\n");
      stream.append("M 100644 :1 m").append(module).append("/x.go\n");
    }
    stream.append("M 160000 ").append("1".repeat(40)).append(" sub\n");
    new Command(directory)
        .run(stream.toString().getBytes(StandardCharsets.UTF_8), "git", "fast-import", "--quiet");
  }

  @Test
  void chunksOfManyModulesCostWhatTheyHold() throws GitException {
    try (GitRepository repository = GitRepository.containing(directory)) {
      Base base = repository.base(Optional.empty());
      long start = processorTime();
      for (int first = 0; first < MODULES; first += CHUNK) {
        List<String> paths = new ArrayList<>();
        for (int i = first; i < first + CHUNK; i++) {
          paths.add("m" + i);
        }
        try (BaseCheckout checkout = BaseCheckout.of(repository, base, paths)) {
          assertThat(checkout.root().resolve("m" + first + "/x.go")).exists();
          assertThat(checkout.root().toFile().list()).hasSize(CHUNK);
        }
      }
      assertThat(Duration.ofNanos(processorTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void aPathThatIsNotThereIsNamed() throws GitException {
    try (GitRepository repository = GitRepository.containing(directory)) {
      Base base = repository.base(Optional.empty());

      assertThatThrownBy(() -> BaseCheckout.of(repository, base, List.of("m1", "m", "m2/x.go")))
          .hasMessageStartingWith("m: is not in the commit");
      assertThatThrownBy(() -> BaseCheckout.of(repository, base, List.of("sub")))
          .hasMessageContaining("is a submodule");
    }
  }

  /** Returns what this thread has cost so far, however busy the machine is with others. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
