package dev.untether.report;

import dev.untether.asm.SymbolName;
import dev.untether.asm.Use;
import dev.untether.golang.LinkTarget;
import dev.untether.module.AssemblyReference;
import dev.untether.module.linkname.DeclarationPlace;
import dev.untether.module.linkname.LinknameReference;
import java.util.List;

/**
 * The table of {@code untether list}: golinkname's columns, and rows for assembly beside those for
 * directives.
 */
public final class IndexTable {
  private static final String NONE = "-";

  private IndexTable() {}

  /** Returns the table with its titles, each line with its line feed. */
  public static String of(List<ReferenceRow> rows) {
    Table table =
        new Table(
            Table.Column.left("FILE:LINE"),
            Table.Column.left("FORM"),
            Table.Column.left("DIR"),
            Table.Column.left("LOCAL"),
            Table.Column.left("TARGET"),
            Table.Column.left("RESOLVED"),
            Table.Column.left("WARNINGS"));
    for (ReferenceRow row : rows) {
      String place = row.file() + ":" + row.position().line();
      if (row instanceof ReferenceRow.Assembly assembly) {
        AssemblyReference reference = assembly.reference();
        Use use = reference.reference().use();
        table.row(
            place,
            "asm/" + use.word(),
            use == Use.DEFINE ? "push" : "pull",
            local(reference),
            reference.symbol(),
            resolved(assembly.resolved()),
            NONE);
      } else if (row instanceof ReferenceRow.Directive directive) {
        LinknameReference reference = directive.reference();
        table.row(
            place,
            reference.kind().word() + "/" + reference.form().word(),
            reference.direction().word(),
            reference.localName(),
            reference.target().map(LinkTarget::raw).orElse(NONE),
            resolved(reference.resolved()),
            reference.warnings().isEmpty() ? NONE : String.join("; ", reference.warnings()));
      }
    }
    return table.toString();
  }

  /** Returns the name of the enclosing function within its package. */
  static String local(AssemblyReference reference) {
    return SymbolName.nameOf(reference.function());
  }

  /** Returns the first place and how many others there are, one for each system often. */
  private static String resolved(List<DeclarationPlace> places) {
    if (places.isEmpty()) {
      return NONE;
    }
    DeclarationPlace first = places.get(0);
    String others = places.size() == 1 ? "" : " +" + (places.size() - 1);
    return first.file() + ":" + first.position().line() + others;
  }
}
