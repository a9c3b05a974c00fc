package dev.untether.access.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.view.AccessChange.From;
import dev.untether.access.view.AccessChange.Kind;
import dev.untether.module.target.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The counts are those that linkers of both releases gave for every symbol. */
final class AccessChangeTest {
  private static final Target AMD64 = Target.parse("linux/amd64");
  private static final List<Configuration> LINUX = List.of(new Configuration(AMD64, false));

  private static List<AccessChange> changes(int from, int to, List<String> packages) {
    return AccessChange.between(
        AccessData.of(from).orElseThrow(), AccessData.of(to).orElseThrow(), packages, LINUX);
  }

  private static List<String> symbols(List<AccessChange> changes, From from, Kind kind) {
    return changes.stream()
        .filter(it -> it.from() == from && it.kind() == kind)
        .map(AccessChange::symbol)
        .toList();
  }

  @Test
  void newestReleaseRejectsWhatItsLinkerRejects() {
    List<AccessChange> changes = changes(26, 27, List.of());
    assertThat(symbols(changes, From.GO, Kind.REJECTED)).hasSize(286).contains("runtime.gogo");
    assertThat(symbols(changes, From.ASSEMBLY, Kind.REJECTED))
        .hasSize(274)
        .contains("runtime.systemstack");
    assertThat(symbols(changes, From.ASSEMBLY, Kind.ACCEPTED)).contains("runtime.x86HasAVX");
    assertThat(symbols(changes, From.GO, Kind.REMOVED))
        .containsExactly("runtime.checkASM", "sync.event");
  }

  @Test
  void holeOfBuiltinsCloses() {
    assertThat(symbols(changes(23, 24, List.of("runtime")), From.GO, Kind.REJECTED))
        .contains("runtime.newobject", "runtime.typedmemclr", "runtime.chanrecv1")
        .doesNotContain("runtime.gcWriteBarrier2", "runtime.nanotime");
  }

  @Test
  void otherPackagesAreLeftOut() {
    assertThat(changes(26, 27, List.of("sync")))
        .isNotEmpty()
        .allMatch(it -> it.symbol().startsWith("sync."));
  }

  @Test
  void releaseDoesNotDifferFromItself() {
    assertThat(changes(27, 27, List.of())).isEmpty();
  }

  @Test
  void targetThatOneReleaseLacksIsLeftOut() {
    List<Configuration> windowsOnArm =
        List.of(new Configuration(Target.parse("windows/arm"), false));
    assertThat(
            AccessChange.between(
                AccessData.of(23).orElseThrow(),
                AccessData.of(27).orElseThrow(),
                List.of("runtime"),
                windowsOnArm))
        .isEmpty();
  }

  @Test
  void driftIsOfTypesAndNotOfNames() {
    assertThat(SignatureDrift.between("reflect.mapiterinit", 23, 24, AMD64))
        .hasValueSatisfying(drift -> assertThat(drift.before()).isNotEqualTo(drift.after()));
    assertThat(SignatureDrift.between("math/big.mulAddVWW", 24, 25, AMD64)).isEmpty();
    assertThat(SignatureDrift.between("runtime.nanotime", 21, 27, AMD64)).isEmpty();
    assertThat(SignatureDrift.between("runtime.noSuchThing", 21, 27, AMD64)).isEmpty();
    assertThat(SignatureDrift.between("runtime.nanotime", 21, 99, AMD64)).isEmpty();
  }
}
