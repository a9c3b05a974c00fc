package dev.untether.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.asm.SymbolReference;
import dev.untether.module.AssemblyReference;
import dev.untether.module.linkname.LinknameReference;
import dev.untether.module.target.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The form of references for people: {@code path:line:col: use symbol in function [targets]}. */
public final class ReferenceText {
  private static final int MOST_TARGETS = 3;

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
   */
  public record Section(String prefix, List<ReferenceRow> rows) {
    /** Copies the list. */
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /** Writes one line for each reference. */
  public void write(List<Section> sections, OutputStream out) throws IOException {
    for (Section section : sections) {
      for (ReferenceRow row : section.rows()) {
        out.write((line(section.prefix(), row) + "\n").getBytes(UTF_8));
      }
    }
  }

  private String line(String prefix, ReferenceRow row) {
    if (row instanceof ReferenceRow.Assembly assembly) {
      return line(prefix, assembly.reference());
    }
    return line(prefix, ((ReferenceRow.Directive) row).reference());
  }

  private String line(String prefix, LinknameReference reference) {
    StringBuilder line = new StringBuilder();
    line.append(Printable.line(prefix + reference.file().relative()))
        .append(':')
        .append(reference.position())
        .append(": linkname-")
        .append(reference.direction().word())
        .append(' ')
        .append(bold(Printable.line(reference.symbol())));
    if (!reference.symbol().equals(reference.ownSymbol())) {
      line.append(" as ").append(Printable.line(reference.ownSymbol()));
    }
    line.append(" [").append(targets(reference.targets())).append(']');
    if (!reference.warnings().isEmpty()) {
      line.append(" (").append(Printable.line(String.join("; ", reference.warnings()))).append(')');
    }
    return line.toString();
  }

  private String line(String prefix, AssemblyReference reference) {
    SymbolReference seen = reference.reference();
    StringBuilder line = new StringBuilder();
    line.append(Printable.line(prefix + reference.file().relative()))
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
    return line.append(" [").append(targets(reference.targets())).append(']').toString();
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

  /** Returns few targets one by one, many by architecture. */
  private static String targets(Collection<Target> targets) {
    if (targets.size() <= MOST_TARGETS) {
      return String.join(", ", targets.stream().map(Target::toString).toList());
    }
    Map<String, TreeSet<String>> systems = new TreeMap<>();
    for (Target target : targets) {
      systems.computeIfAbsent(target.goarch(), arch -> new TreeSet<>()).add(target.goos());
    }
    return String.join(
        ", ",
        systems.entrySet().stream()
            .map(
                entry ->
                    entry.getValue().size() == 1
                        ? entry.getValue().first() + "/" + entry.getKey()
                        : entry.getKey() + " on " + entry.getValue().size() + " systems")
            .toList());
  }
}
