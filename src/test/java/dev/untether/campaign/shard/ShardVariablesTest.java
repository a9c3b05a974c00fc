package dev.untether.campaign.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of many jobs this is, as the systems that run them say. */
final class ShardVariablesTest {
  @ParameterizedTest
  @CsvSource({
    "JOB_COMPLETION_INDEX=0 UNTETHER_SHARDS=8, 1/8",
    "JOB_COMPLETION_INDEX=7 UNTETHER_SHARDS=8, 8/8",
    "CI_NODE_INDEX=1 CI_NODE_TOTAL=4, 1/4",
    "CI_NODE_INDEX=4 CI_NODE_TOTAL=4, 4/4",
    "BUILDKITE_PARALLEL_JOB=0 BUILDKITE_PARALLEL_JOB_COUNT=4, 1/4",
    "BUILDKITE_PARALLEL_JOB=3 BUILDKITE_PARALLEL_JOB_COUNT=4, 4/4",
    "CIRCLE_NODE_INDEX=0 CIRCLE_NODE_TOTAL=1, 1/1",
    "CIRCLE_NODE_INDEX=2 CIRCLE_NODE_TOTAL=4, 3/4",
    "SYSTEM_JOBPOSITIONINPHASE=2 SYSTEM_TOTALJOBSINPHASE=3, 2/3",
    "SEMAPHORE_JOB_INDEX=2 SEMAPHORE_JOB_COUNT=3, 2/3",
    "BITBUCKET_PARALLEL_STEP=0 BITBUCKET_PARALLEL_STEP_COUNT=3, 1/3",
    "AWS_BATCH_JOB_ARRAY_INDEX=9 AWS_BATCH_JOB_ARRAY_SIZE=10, 10/10",
    "AWS_BATCH_JOB_ARRAY_INDEX=9 UNTETHER_SHARDS=10, 10/10",
    "CLOUD_RUN_TASK_INDEX=1 CLOUD_RUN_TASK_COUNT=2, 2/2",
    "SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_COUNT=8, 1/8",
    "SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_MIN=2 SLURM_ARRAY_TASK_MAX=5 SLURM_ARRAY_TASK_COUNT=4, 4/4",
    "SLURM_ARRAY_TASK_ID=8 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=12 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_STEP=4, 3/4",
    // The last index that was asked for need not be one of a job: --array=0-15:4 gives 0,4,8,12.
    "SLURM_ARRAY_TASK_ID=12 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=15 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_TASK_STEP=4, 4/4",
    "SGE_TASK_ID=7 SGE_TASK_FIRST=1 SGE_TASK_LAST=9 SGE_TASK_STEPSIZE=2, 4/5",
    "SGE_TASK_ID=3 SGE_TASK_FIRST=3 SGE_TASK_LAST=4, 1/2",
    "LSB_JOBINDEX=3 LSB_JOBINDEX_END=8, 3/8",
    "LSB_JOBINDEX=3 UNTETHER_SHARDS=8, 3/8",
    "PBS_ARRAY_INDEX=8 UNTETHER_SHARDS=8, 8/8",
    "PBS_ARRAYID=1 UNTETHER_SHARDS=8, 1/8",
    "CI_NODE_INDEX=2 CI_NODE_TOTAL=4 UNTETHER_SHARDS=4, 2/4",
  })
  void eachSystemCountsInItsWay(String variables, String shard) {
    assertThat(ShardVariables.of(environment(variables), OptionalInt.empty())).hasToString(shard);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|no variable says which of many jobs this is",
        "CI_NODE_TOTAL=1|no variable says which of many jobs this is",
        "LSB_JOBINDEX=0|no variable says which of many jobs this is",
        "SGE_TASK_ID=undefined SGE_TASK_LAST=undefined|no variable says which of many jobs this is",
        "CI_NODE_TOTAL=4|CI_NODE_TOTAL is 4, but CI_NODE_INDEX is not set",
        "CI_NODE_INDEX=2|does not say how many jobs there are; set UNTETHER_SHARDS or give --shards",
        "JOB_COMPLETION_INDEX=2|does not say how many jobs there are",
        "JOB_COMPLETION_INDEX=8 UNTETHER_SHARDS=8|belongs to job 9, but there are 8",
        "JOB_COMPLETION_INDEX=-1 UNTETHER_SHARDS=8|is `-1`; expected a number",
        "JOB_COMPLETION_INDEX=x UNTETHER_SHARDS=8|is `x`; expected a number",
        "JOB_COMPLETION_INDEX=1 UNTETHER_SHARDS=many|UNTETHER_SHARDS is `many`; expected a number",
        "JOB_COMPLETION_INDEX=1 UNTETHER_SHARDS=0|UNTETHER_SHARDS is `0`; expected a number",
        "CI_NODE_INDEX=0 CI_NODE_TOTAL=4|CI_NODE_INDEX is 0; expected 1 or a later one",
        "CI_NODE_INDEX=5 CI_NODE_TOTAL=4|belongs to job 5, but there are 4",
        "CI_NODE_INDEX=2 CI_NODE_TOTAL=4 UNTETHER_SHARDS=8|it runs 4 jobs, but 8 were asked for",
        "PBS_ARRAY_INDEX=0 UNTETHER_SHARDS=8|PBS_ARRAY_INDEX is 0; expected 1 or a later one of its jobs: number them from 1",
        "SLURM_ARRAY_TASK_ID=6 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=6 SLURM_ARRAY_TASK_COUNT=2|its numbers have gaps",
        "SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=8 SLURM_ARRAY_TASK_STEP=4|is 3; expected 0 or a later one",
        // sbatch --array=3 runs one job of an earlier array again.
        "SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_MAX=3 SLURM_ARRAY_TASK_COUNT=1|the array has no job but 3",
        "SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=0 SLURM_ARRAY_TASK_COUNT=1 UNTETHER_SHARDS=16|it runs 1 jobs, but 16 were asked for",
        "SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=4 SLURM_ARRAY_TASK_MAX=8|is 3; expected 4 or a later one",
        "SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=8 SLURM_ARRAY_TASK_STEP=0|is 3; expected",
      })
  void whatNamesNoShardIsRefusedAndNeverTheWhole(String variables, String message) {
    assertThatThrownBy(() -> ShardVariables.of(environment(variables), OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatTheUserSaysOfTheTotalCounts() {
    Map<String, String> environment = environment("JOB_COMPLETION_INDEX=3 UNTETHER_SHARDS=8");

    assertThat(ShardVariables.of(environment, OptionalInt.of(4))).hasToString("4/4");
  }

  @Test
  void twoSystemsMustAgree() {
    assertThat(
            auto(
                "CI_NODE_INDEX=2 CI_NODE_TOTAL=4 BUILDKITE_PARALLEL_JOB=1 BUILDKITE_PARALLEL_JOB_COUNT=4"))
        .hasToString("2/4");
    assertThatThrownBy(
            () ->
                auto(
                    "CI_NODE_INDEX=2 CI_NODE_TOTAL=4 SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_MAX=3"))
        .hasMessage(
            "--shard auto: the variables of GitLab name shard 2/4, those of Slurm 1/4;"
                + " give --shard i/n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CIRCLE_NODE_INDEX=0 CIRCLE_NODE_TOTAL=1 CI_NODE_INDEX=2 CI_NODE_TOTAL=4",
        "CI_NODE_INDEX=2 CI_NODE_TOTAL=4 SYSTEM_JOBPOSITIONINPHASE=1 SYSTEM_TOTALJOBSINPHASE=1",
      })
  void aSystemThatRunsOneJobHasNoSay(String variables) {
    assertThat(auto(variables)).hasToString("2/4");
  }

  private static Shard auto(String variables) {
    return ShardVariables.of(environment(variables), OptionalInt.empty());
  }

  private static Map<String, String> environment(String variables) {
    Map<String, String> environment = new HashMap<>(Map.of("PATH", "/bin"));
    for (String variable : variables.split(" ", -1)) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        environment.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    return environment;
  }
}
