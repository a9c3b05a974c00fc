package dev.untether.report.proof;

import dev.untether.report.Printable;
import dev.untether.verify.Cell;
import dev.untether.verify.CellProof;
import dev.untether.verify.Proof;
import dev.untether.verify.Withdrawn;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A proof as Markdown for the body of a pull request. */
public final class ProofMarkdown {
  private ProofMarkdown() {}

  /**
   * Returns a proof as Markdown.
   *
   * @param title what stands in the heading, such as the module's directory; empty for nothing
   */
  public static String of(String title, Proof proof) {
    StringBuilder text = new StringBuilder("### Built with the real toolchain");
    text.append(title.isEmpty() ? "" : ": " + code(title)).append("\n\n");
    ProofRows rows = new ProofRows(proof);
    row(rows.titles(), text);
    row(rows.titles().stream().map(each -> "---").toList(), text);
    rows.rows().forEach(row -> row(row, text));
    ProofRows.reasons(proof)
        .forEach(
            (reason, cells) -> {
              text.append("\n").append(ProofRows.shown(cells)).append(":\n\n");
              block(reason, text);
            });
    Map<String, List<Cell>> changes = ProofRows.code(proof);
    if (!changes.isEmpty()) {
      text.append("\nMachine code, before and after:\n\n");
    }
    changes.forEach(
        (change, cells) ->
            text.append("- ")
                .append(code(change))
                .append(" (")
                .append(ProofRows.shown(cells))
                .append(")\n"));
    List<String> unseen = ProofRows.unseen(proof);
    if (!unseen.isEmpty()) {
      text.append("\nNot proven:\n\n");
      unseen.forEach(each -> text.append("- ").append(code(each)).append('\n'));
    }
    for (Withdrawn withdrawn : proof.withdrawn()) {
      text.append("\nWithdrawn: ").append(code(ProofText.name(proof, withdrawn)));
      text.append(" (").append(String.join(", ", withdrawn.recipes())).append("), because\n\n");
      block(withdrawn.reason(), text);
    }
    commands(proof, text);
    return text.toString();
  }

  private static void commands(Proof proof, StringBuilder text) {
    long millis = proof.cells().stream().mapToLong(CellProof::millis).sum();
    long count = proof.cells().stream().mapToLong(cell -> cell.runs().size()).sum();
    text.append(
        String.format(
            Locale.ROOT,
            "\n<sub>%d commands, %.1f s. Before %s, after %s.%s</sub>\n",
            count,
            millis / 1000.0,
            digest(proof.before()),
            digest(proof.after()),
            ProofRows.hasCgo(proof) ? "" : " Without cgo."));
  }

  private static String digest(String whole) {
    int end = whole.indexOf(':') + 13;
    return code(whole.substring(0, Math.min(whole.length(), end)));
  }

  private static void row(List<String> cells, StringBuilder text) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Text from compilers may quote analysed code, which must not end the code span. */
  private static String code(String text) {
    return "`" + Printable.line(text).replace('`', '\'') + "`";
  }

  private static void block(String lines, StringBuilder text) {
    lines.lines().forEach(line -> text.append("    ").append(Printable.line(line)).append('\n'));
  }
}
