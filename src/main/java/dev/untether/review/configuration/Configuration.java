package dev.untether.review.configuration;

import dev.untether.module.target.ReleaseRange;
import dev.untether.review.CheckFinding;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What {@code untether.yaml} says. Whatever the command line says wins.
 *
 * @param go the releases to look at
 * @param targets the targets to look at, as {@code --target} takes them
 * @param failOn the severity from which on findings make the command fail, or {@code never}
 * @param rules what becomes of a rule's findings
 * @param ignore files whose findings are dropped
 * @param recipes a folder with recipes
 */
public record Configuration(
    Optional<ReleaseRange> go,
    Optional<String> targets,
    Optional<String> failOn,
    Map<String, Level> rules,
    List<PathPattern> ignore,
    Optional<Path> recipes) {

  /** The configuration of those who have none. */
  public static final Configuration NONE =
      new Configuration(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          List.of(),
          Optional.empty());

  /** Copies the collections. */
  public Configuration {
    rules = Map.copyOf(rules);
    ignore = List.copyOf(ignore);
  }

  /** What becomes of the findings of a rule. */
  public enum Level {
    OFF,
    NOTE,
    WARNING,
    ERROR
  }

  /**
   * Returns the findings that are wanted, with the severities that are wanted.
   *
   * @param names turns the path of a finding into one relative to where {@link #ignore} starts
   */
  public List<CheckFinding> apply(List<CheckFinding> findings, UnaryOperator<String> names) {
    List<CheckFinding> kept = new ArrayList<>();
    for (CheckFinding found : findings) {
      Level level = rules.get(found.rule().id());
      String path = names.apply(found.finding().path());
      if (level == Level.OFF || ignore.stream().anyMatch(pattern -> pattern.matches(path))) {
        continue;
      }
      kept.add(level == null ? found : withSeverity(found, Severity.valueOf(level.name())));
    }
    return List.copyOf(kept);
  }

  private static CheckFinding withSeverity(CheckFinding found, Severity severity) {
    Finding it = found.finding();
    return found.with(new Finding(it.rule(), severity, it.path(), it.position(), it.message()));
  }
}
