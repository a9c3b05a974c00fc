package dev.untether.campaign.plan;

import dev.untether.text.Finding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells that a campaign cannot be planned as it was written: it names recipes or targets that there
 * are not. Less than was asked for would be worse than nothing: what is not planned gets closed.
 */
public final class PlanException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Finding> findings;

  PlanException(List<Finding> findings) {
    super(findings.stream().map(Finding::message).collect(Collectors.joining("; ")));
    this.findings = List.copyOf(findings);
  }

  /** Returns what is wrong. */
  public List<Finding> findings() {
    return findings;
  }
}
