package dev.untether.campaign.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.campaign.Wave;
import dev.untether.campaign.pace.WaveUnit.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Canaries go first, and the others wait for them. */
final class WavesTest {
  private static final Wave CANARY = new Wave("canary", List.of("a/*"), Wave.Gate.MERGED);
  private static final Wave REST = new Wave("rest", List.of("**/libs/**"), Wave.Gate.OPENED);

  @Test
  void withoutWavesEverythingMayStart() {
    Waves.Readiness readiness =
        Waves.ready(List.of(), units("b/x not-started", "a/x not-started", "c/x opened"));

    assertThat(readiness.ready()).containsExactly("b/x", "a/x");
    assertThat(readiness.held()).isEmpty();
  }

  @Test
  void onlyTheFirstWaveMayStart() {
    Waves.Readiness readiness =
        Waves.ready(
            List.of(CANARY, REST),
            units("b/other not-started", "b/libs/hash not-started", "a/x not-started"));

    assertThat(readiness.ready()).containsExactly("a/x");
    assertThat(readiness.held())
        .containsOnlyKeys("b/libs/hash", "b/other")
        .containsEntry("b/other", "wave canary waits until a/x are merged");
  }

  @ParameterizedTest
  @CsvSource({
    "opened, not-started, false",
    "opened, opened, true",
    "opened, checks-passed, true",
    "opened, merged, true",
    "opened, rejected, false",
    "checks-passed, not-started, false",
    "checks-passed, opened, false",
    "checks-passed, checks-passed, true",
    "checks-passed, merged, true",
    "checks-passed, rejected, false",
    "merged, opened, false",
    "merged, checks-passed, false",
    "merged, merged, true",
    "merged, rejected, false",
  })
  void aGateLetsPassWhatHasComeThatFar(String gate, String standing, boolean passes) {
    Wave wave = new Wave("canary", List.of("a/*"), Wave.Gate.valueOf(constant(gate)));
    Waves.Readiness readiness =
        Waves.ready(List.of(wave), units("a/x merged", "a/y " + standing, "b/x not-started"));

    assertThat(readiness.ready().contains("b/x")).isEqualTo(passes);
    assertThat(readiness.held().containsKey("b/x")).isEqualTo(!passes);
  }

  @Test
  void theSecondWaveHoldsUpThoseOfNoWave() {
    Waves.Readiness readiness =
        Waves.ready(
            List.of(CANARY, REST),
            units("a/x merged", "b/libs/x opened", "b/libs/y not-started", "b/z not-started"));

    assertThat(readiness.ready()).containsExactly("b/libs/y");
    assertThat(readiness.held())
        .containsEntry("b/z", "wave rest waits until b/libs/y have a pull request");
  }

  @Test
  void aWaveWithoutUnitsHoldsNobodyUp() {
    assertThat(Waves.ready(List.of(CANARY, REST), units("b/x not-started")).ready())
        .containsExactly("b/x");
  }

  @Test
  void aUnitBelongsToTheFirstWaveThatNamesIt() {
    Waves.Readiness readiness =
        Waves.ready(
            List.of(CANARY, new Wave("all", List.of("**"), Wave.Gate.OPENED)),
            units("a/x not-started", "b/x not-started"));

    assertThat(readiness.ready()).containsExactly("a/x");
  }

  @Test
  void aCanaryThatSomebodyClosedIsNamedFirst() {
    Waves.Readiness readiness =
        Waves.ready(List.of(CANARY), units("a/x opened", "a/y rejected", "b/x not-started"));

    assertThat(readiness.held().get("b/x"))
        .isEqualTo(
            "wave canary: a/y was closed without being merged and 1 more; find out why, then"
                + " reopen it or exclude it");
  }

  @Test
  void aPatternNeedNotKnowWhatGroupsOfAForgeARepositoryIsIn() {
    Wave canary = new Wave("canary", List.of("*/libs/hash"), Wave.Gate.MERGED);
    WaveUnit hash = new WaveUnit("acme/go/mono", "libs/hash", Standing.NOT_STARTED);
    WaveUnit rand = new WaveUnit("acme/go/mono", "libs/rand", Standing.NOT_STARTED);

    Waves.Readiness readiness = Waves.ready(List.of(canary), List.of(hash, rand));

    assertThat(readiness.ready()).containsExactly("acme/go/mono/libs/hash");
    assertThat(readiness.held()).containsOnlyKeys("acme/go/mono/libs/rand");
  }

  @Test
  void everyUnitThatHasNotStartedIsEitherReadyOrHeldWithAReason() {
    Random random = new Random(6);
    for (int i = 0; i < 500; i++) {
      List<WaveUnit> units = new ArrayList<>();
      for (int n = random.nextInt(12); n > 0; n--) {
        String name = "abc".charAt(random.nextInt(3)) + (random.nextBoolean() ? "/libs/" : "/") + n;
        Standing[] all = Standing.values();
        units.add(unit(name, all[random.nextInt(all.length)]));
      }
      Waves.Readiness readiness = Waves.ready(List.of(CANARY, REST), units);

      List<String> all = new ArrayList<>(readiness.ready());
      all.addAll(readiness.held().keySet());
      assertThat(all)
          .containsExactlyInAnyOrderElementsOf(
              units.stream()
                  .filter(unit -> unit.standing() == Standing.NOT_STARTED)
                  .map(WaveUnit::name)
                  .toList());
    }
  }

  private static List<WaveUnit> units(String... lines) {
    List<WaveUnit> units = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", 2);
      units.add(unit(words[0], Standing.valueOf(constant(words[1]))));
    }
    return units;
  }

  private static WaveUnit unit(String name, Standing standing) {
    int slash = name.indexOf('/');
    return new WaveUnit(name.substring(0, slash), name.substring(slash + 1), standing);
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
