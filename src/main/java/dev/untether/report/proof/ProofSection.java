package dev.untether.report.proof;

import dev.untether.report.html.Markup;
import dev.untether.report.html.Section;
import dev.untether.verify.Cell;
import dev.untether.verify.CellProof;
import dev.untether.verify.CommandRun;
import dev.untether.verify.Proof;
import dev.untether.verify.Withdrawn;
import dev.untether.verify.code.CodeChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A proof as part of a page: the table, and behind it everything that a reviewer may doubt. */
final class ProofSection implements Section {
  private final String module;
  private final Proof proof;

  /**
   * Makes a section.
   *
   * @param module its directory, as the user will see it named; empty for the current one
   */
  ProofSection(String module, Proof proof) {
    this.module = module;
    this.proof = proof;
  }

  @Override
  public String title() {
    return "Built with the real toolchain" + (module.isEmpty() ? "" : ": " + module);
  }

  @Override
  public void write(Markup page) {
    table(page);
    ProofRows.reasons(proof)
        .forEach(
            (reason, cells) -> {
              page.element("p", ProofRows.shown(cells) + ":").line();
              page.open("pre").code(reason).close().line();
            });
    ProofRows.unseen(proof)
        .forEach(it -> page.open("p").element("span", "warn", "Not proven: ").text(it).close());
    code(page);
    proof.withdrawn().forEach(each -> withdrawn(each, page));
    commands(page);
  }

  private void table(Markup page) {
    ProofRows rows = new ProofRows(proof);
    page.open("div", "scroll").open("table").open("thead").open("tr");
    for (String title : rows.titles()) {
      page.open("th", Map.of("scope", "col")).text(title).close();
    }
    page.close().close().line().open("tbody");
    for (List<String> row : rows.rows()) {
      page.open("tr", "item").open("th", Map.of("scope", "row")).text(row.get(0)).close();
      row.subList(1, row.size()).forEach(words -> page.element("td", styleOf(words), words));
      page.close().line();
    }
    page.close().close().close().line();
  }

  private static String styleOf(String words) {
    return switch (words) {
      case "links", "same", "fixed" -> "good";
      case "broken by us", "fails", "still failing" -> "bad";
      default -> "warn";
    };
  }

  private void code(Markup page) {
    Map<CodeChange, List<Cell>> changes = new LinkedHashMap<>();
    for (CellProof cell : proof.cells()) {
      for (CodeChange change : cell.code()) {
        changes.computeIfAbsent(change, fresh -> new ArrayList<>()).add(cell.cell());
      }
    }
    if (changes.isEmpty()) {
      return;
    }
    page.element("h3", "Machine code, before and after").line();
    changes.forEach(
        (change, cells) -> {
          String file = change.file().isEmpty() ? "" : change.file() + ", ";
          page.open("details", Map.of("class", "item", "open", "open")).open("summary");
          page.element("code", file + change.symbol()).text(" ");
          page.element("span", "soft", ProofRows.shown(cells)).close().open("div");
          page.open("pre", "diff");
          change.removed().forEach(it -> page.element("span", "removed", "- " + it));
          change.added().forEach(it -> page.element("span", "added", "+ " + it));
          page.close();
          String rest =
              change.problems().isEmpty()
                  ? "Nothing else differs."
                  : String.join("; ", change.problems());
          page.element("p", change.problems().isEmpty() ? "soft" : "bad", rest);
          page.close().close().line();
        });
  }

  private void withdrawn(Withdrawn each, Markup page) {
    page.open("p").element("span", "bad", "Withdrawn: ");
    page.element("code", ProofText.name(proof, each));
    page.text(" (" + String.join(", ", each.recipes()) + "), because").close();
    page.open("pre").code(each.reason()).close().line();
  }

  private void commands(Markup page) {
    long count = proof.cells().stream().mapToLong(cell -> cell.runs().size()).sum();
    page.open("details").open("summary");
    page.text(count + (count == 1 ? " command, " : " commands, ") + seconds(total()));
    page.close().open("div").line();
    page.open("dl");
    page.element("dt", "before").open("dd").element("code", proof.before()).close();
    page.element("dt", "after").open("dd").element("code", proof.after()).close();
    page.close().line();
    page.open("div", "scroll").open("table").open("thead").open("tr");
    for (String title : List.of("cell", "tree", "command", "exit", "time")) {
      page.open("th", Map.of("scope", "col")).text(title).close();
    }
    page.close().close().line().open("tbody");
    for (CellProof cell : proof.cells()) {
      for (CommandRun run : cell.runs()) {
        page.open("tr").element("td", cell.cell().toString());
        page.element("td", run.changed() ? "after" : "before");
        page.element("td", "code", run.command());
        page.element("td", String.valueOf(run.exit()));
        page.element("td", seconds(run.millis())).close().line();
      }
    }
    page.close().close().close().close().close().line();
  }

  private long total() {
    return proof.cells().stream().mapToLong(CellProof::millis).sum();
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
