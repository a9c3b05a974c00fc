package dev.untether.report.exchange;

import dev.untether.review.CheckFinding;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Findings as commands that a GitHub workflow shows at the lines of a pull request. Paths are those
 * of the checkout, so the run must start in its root.
 *
 * <p>https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
public final class GithubAnnotations {
  private GithubAnnotations() {}

  /** Writes one line for each finding, in the order given. */
  public static void write(Collection<CheckFinding> findings, OutputStream out) throws IOException {
    for (CheckFinding found : findings) {
      out.write(line(found).getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }

  private static String line(CheckFinding found) {
    Finding finding = found.advised();
    StringBuilder line = new StringBuilder("::").append(command(finding.severity()));
    line.append(" file=").append(property(finding.path()));
    if (finding.position().line() > 0) {
      line.append(",line=").append(finding.position().line());
      line.append(",col=").append(finding.position().column());
    }
    line.append(",title=").append(property(found.rule().id()));
    return line.append("::").append(data(finding.message())).append('\n').toString();
  }

  private static String command(Severity severity) {
    return severity == Severity.NOTE ? "notice" : severity.word();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
