package dev.untether.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.asm.SymbolReference;
import dev.untether.module.AssemblyReference;
import dev.untether.module.SourceFile;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.target.Target;
import dev.untether.module.target.TargetSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;

/** The form of references for people: {@code path:line:col: use symbol in function [targets]}. */
public final class ReferenceText {
  private final boolean colours;

  /** Makes a writer that colours its output or not. */
  public ReferenceText(boolean colours) {
    this.colours = colours;
  }

  /**
   * The references below one path.
   *
   * @param prefix what to print before their relative paths
   * @param rows the references, in order
   * @param why for a dependency, the chain of requirements that brings it in; else empty
   * @param asked the targets that were looked at for a file, if nothing in it says otherwise
   */
  public record Section(
      String prefix,
      List<ReferenceRow> rows,
      List<String> why,
      Function<SourceFile, SortedSet<Target>> asked) {
    /** Copies the lists. */
    public Section {
      rows = List.copyOf(rows);
      why = List.copyOf(why);
    }
  }

  /** Writes one line for each reference. */
  public void write(List<Section> sections, OutputStream out) throws IOException {
    for (Section section : sections) {
      if (!section.why().isEmpty() && !section.rows().isEmpty()) {
        String chain = Printable.line(String.join(" → ", section.why()));
        out.write(("# required through " + chain + "\n").getBytes(UTF_8));
      }
      for (ReferenceRow row : section.rows()) {
        out.write((line(section, row) + "\n").getBytes(UTF_8));
      }
    }
  }

  private String line(Section section, ReferenceRow row) {
    if (row instanceof ReferenceRow.Assembly assembly) {
      return line(section, assembly.reference());
    }
    return line(section, ((ReferenceRow.Directive) row).reference());
  }

  private String line(Section section, LinknameReference reference) {
    StringBuilder line = new StringBuilder();
    line.append(Printable.line(section.prefix() + reference.file().relative()))
        .append(':')
        .append(reference.position())
        .append(": linkname-")
        .append(reference.direction().word())
        .append(' ')
        .append(bold(Printable.line(reference.symbol())));
    if (!reference.symbol().equals(reference.ownSymbol())) {
      line.append(" as ").append(Printable.line(reference.ownSymbol()));
    }
    line.append(" [").append(targets(section, reference.file(), reference.targets())).append(']');
    if (!reference.warnings().isEmpty()) {
      line.append(" (").append(Printable.line(String.join("; ", reference.warnings()))).append(')');
    }
    return line.toString();
  }

  private String line(Section section, AssemblyReference reference) {
    SymbolReference seen = reference.reference();
    StringBuilder line = new StringBuilder();
    line.append(Printable.line(section.prefix() + reference.file().relative()))
        .append(':')
        .append(seen.position())
        .append(": ")
        .append(seen.use().word())
        .append(' ')
        .append(bold(Printable.line(reference.symbol()) + suffix(seen)));
    if (!reference.function().isEmpty() && !reference.function().equals(reference.symbol())) {
      line.append(" in ").append(Printable.line(reference.function()));
    }
    if (!seen.macros().isEmpty()) {
      line.append(" through ").append(Printable.line(String.join(" > ", seen.macros())));
    }
    return line.append(" [")
        .append(targets(section, reference.file(), reference.targets()))
        .append(']')
        .toString();
  }

  private static String suffix(SymbolReference seen) {
    if (seen.symbol().isStatic()) {
      return "<>";
    }
    return seen.symbol().abi().equals("ABI0") ? "" : "<" + seen.symbol().abi() + ">";
  }

  private String bold(String text) {
    return colours ? "\u001b[1m" + text + "\u001b[m" : text;
  }

  private static String targets(Section section, SourceFile file, Collection<Target> targets) {
    return TargetSummary.of(targets, section.asked().apply(file));
  }
}
