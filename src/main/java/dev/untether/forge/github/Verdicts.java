package dev.untether.forge.github;

import dev.untether.forge.Checks;
import dev.untether.forge.ForgeException;
import dev.untether.forge.http.ForgeClient;
import dev.untether.report.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is said of a commit, in the two ways that GitHub has: statuses and check runs. */
final class Verdicts {
  // docs.github.com/rest/checks/runs: the conclusions that do not keep from merging.
  private static final Set<String> FINE = Set.of("success", "neutral", "skipped");

  private final ForgeClient client;
  private final String commit;

  Verdicts(ForgeClient client, String commit) {
    this.client = client;
    this.commit = commit;
  }

  /** Returns what they say together: one failure is a failure, whatever still runs. */
  Checks all() throws ForgeException, InterruptedException {
    List<Checks> said = new ArrayList<>();
    client.pages(
        commit + "/check-runs?filter=latest&per_page=100",
        "check_runs",
        page -> {
          page.forEach(run -> said.add(ofRun(run)));
          return true;
        });
    Json status = client.get(commit + "/status").json();
    // Without any status, the combined one is "pending".
    if (status.at("total_count").number().orElse(0L) > 0) {
      said.add(ofStatus(status.at("state").text().orElse("")));
    }
    for (Checks worst : List.of(Checks.FAILED, Checks.PENDING, Checks.PASSED)) {
      if (said.contains(worst)) {
        return worst;
      }
    }
    return Checks.NONE;
  }

  private static Checks ofRun(Json run) {
    if (!run.at("status").text().orElse("").equals("completed")) {
      return Checks.PENDING;
    }
    return FINE.contains(run.at("conclusion").text().orElse("")) ? Checks.PASSED : Checks.FAILED;
  }

  private static Checks ofStatus(String state) {
    return switch (state) {
      case "success" -> Checks.PASSED;
      case "pending" -> Checks.PENDING;
      default -> Checks.FAILED;
    };
  }
}
