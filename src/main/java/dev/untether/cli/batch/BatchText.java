package dev.untether.cli.batch;

import dev.untether.campaign.Plan;
import dev.untether.campaign.PlannedUnit;
import dev.untether.campaign.outcome.RunResult;
import dev.untether.campaign.outcome.Standing;
import dev.untether.campaign.outcome.State;
import dev.untether.campaign.outcome.StatusReport;
import dev.untether.campaign.outcome.UnitResult;
import dev.untether.campaign.shard.Results;
import dev.untether.cli.option.Counts;
import dev.untether.cli.option.Output;
import dev.untether.report.Printable;
import dev.untether.report.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Campaigns as text for a terminal or a log. */
final class BatchText {
  private static final int MOST_OWNERS = 2;

  private BatchText() {}

  /** Returns a text on its way out. */
  static Output.Writer written(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns what becomes of each unit, or would. */
  static String table(RunResult result, Plan plan) {
    if (result.units().isEmpty()) {
      return "";
    }
    Map<String, PlannedUnit> planned = new HashMap<>();
    plan.units().forEach(unit -> planned.put(unit.name(), unit));
    Table table =
        new Table(
            Table.Column.left("unit"),
            Table.Column.right("files"),
            Table.Column.left("owners"),
            Table.Column.left(result.planned() ? "would be" : "state"),
            Table.Column.left("branch"),
            Table.Column.left("what"));
    for (UnitResult unit : result.units()) {
      PlannedUnit from = planned.get(unit.name());
      table.row(
          unit.unit().isEmpty() ? unit.repository() : unit.name(),
          from == null ? "" : String.valueOf(from.changes().size()),
          from == null ? "" : owners(from.owners()),
          unit.state().word(),
          unit.branch(),
          said(unit.page().map(Object::toString).orElse(""), unit.reason()));
    }
    return table.toString();
  }

  private static String owners(List<String> owners) {
    int named = Math.min(MOST_OWNERS, owners.size());
    String first = String.join(" ", owners.subList(0, named));
    return owners.size() > named ? first + " and " + (owners.size() - named) + " more" : first;
  }

  private static String said(String page, String reason) {
    return page.isEmpty() || reason.isEmpty() ? page + reason : page + " " + reason;
  }

  /** Returns how far each unit has come. */
  static String table(StatusReport status) {
    if (status.units().isEmpty()) {
      return "";
    }
    Table table =
        new Table(
            Table.Column.left("unit"),
            Table.Column.left("state"),
            Table.Column.left("checks"),
            Table.Column.left("branch"),
            Table.Column.left("what"));
    for (Standing unit : status.units()) {
      table.row(
          unit.name(),
          unit.progress().word() + (unit.stale() ? " (old base)" : ""),
          unit.checks().map(it -> it.name().toLowerCase(java.util.Locale.ROOT)).orElse(""),
          unit.branch(),
          said(unit.page().map(Object::toString).orElse(""), unit.reason()));
    }
    return table.toString();
  }

  /** Returns what shards came to. */
  static String table(Results results) {
    if (results.units().isEmpty()) {
      return "";
    }
    Table table =
        new Table(
            Table.Column.left("unit"),
            Table.Column.left("state"),
            Table.Column.left("branch"),
            Table.Column.left("what"));
    for (Results.Unit unit : results.units()) {
      table.row(unit.name(), unit.state(), unit.branch(), said(unit.pullRequest(), unit.reason()));
    }
    return table.toString();
  }

  /** Returns a run in one sentence. */
  static String summary(RunResult result, Plan plan) {
    List<String> parts = new ArrayList<>();
    for (State state : State.values()) {
      long count = result.count(state);
      if (count > 0) {
        parts.add(count + " " + state.word());
      }
    }
    StringBuilder line = new StringBuilder();
    line.append(parts.isEmpty() ? "nothing to do" : String.join(", ", parts));
    line.append("; ").append(Counts.of(plan.modules(), "module")).append(" in ");
    int repositories = plan.origins().size();
    line.append(repositories == 1 ? "1 repository" : repositories + " repositories");
    if (plan.cached() > 0) {
      line.append(", ").append(plan.cached()).append(" unchanged since the last run");
    }
    if (!plan.left().isEmpty()) {
      line.append(", ").append(Counts.of(plan.left().size(), "place")).append(" left alone");
    }
    result.next().ifPresent(next -> line.append("; the next may be opened at ").append(next));
    return line.toString();
  }

  /** Returns how far a campaign has come in one sentence. */
  static String summary(StatusReport status) {
    List<String> parts = new ArrayList<>();
    status
        .burndown()
        .forEach(
            (progress, count) -> {
              if (count > 0) {
                parts.add(count + " " + progress.word());
              }
            });
    String counts = parts.isEmpty() ? "nothing to do" : String.join(", ", parts);
    return counts + "; " + status.left() + " of " + status.units().size() + " left";
  }

  /**
   * Returns what shards came to in one sentence.
   *
   * @param files how many files said so
   */
  static String summary(Results results, int files) {
    Map<String, Integer> counts = new TreeMap<>();
    results.units().forEach(unit -> counts.merge(unit.state(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((state, count) -> parts.add(count + " " + state));
    return (parts.isEmpty() ? "nothing to do" : String.join(", ", parts))
        + "; of "
        + Counts.of(files, "file");
  }

  /** Returns a name from a repository, on one line. */
  static String shown(String name) {
    return Printable.line(name);
  }
}
