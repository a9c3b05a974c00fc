package dev.untether.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.untether.access.packed.DamagedDataException;
import dev.untether.module.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessDataTest {
  private static final long MAX_BYTES = 3L << 20;

  private static byte[] shipped(int release) throws IOException {
    try (InputStream in = AccessData.class.getResourceAsStream("go1." + release + ".bin")) {
      assertThat(in).as("data of Go 1.%d", release).isNotNull();
      return in.readAllBytes();
    }
  }

  @Test
  void coversEveryReleaseAndStaysSmall() throws IOException {
    assertThat(AccessData.releases()).containsExactly(21, 22, 23, 24, 25, 26, 27);
    long bytes = 0;
    for (int release : AccessData.releases()) {
      bytes += shipped(release).length;
    }
    assertThat(bytes).isLessThan(MAX_BYTES);
  }

  @Test
  void releaseWithoutDataIsNotGuessed() {
    assertThat(AccessData.of(20)).isEmpty();
    assertThat(AccessData.of(99)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 43, 44, 1000, 100_000})
  void truncatedFileIsRefused(int length) throws IOException {
    byte[] cut = Arrays.copyOf(shipped(27), length);
    assertThatThrownBy(() -> AccessData.read(cut)).isInstanceOf(DamagedDataException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, 39, 44, 100_000})
  void changedFileIsRefused(int offset) throws IOException {
    byte[] changed = shipped(27);
    changed[offset] ^= 1;
    assertThatThrownBy(() -> AccessData.read(changed)).isInstanceOf(DamagedDataException.class);
  }

  @Test
  void lengthIsProtectedToo() throws IOException {
    byte[] changed = shipped(27);
    changed[43] ^= 1;
    assertThatThrownBy(() -> AccessData.read(changed)).isInstanceOf(DamagedDataException.class);
  }

  @Test
  void rulesComeFromTheReleasesOwnSources() {
    LinkerFacts newest = AccessData.of(27).orElseThrow().linker();
    assertThat(newest.blocked()).hasSize(72).containsEntry("runtime.addmoduledata", List.of());
    assertThat(newest.regabi())
        .containsExactly("amd64", "arm64", "loong64", "ppc64", "ppc64le", "riscv64", "s390x");
    LinkerFacts before = AccessData.of(26).orElseThrow().linker();
    assertThat(before.blocked()).hasSize(74);
    assertThat(before.checksAssembly()).isFalse();
    LinkerFacts oldest = AccessData.of(22).orElseThrow().linker();
    assertThat(oldest.checks()).isFalse();
    assertThat(oldest.blocked()).isEmpty();
    assertThat(oldest.regabi()).doesNotContain("s390x").contains("loong64");
  }

  @Test
  void historyTellsOfBirthPushAndDeath() {
    SymbolHistory coroswitch = SymbolHistory.of("runtime.coroswitch");
    assertThat(coroswitch.stages().get(0).exists()).isFalse();
    assertThat(coroswitch.stages().get(2).exists()).isTrue();
    SymbolHistory duffzero = SymbolHistory.of("runtime.startTimer");
    assertThat(duffzero.stages()).noneMatch(SymbolHistory.Stage::exists);
    SymbolHistory nanotime = SymbolHistory.of("runtime.nanotime");
    assertThat(nanotime.stages()).allMatch(SymbolHistory.Stage::exists);
    assertThat(nanotime.stages().get(6).isPushed()).isTrue();
    assertThat(nanotime.stages().get(6).signatures()).containsExactly("() int64");
  }

  @Test
  void signatureThatDriftedIsSeen() {
    SymbolHistory history = SymbolHistory.of("reflect.mapiterinit");
    assertThat(history.stages().get(2).signatures())
        .isNotEqualTo(history.stages().get(4).signatures());
  }

  @Test
  void commentsOnPushedSymbolsNameTheirUsers() {
    AccessData newest = AccessData.of(27).orElseThrow();
    assertThat(newest.knownUsers("runtime.memmove"))
        .contains("github.com/bytedance/sonic", "github.com/ebitengine/purego")
        .isSorted();
    assertThat(newest.knownUsers("runtime.load_g")).containsExactly("github.com/ebitengine/purego");
    // Lists without a directive in the comment: on the declaration below it.
    assertThat(newest.knownUsers("time.now")).isNotEmpty();
    assertThat(newest.knownUsers("runtime.gogo")).isEmpty();
    assertThat(newest.knownUsers("no such symbol")).isEmpty();
    assertThat(AccessData.of(22).orElseThrow().knownUsers("runtime.memmove")).isEmpty();
    assertThat(SymbolHistory.of("runtime.memmove").knownUsers())
        .containsAll(newest.knownUsers("runtime.memmove"));
  }

  @Test
  void definitionsHaveTheirLines() {
    AccessData newest = AccessData.of(27).orElseThrow();
    Configuration arm64 = new Configuration(Target.parse("linux/arm64"), /* cgo= */ false);
    Configuration amd64 = new Configuration(Target.parse("linux/amd64"), /* cgo= */ false);
    assertThat(newest.line("runtime.load_g", arm64).map(SourceLine::file))
        .contains("runtime/tls_arm64.s");
    assertThat(newest.line("runtime.load_g", amd64)).isEmpty();
    assertThat(newest.line("runtime.schedinit", amd64).map(SourceLine::file))
        .contains("runtime/proc.go");
    assertThat(newest.line("sync.runtime_Semacquire", amd64).map(SourceLine::file))
        .as("a push from another package")
        .contains("runtime/sema.go");
    assertThat(newest.line("runtime.allglen", amd64)).isPresent();
    assertThat(newest.lines("runtime.load_g")).hasSizeGreaterThan(3);
    assertThat(newest.lines("runtime.noSuchThing")).isEmpty();
  }
}
