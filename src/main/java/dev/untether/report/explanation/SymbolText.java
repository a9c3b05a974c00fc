package dev.untether.report.explanation;

import dev.untether.access.Outcome;
import dev.untether.report.Printable;
import dev.untether.report.Table;
import dev.untether.review.explain.Remedy;
import dev.untether.review.explain.SymbolExplanation;
import dev.untether.review.explain.SymbolLife;
import dev.untether.review.explain.SymbolLife.Answer;
import dev.untether.review.explain.SymbolLife.Form;
import dev.untether.review.explain.SymbolLife.Period;
import dev.untether.review.explain.SymbolLife.Reason;
import dev.untether.review.explain.SymbolLife.Signature;
import dev.untether.review.explain.SymbolLife.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The life of a symbol for people. */
public final class SymbolText {
  private static final int INDENT = 2;
  private static final int MOST_SIGNATURES = 4;

  private final boolean colours;

  /** Makes a writer that colours its output or not. */
  public SymbolText(boolean colours) {
    this.colours = colours;
  }

  /** Returns the text, which ends with a line feed. */
  public String of(SymbolExplanation explanation) {
    SymbolLife life = explanation.life();
    StringBuilder text = new StringBuilder();
    text.append(bold(Printable.line(life.symbol()))).append("\n\n");
    text.append(table(life.periods()));
    if (!life.signatures().isEmpty()) {
      heading(text, "Declared as");
      life.signatures().forEach(signature -> text.append(declaration(signature)));
    }
    heading(text, "Why");
    text.append(reasons(life.reasons()));
    String instead = Words.instead(explanation.advice());
    heading(text, "Instead");
    text.append(
        Paragraph.of(instead.isEmpty() ? "No replacement is known here." : instead, INDENT));
    if (!explanation.advice().recipes().isEmpty()) {
      heading(text, "Recipes");
      for (Remedy.Fix fix : explanation.advice().recipes()) {
        text.append(Paragraph.labelled("  " + fix.id() + ": ", fix.title()));
      }
    }
    if (!explanation.knownUsers().isEmpty()) {
      heading(text, "Users that Go's own comments name");
      text.append(Paragraph.of(String.join(", ", explanation.knownUsers()), INDENT));
    }
    return text.toString();
  }

  private void heading(StringBuilder text, String title) {
    text.append('\n').append(bold(title)).append('\n');
  }

  private String bold(String text) {
    return colours ? "\u001b[1m" + text + "\u001b[m" : text;
  }

  private static String table(List<Period> periods) {
    Table table =
        new Table(
            Table.Column.left("GO"),
            Table.Column.left("DEFINED AS"),
            Table.Column.left("OPEN TO"),
            Table.Column.left("GO PULL"),
            Table.Column.left("ASSEMBLY"),
            Table.Column.left("WHERE"));
    for (Period period : periods) {
      String releases = Words.releases(period.first(), period.last());
      for (Form form : period.forms()) {
        table.row(
            releases,
            form.definition().map(it -> Words.kind(it.kind())).orElse("nothing"),
            Words.openTo(period, form.definition()),
            form.pull().word(),
            form.assembly().word(),
            form.where());
        releases = "";
      }
    }
    return table.toString();
  }

  private static String declaration(Signature signature) {
    StringBuilder text = new StringBuilder();
    String label = "  " + Words.releases(signature.first(), signature.last()) + "  ";
    String word = signature.isData() ? "var " : "func";
    int shown = Math.min(signature.texts().size(), MOST_SIGNATURES);
    for (String one : signature.texts().subList(0, shown)) {
      text.append(Paragraph.labelled(label, word + one));
      label = " ".repeat(label.length());
    }
    int more = signature.texts().size() - shown;
    return more == 0 ? text.toString() : text + label + "and " + more + " more\n";
  }

  /** Where pulls and assembly get the same answer for the same reason, it is said once. */
  private static String reasons(List<Reason> reasons) {
    Map<Answer, List<Reason>> byAnswer = new LinkedHashMap<>();
    for (Reason reason : reasons) {
      byAnswer.computeIfAbsent(reason.answer(), answer -> new ArrayList<>()).add(reason);
    }
    StringBuilder text = new StringBuilder();
    byAnswer.forEach(
        (answer, group) -> {
          int first = group.stream().mapToInt(Reason::first).min().orElseThrow();
          int last = group.stream().mapToInt(Reason::last).max().orElseThrow();
          String what =
              group.size() > 1 ? "" : group.get(0).use() == Use.PULL ? "Go pull " : "assembly ";
          String line =
              what
                  + answer.outcome().word()
                  + ": "
                  + answer.rule().reason()
                  + " ["
                  + answer.rule().id()
                  + "]";
          String label = "  " + Words.releases(first, last) + "  ";
          text.append(Paragraph.labelled(label, line));
          String source = group.get(0).source();
          if (!source.isEmpty() && answer.outcome() != Outcome.ACCEPTED) {
            text.append(" ".repeat(label.length())).append(source).append('\n');
          }
        });
    return text.toString();
  }
}
