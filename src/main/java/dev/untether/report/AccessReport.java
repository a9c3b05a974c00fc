package dev.untether.report;

import dev.untether.access.Configuration;
import dev.untether.access.Slot;
import dev.untether.access.SourceLine;
import dev.untether.access.SymbolFacts;
import dev.untether.access.Verdict;
import dev.untether.access.view.AccessChange;
import dev.untether.access.view.AccessChange.From;
import dev.untether.access.view.AccessChange.Kind;
import dev.untether.access.view.SymbolView;
import dev.untether.module.target.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the symbol access data says, for people and for machines. */
public final class AccessReport {
  private static final int SCHEMA_VERSION = 1;

  private final WhereText where;

  /** Creates the report about some of the targets {@code asked}. */
  public AccessReport(Collection<Target> asked) {
    this.where = new WhereText(asked);
  }

  /**
   * Returns the life of one symbol, newest release first; neighbouring releases that say the same
   * share a paragraph. Known users stand at the end.
   *
   * @param views the views of the symbol, oldest release first
   */
  public String life(List<SymbolView> views) {
    Map<String, List<SymbolView>> releases = new LinkedHashMap<>();
    for (SymbolView view : views) {
      releases.computeIfAbsent(view.version(), fresh -> new ArrayList<>()).add(view);
    }
    Deque<Paragraph> paragraphs = new ArrayDeque<>();
    releases.forEach(
        (version, some) -> {
          Paragraph last = paragraphs.peek();
          boolean same = last != null && body(last.views(), false).equals(body(some, false));
          String first = same ? paragraphs.pop().first() : version;
          paragraphs.push(new Paragraph(first, version, some));
        });
    StringBuilder text = new StringBuilder(views.get(0).symbol()).append('\n');
    for (Paragraph one : paragraphs) {
      String first = numberOf(one.first());
      String last = numberOf(one.last());
      text.append('\n').append(first.equals(last) ? first : first + " .. " + last).append('\n');
      text.append(body(one.views(), true));
    }
    SortedSet<String> users = new TreeSet<>();
    views.forEach(view -> users.addAll(view.knownUsers()));
    if (!users.isEmpty()) {
      text.append("\nknown users, by Go's own comments: ");
      text.append(String.join(", ", users)).append('\n');
    }
    return text.toString();
  }

  /** Neighbouring releases that say the same, with what the newest of them says. */
  private record Paragraph(String first, String last, List<SymbolView> views) {}

  private String body(List<SymbolView> views, boolean withLines) {
    StringBuilder text = new StringBuilder();
    for (SymbolView view : views) {
      text.append("  ").append(where.of(view.where())).append('\n');
      if (view.facts().isEmpty() && !view.blocked()) {
        text.append("    not defined\n");
        continue;
      }
      String signature =
          view.facts().map(SymbolFacts::signature).filter(it -> !it.isEmpty()).orElse("");
      text.append("    ").append(view.facts().map(AccessReport::kinds).orElse("not defined"));
      text.append(signature.isEmpty() ? "" : ": " + signature).append('\n');
      text.append("    open to: ").append(openTo(view)).append('\n');
      text.append("    linkname: ").append(word(view.pull())).append("; assembly: ");
      text.append(word(view.assembly())).append('\n');
      if (withLines && !view.lines().isEmpty()) {
        text.append("    at ").append(lines(view.lines())).append('\n');
      }
    }
    return text.toString();
  }

  /** Returns the symbols of packages as a table. */
  public String table(List<SymbolView> views) {
    Table table =
        new Table(
            Table.Column.left("SYMBOL"),
            Table.Column.left("GO"),
            Table.Column.left("OPEN TO"),
            Table.Column.left("LINKNAME"),
            Table.Column.left("ASSEMBLY"),
            Table.Column.left("TARGETS"),
            Table.Column.left("SIGNATURE"));
    for (SymbolView view : views) {
      table.row(
          view.symbol(),
          numberOf(view.version()),
          openTo(view),
          word(view.pull()),
          word(view.assembly()),
          where.of(view.where()),
          view.facts().map(SymbolFacts::signature).orElse(""));
    }
    return table.toString();
  }

  private static String lines(List<SourceLine> lines) {
    String first = lines.get(0).toString();
    return lines.size() == 1 ? first : first + " and " + (lines.size() - 1) + " more";
  }

  private static String numberOf(String version) {
    return version.startsWith("go") ? version.substring(2) : version;
  }

  private static String word(Verdict verdict) {
    return verdict.outcome().word() + " (" + verdict.rule().id() + ")";
  }

  private static String kinds(SymbolFacts facts) {
    List<String> kinds = new ArrayList<>();
    facts.abi0().ifPresent(slot -> kinds.add(kind(slot) + (facts.isData() ? "" : " ABI0")));
    facts.abiInternal().ifPresent(slot -> kinds.add(kind(slot) + " ABIInternal"));
    String definer = facts.definition().definer();
    return String.join(", ", kinds) + " in " + definer;
  }

  private static String kind(Slot slot) {
    return slot.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String openTo(SymbolView view) {
    List<String> words = new ArrayList<>();
    if (view.facts().filter(SymbolFacts::isPushed).isPresent()) {
      words.add("all (linkname)");
    } else if (view.facts().filter(AccessReport::isPushedToStd).isPresent()) {
      words.add("std (linknamestd)");
    }
    if (view.blocked()) {
      words.add("listed only (blocked)");
    }
    if (view.builtin()) {
      words.add("builtin");
    }
    return words.isEmpty() ? "nobody" : String.join(", ", words);
  }

  private static boolean isPushedToStd(SymbolFacts facts) {
    return facts.abi0().filter(Slot::pushedToStd).isPresent()
        || facts.abiInternal().filter(Slot::pushedToStd).isPresent();
  }

  /** Writes symbols as JSON Lines, one object for each symbol, release and group of targets. */
  public void writeViews(List<SymbolView> views, OutputStream out) throws IOException {
    JsonLines lines = new JsonLines(out);
    for (SymbolView view : views) {
      lines.object(fields -> fields(view, fields));
    }
  }

  private static void fields(SymbolView view, JsonObjectWriter fields) {
    fields
        .number("schemaVersion", SCHEMA_VERSION)
        .string("kind", "access-symbol")
        .string("symbol", view.symbol())
        .string("go", numberOf(view.version()))
        .bool("exists", view.facts().isPresent());
    view.facts()
        .ifPresent(
            facts -> {
              facts.abi0().ifPresent(slot -> slot("abi0", slot, fields));
              facts.abiInternal().ifPresent(slot -> slot("abiInternal", slot, fields));
              fields.string("signature", facts.signature());
            });
    fields
        .bool("blocked", view.blocked())
        .bool("builtin", view.builtin())
        .object("pull", verdict -> verdict(view.pull(), verdict))
        .object("assembly", verdict -> verdict(view.assembly(), verdict))
        .strings("targets", targets(view.where()))
        .strings("cgo", cgo(view.where()))
        .strings("source", view.lines().stream().map(SourceLine::toString).toList())
        .strings("knownUsers", view.knownUsers());
  }

  private static void slot(String name, Slot slot, JsonObjectWriter fields) {
    fields.object(
        name,
        it ->
            it.string("kind", kind(slot))
                .bool("pushed", slot.pushed())
                .bool("pushedToStd", slot.pushedToStd())
                .string("definer", slot.definer()));
  }

  private static void verdict(Verdict verdict, JsonObjectWriter fields) {
    fields
        .string("verdict", verdict.outcome().word())
        .string("rule", verdict.rule().id())
        .string("linker", verdict.message())
        .string("source", verdict.source());
  }

  private static List<String> targets(Collection<Configuration> where) {
    return where.stream().map(one -> one.target().toString()).distinct().toList();
  }

  private static List<String> cgo(Collection<Configuration> where) {
    return where.stream().map(one -> one.cgo() ? "1" : "0").distinct().sorted().toList();
  }

  /** Returns changes by what they are, with a line of totals first. */
  public String text(List<AccessChange> changes, String from, String to) {
    StringBuilder text = new StringBuilder();
    text.append(numberOf(from)).append(" -> ").append(numberOf(to)).append('\n');
    for (From way : From.values()) {
      for (Kind kind : Kind.values()) {
        List<AccessChange> some =
            changes.stream().filter(it -> it.from() == way && it.kind() == kind).toList();
        if (!some.isEmpty()) {
          section(way, kind, some, text);
        }
      }
    }
    return text.toString();
  }

  private void section(From way, Kind kind, List<AccessChange> some, StringBuilder text) {
    long symbols = some.stream().map(AccessChange::symbol).distinct().count();
    String who = way == From.GO ? "linkname pulls" : "references from assembly";
    text.append('\n').append(kind.title()).append(", ").append(who).append(": ");
    text.append(symbols).append('\n');
    Table table =
        new Table(
            Table.Column.left(""),
            Table.Column.left(""),
            Table.Column.left(""),
            Table.Column.left(""));
    for (AccessChange change : some) {
      String what =
          kind == Kind.SIGNATURE ? change.before() + " -> " + change.after() : change.after();
      table.row("", change.symbol(), where.of(change.where()), what);
    }
    text.append(table);
  }

  /** Writes changes as JSON Lines. */
  public void writeChanges(List<AccessChange> changes, String from, String to, OutputStream out)
      throws IOException {
    JsonLines lines = new JsonLines(out);
    for (AccessChange change : changes) {
      lines.object(
          fields ->
              fields
                  .number("schemaVersion", SCHEMA_VERSION)
                  .string("kind", "access-change")
                  .string("symbol", change.symbol())
                  .string("reference", change.from().word())
                  .string("change", change.kind().word())
                  .string("from", numberOf(from))
                  .string("to", numberOf(to))
                  .string("before", change.before())
                  .string("after", change.after())
                  .strings("targets", targets(change.where()))
                  .strings("cgo", cgo(change.where())));
    }
  }
}
