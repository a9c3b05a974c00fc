package dev.untether.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.untether.campaign.Campaign;
import dev.untether.campaign.Limits;
import dev.untether.campaign.Origin;
import dev.untether.campaign.Plan;
import dev.untether.campaign.Progress;
import dev.untether.campaign.Split;
import dev.untether.campaign.plan.CodeOwners;
import dev.untether.campaign.plan.PlanSettings;
import dev.untether.campaign.plan.Planner;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plans a campaign over a repository three times, and says how long each took. */
final class MonorepoPlan {
  private static final String CHANGED = "src/team000/mod00001/part1/part.go";

  private MonorepoPlan() {}

  /**
   * Measures.
   *
   * @param args the repository, and a directory for the cache that is not there yet
   */
  public static void main(String[] args) throws Exception {
    Path repository = Path.of(args[0]).toAbsolutePath();
    Path cache = Path.of(args[1]).toAbsolutePath();
    measure("cold", repository, cache);
    measure("again", repository, cache);
    changeOneModule(repository);
    measure("one changed", repository, cache);
  }

  private static void measure(String what, Path place, Path cache) throws Exception {
    long start = System.nanoTime();
    long cpu = cpuNanos();
    Plan plan = plan(place, cache);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (cpuNanos() - cpu) / 1e9;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream().mapToLong(MonorepoPlan::peakOf).sum();
    System.out.printf(
        Locale.ROOT,
        "%-12s %6d modules, %6d known, %4d units, %4d left, %d problems: %7.2f s,"
            + " %7.2f s of CPU; heap at most %d MB%n",
        what,
        plan.modules(),
        plan.cached(),
        plan.units().size(),
        plan.left().size(),
        plan.problems().size(),
        seconds,
        cpuSeconds,
        peak >> 20);
  }

  private static long peakOf(MemoryPoolMXBean pool) {
    return pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
  }

  /**
   * Returns the time that all threads together have taken: other work on the machine is left out.
   */
  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static Plan plan(Path place, Path cache) throws Exception {
    PlanSettings settings =
        PlanSettings.of(
            Optional.of(cache), Clock.systemUTC(), Runtime.getRuntime().availableProcessors());
    return new Planner(settings)
        .plan(campaign(), List.of(origin(place)), List.of(), CodeOwners.NONE, Progress.silent());
  }

  private static Origin origin(Path place) throws GitException {
    try (GitRepository repository = GitRepository.containing(place)) {
      return new Origin(
          "mono",
          place,
          Optional.empty(),
          Optional.empty(),
          "main",
          repository.base(Optional.empty()));
    }
  }

  private static Campaign campaign() {
    return new Campaign(
        "bench",
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Campaign.Copies.REPORT,
        new Split(Split.By.MODULE, 1, Split.ALL_FILES),
        new Campaign.Wording("b", "t"),
        new Campaign.ReviewRequest(false, List.of(), false, List.of(), List.of(), false),
        new Limits(Limits.NONE, Limits.NONE, List.of()),
        List.of(),
        false,
        ".untether-ignore",
        List.of());
  }

  private static void changeOneModule(Path repository) throws IOException, InterruptedException {
    String stream =
        "commit refs/heads/main\n"
            + "committer Gopher <gopher@example.com> 1700000100 +0000\n"
            + "data 6\nChange\n"
            + "from refs/heads/main^0\n"
            + "M 100644 inline "
            + CHANGED
            + "\ndata 16\npackage changed\n\n"
            + "done\n";
    Process git =
        new ProcessBuilder("git", "fast-import", "--quiet", "--done")
            .directory(repository.toFile())
            .inheritIO()
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .start();
    try (var out = git.getOutputStream()) {
      out.write(stream.getBytes(StandardCharsets.UTF_8));
    }
    if (git.waitFor() != 0) {
      throw new IOException("git fast-import failed");
    }
  }
}
