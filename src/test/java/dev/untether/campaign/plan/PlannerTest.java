package dev.untether.campaign.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.campaign.Campaign;
import dev.untether.campaign.Plan;
import dev.untether.campaign.Split;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlannerTest {
  private static final Path SAMPLES = Path.of("samples");

  @TempDir Path directory;
  private PlannedRepository repository;

  @BeforeEach
  void repository() {
    repository = new PlannedRepository(directory);
  }

  @Test
  void look() throws Exception {
    repository
        .copyOf(SAMPLES.resolve("monorepo"), "")
        .recipe("nanotime-to-time", Map.of())
        .recipe("linkname-to-exported", Map.of())
        .recipe("fastrand-to-math-rand-v2", Map.of())
        .copies(Campaign.Copies.MIGRATE)
        .commit();
    for (Split.By by : Split.By.values()) {
      Plan plan = repository.split(by, 1, 100).plan();
      System.out.println("== " + by + " " + plan.modules());
      plan.units().forEach(it -> System.out.println(it.id() + " " + it.changes().keySet() + "\n   " + it.command() + " " + it.refused().size() + " " + it.notes().size()));
      plan.left().forEach(System.out::println);
      plan.problems().forEach(System.out::println);
      System.out.println(repository.looked());
    }
    assertThat(1).isEqualTo(2);
  }
}
