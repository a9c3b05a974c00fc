package dev.untether.campaign.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each machine takes its share. */
final class ShardTest {
  @ParameterizedTest
  @ValueSource(strings = {"1/1", "1/8", "8/8", "100000/100000"})
  void shardsAreWrittenAsTheyAreRead(String text) {
    assertThat(Shard.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'', expected i/n such as 1/8",
    "3, expected i/n such as 1/8",
    "1/, expected i/n such as 1/8",
    "-1/8, expected i/n such as 1/8",
    "1/8/9, expected i/n such as 1/8",
    "one/two, expected i/n such as 1/8",
    "0/8, shards are counted from 1 to 8",
    "9/8, shards are counted from 1 to 8",
    "1/0, expected a number of shards from 1 to 100000",
    "1/100001, expected a number of shards from 1 to 100000",
    "99999999999/99999999999, expected i/n such as 1/8",
  })
  void whatIsNoShardIsRefused(String text, String message) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 100})
  void everyUnitBelongsToExactlyOneShard(int count) {
    for (int unit = 0; unit < 500; unit++) {
      String module = "libs/m" + unit;
      assertThat(
              IntStream.rangeClosed(1, count)
                  .filter(index -> new Shard(index, count).takes("repo", module)))
          .hasSize(1);
    }
  }

  @Test
  void sharesAreAboutEqual() {
    for (int index = 1; index <= 8; index++) {
      Shard shard = new Shard(index, 8);
      long taken =
          IntStream.range(0, 8_000).filter(unit -> shard.takes("mono", "svc/" + unit)).count();
      assertThat(taken).as("shard %s", shard).isBetween(900L, 1_100L);
    }
  }

  /** A campaign that goes on with a newer version must not shuffle its units. */
  @ParameterizedTest
  @CsvSource({"mono, libs/hash, 2", "mono, libs/rand, 5", "other, libs/hash, 4", "'', ., 8"})
  void membershipStaysTheSameFromVersionToVersion(String repository, String unit, int index) {
    assertThat(new Shard(index, 8).takes(repository, unit)).isTrue();
  }

  @Test
  void whereTheRepositoryEndsAndTheUnitBeginsMatters() {
    long same =
        IntStream.range(0, 1_000)
            .filter(
                i -> new Shard(1, 2).takes("a/" + i, "b") == new Shard(1, 2).takes("a", i + "/b"))
            .count();

    assertThat(same).isBetween(400L, 600L);
  }
}
