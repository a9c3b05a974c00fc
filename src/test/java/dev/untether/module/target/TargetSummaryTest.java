package dev.untether.module.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Targets for people. */
final class TargetSummaryTest {
  private static final List<Target> ALL =
      targets("linux/amd64", "darwin/amd64", "linux/arm64", "darwin/arm64", "linux/riscv64");

  @Test
  void everyTargetIsNotSpelledOut() {
    assertThat(TargetSummary.of(ALL, ALL)).isEqualTo("all targets");
  }

  @Test
  void fewTargetsAreNamedEvenIfTheyAreAll() {
    assertThat(TargetSummary.of(ALL.subList(0, 2), ALL.subList(0, 2)))
        .isEqualTo("linux/amd64, darwin/amd64");
  }

  @Test
  void wholeArchitecturesAreNamedOnce() {
    assertThat(TargetSummary.of(ALL.subList(0, 4), ALL)).isEqualTo("amd64, arm64");
  }

  @Test
  void singleSystemsOfAnArchitectureAreNamed() {
    List<Target> some = targets("linux/amd64", "darwin/amd64", "linux/arm64", "linux/riscv64");
    assertThat(TargetSummary.of(some, ALL)).isEqualTo("amd64, linux/arm64, linux/riscv64");
  }

  @Test
  void partsOfAnArchitectureAreCounted() {
    List<Target> looked = targets("a/amd64", "b/amd64", "c/amd64", "d/amd64", "a/arm64");
    List<Target> some = targets("a/amd64", "b/amd64", "c/amd64", "a/arm64");
    assertThat(TargetSummary.of(some, looked)).isEqualTo("amd64 on 3 systems, a/arm64");
  }

  private static List<Target> targets(String... names) {
    return List.of(names).stream().map(Target::parse).toList();
  }
}
