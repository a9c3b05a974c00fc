package dev.untether.report.proof;

import dev.untether.report.Printable;
import dev.untether.report.Table;
import dev.untether.verify.Cell;
import dev.untether.verify.Proof;
import dev.untether.verify.Withdrawn;
import java.util.List;
import java.util.Map;

/** A proof as text for a terminal: a table, and below it what the table cannot say. */
public final class ProofText {
  private ProofText() {}

  /**
   * Returns a proof as lines, each with its line feed.
   *
   * @param title what stands above, such as the module's directory; empty for nothing
   */
  public static String of(String title, Proof proof) {
    StringBuilder text = new StringBuilder();
    if (!title.isEmpty()) {
      text.append(Printable.line(title)).append(":\n");
    }
    ProofRows rows = new ProofRows(proof);
    Table.Column[] columns =
        rows.titles().stream().map(Table.Column::left).toArray(Table.Column[]::new);
    Table table = new Table(columns);
    rows.rows().forEach(row -> table.row(row.toArray(new String[0])));
    text.append(table);
    for (Map.Entry<String, List<Cell>> reason : ProofRows.reasons(proof).entrySet()) {
      text.append('\n').append(ProofRows.shown(reason.getValue())).append(":\n");
      indent(reason.getKey(), text);
    }
    Map<String, List<Cell>> code = ProofRows.code(proof);
    if (!code.isEmpty()) {
      text.append("\nMachine code:\n");
    }
    code.forEach(
        (change, cells) -> {
          text.append("  ").append(Printable.line(change));
          text.append(" (").append(ProofRows.shown(cells)).append(")\n");
        });
    for (String unseen : ProofRows.unseen(proof)) {
      text.append("\nNot proven: ").append(Printable.line(unseen)).append('\n');
    }
    for (Withdrawn withdrawn : proof.withdrawn()) {
      text.append("\nWithdrawn: ").append(Printable.line(name(proof, withdrawn)));
      text.append(" (").append(String.join(", ", withdrawn.recipes())).append(")\n");
      indent(withdrawn.reason(), text);
    }
    return text.toString();
  }

  /** Returns the path of a withdrawn change, below the module. */
  static String name(Proof proof, Withdrawn withdrawn) {
    return ProofRows.name(proof, withdrawn.edit().file());
  }

  private static void indent(String lines, StringBuilder text) {
    lines.lines().forEach(line -> text.append("  ").append(Printable.line(line)).append('\n'));
  }
}
