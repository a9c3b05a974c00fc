package dev.untether.campaign.shard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The environment variables by which something that runs many jobs side by side tells each which
 * one it is. Empty where it has no such variable.
 *
 * @param name what people call it
 * @param index which job this is
 * @param base what the first job is called, unless {@code first} says so
 * @param total how many jobs there are
 * @param first the index of the first job
 * @param last the index of the last job
 * @param step what lies between the indices of two jobs
 */
record Scheduler(
    String name, String index, int base, String total, String first, String last, String step) {

  /**
   * All that are known. The manuals that say so: kubernetes.io, tasks/job/indexed-parallel-
   * processing-static; docs.gitlab.com, ci/variables; buildkite.com, docs/pipelines/environment-
   * variables; circleci.com, docs/variables; learn.microsoft.com, pipelines/build/variables;
   * docs.semaphoreci.com, environment-variables; support.atlassian.com, variables-and-secrets;
   * docs.aws.amazon.com, batch/job_env_vars; cloud.google.com, run/docs/container-contract; the
   * manual pages sbatch(1) of Slurm, submit(1) of Grid Engine, qsub of OpenPBS and TORQUE; IBM's
   * LSF reference.
   */
  static final List<Scheduler> ALL =
      List.of(
          counted("a Kubernetes Indexed Job", "JOB_COMPLETION_INDEX", 0, ""),
          counted("GitLab", "CI_NODE_INDEX", 1, "CI_NODE_TOTAL"),
          counted("Buildkite", "BUILDKITE_PARALLEL_JOB", 0, "BUILDKITE_PARALLEL_JOB_COUNT"),
          counted("CircleCI", "CIRCLE_NODE_INDEX", 0, "CIRCLE_NODE_TOTAL"),
          counted("Azure Pipelines", "SYSTEM_JOBPOSITIONINPHASE", 1, "SYSTEM_TOTALJOBSINPHASE"),
          counted("Semaphore", "SEMAPHORE_JOB_INDEX", 1, "SEMAPHORE_JOB_COUNT"),
          counted(
              "Bitbucket Pipelines", "BITBUCKET_PARALLEL_STEP", 0, "BITBUCKET_PARALLEL_STEP_COUNT"),
          counted("AWS Batch", "AWS_BATCH_JOB_ARRAY_INDEX", 0, "AWS_BATCH_JOB_ARRAY_SIZE"),
          counted("Cloud Run", "CLOUD_RUN_TASK_INDEX", 0, "CLOUD_RUN_TASK_COUNT"),
          new Scheduler(
              "Slurm",
              "SLURM_ARRAY_TASK_ID",
              0,
              "SLURM_ARRAY_TASK_COUNT",
              "SLURM_ARRAY_TASK_MIN",
              "SLURM_ARRAY_TASK_MAX",
              "SLURM_ARRAY_TASK_STEP"),
          new Scheduler(
              "Grid Engine",
              "SGE_TASK_ID",
              1,
              "",
              "SGE_TASK_FIRST",
              "SGE_TASK_LAST",
              "SGE_TASK_STEPSIZE"),
          new Scheduler("LSF", "LSB_JOBINDEX", 1, "", "", "LSB_JOBINDEX_END", "LSB_JOBINDEX_STEP"),
          counted("PBS", "PBS_ARRAY_INDEX", 1, ""),
          counted("TORQUE", "PBS_ARRAYID", 1, ""));

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private static Scheduler counted(String name, String index, int base, String total) {
    return new Scheduler(name, index, base, total, "", "", "");
  }

  /**
   * Returns what the variables say; nothing if this is no job of many.
   *
   * @param stated how many jobs there are, as the user says
   * @throws IllegalArgumentException if they contradict each other or do not suffice
   */
  Optional<Shard> shard(Map<String, String> environment, OptionalInt stated) {
    Variables variables = new Variables(environment);
    OptionalInt index = variables.number(index());
    OptionalInt first = variables.number(first());
    OptionalInt last = variables.number(last());
    OptionalInt total = variables.number(total());
    // LSF sets the index to 0 in jobs that belong to no array.
    if (name.equals("LSF") && index.isPresent() && index.getAsInt() == 0) {
      return Optional.empty();
    }
    if (index.isEmpty()) {
      if (total.orElse(1) > 1) {
        throw refused(total() + " is " + total.getAsInt() + ", but " + index() + " is not set");
      }
      return Optional.empty();
    }
    int start = first.orElse(base);
    int step = variables.number(step()).orElse(1);
    int offset = index.getAsInt() - start;
    if (step < 1 || offset < 0 || offset % step != 0) {
      throw refused(
          index()
              + " is "
              + index.getAsInt()
              + "; expected "
              + start
              + " or a later one of its jobs"
              + (first.isEmpty() ? ": number them from " + start : ""));
    }
    int position = offset / step + 1;
    OptionalInt counted = total;
    if (last.isPresent()) {
      int spanned = Math.max(0, last.getAsInt() - start) / step + 1;
      if (total.isPresent() && total.getAsInt() != spanned) {
        throw refused(
            "the array has "
                + total.getAsInt()
                + " jobs, but its numbers have gaps;"
                + " number the jobs without gaps");
      }
      if (spanned == 1 && start > 1) {
        // It looks like the whole, but is one job of a larger array that was run again.
        throw refused("the array has no job but " + start);
      }
      counted = OptionalInt.of(spanned);
    }
    return Optional.of(shard(position, counted, stated));
  }

  private Shard shard(int position, OptionalInt counted, OptionalInt stated) {
    if (counted.isEmpty() && stated.isEmpty()) {
      throw refused(
          index() + " does not say how many jobs there are; set UNTETHER_SHARDS or give --shards");
    }
    if (counted.isPresent() && stated.isPresent() && counted.getAsInt() != stated.getAsInt()) {
      throw refused(
          "it runs " + counted.getAsInt() + " jobs, but " + stated.getAsInt() + " were asked for");
    }
    int count = counted.isPresent() ? counted.getAsInt() : stated.getAsInt();
    if (position > count) {
      throw refused(index() + " belongs to job " + position + ", but there are " + count);
    }
    return new Shard(position, count);
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "the variables of " + name + " name no shard: " + why + "; or give --shard i/n");
  }

  /** Variables whose values are numbers. */
  private final class Variables {
    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
      this.environment = environment;
    }

    OptionalInt number(String variable) {
      String value = environment.getOrDefault(variable, "").strip();
      // Grid Engine says so in jobs that belong to no array.
      if (value.isEmpty() || value.equals("undefined")) {
        return OptionalInt.empty();
      }
      if (!NUMBER.matcher(value).matches()) {
        throw refused(variable + " is `" + value + "`; expected a number");
      }
      return OptionalInt.of(Integer.parseInt(value));
    }
  }
}
