package dev.untether.access;

import dev.untether.access.packed.ByteSink;
import dev.untether.access.packed.Envelope;
import dev.untether.golang.LinkTarget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes what is known about a release as the bytes that {@link AccessData#read} takes. The same
 * facts give the same bytes.
 *
 * <p>Symbols stand in one block for each package of their names, so that a reader need not look at
 * the others. A symbol has one variant for each way in which configurations define it; most have
 * one. Everything that repeats is a number into a table.
 */
public final class AccessWriter {
  private final ReleaseContent release;
  private final Numbering<BitSet> sets = new Numbering<>();
  private final Numbering<String> packages = new Numbering<>();
  private final Numbering<String> signatures = new Numbering<>();
  private final Numbering<String> shapes = new Numbering<>();
  private final ByteSink shapeTable = new ByteSink();

  private AccessWriter(ReleaseContent release) {
    this.release = release;
  }

  /** Gives numbers to values, in the order in which they come. */
  private static final class Numbering<T> {
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    int of(T value) {
      return numbers.computeIfAbsent(
          value,
          added -> {
            values.add(added);
            return values.size() - 1;
          });
    }
  }

  /** Returns the bytes for a release. */
  public static byte[] write(ReleaseContent release) {
    return Envelope.seal(content(release));
  }

  static byte[] content(ReleaseContent release) {
    AccessWriter writer = new AccessWriter(release);
    ByteSink blocks = writer.blocks();
    ByteSink packageTable = new ByteSink();
    packageTable.number(release.packages().size());
    release
        .packages()
        .forEach(
            (name, where) -> {
              packageTable.text(name);
              packageTable.number(writer.sets.of(where));
            });
    ByteSink all = new ByteSink();
    LinkerFactsFormat.write(release.linker(), all);
    writer.tables(all);
    all.raw(packageTable.toByteArray());
    writer.users(all);
    all.raw(blocks.toByteArray());
    return all.toByteArray();
  }

  private void users(ByteSink out) {
    Numbering<String> names = new Numbering<>();
    ByteSink rows = new ByteSink();
    rows.number(release.users().size());
    release
        .users()
        .forEach(
            (symbol, users) -> {
              rows.text(symbol);
              rows.number(users.size());
              users.forEach(user -> rows.number(names.of(user)));
            });
    out.number(names.values.size());
    names.values.forEach(out::text);
    out.raw(rows.toByteArray());
  }

  private void tables(ByteSink out) {
    out.number(release.configurations().size());
    for (Configuration configuration : release.configurations()) {
      out.text(configuration.target().toString());
      out.flag(configuration.cgo());
    }
    out.number(sets.values.size());
    for (BitSet set : sets.values) {
      byte[] bits = set.toByteArray();
      out.number(bits.length);
      out.raw(bits);
    }
    out.number(packages.values.size());
    packages.values.forEach(out::text);
    out.number(signatures.values.size());
    signatures.values.forEach(out::text);
    out.number(shapes.values.size());
    out.raw(shapeTable.toByteArray());
  }

  private ByteSink blocks() {
    SortedMap<String, SortedMap<String, Map<SymbolFacts, BitSet>>> byPackage = new TreeMap<>();
    release
        .symbols()
        .forEach(
            (name, variants) ->
                byPackage
                    .computeIfAbsent(LinkTarget.of(name).packagePath(), path -> new TreeMap<>())
                    .put(name, variants));
    ByteSink out = new ByteSink();
    out.number(byPackage.size());
    byPackage.forEach(
        (path, block) -> {
          byte[] rows = rows(path, block);
          out.text(path);
          out.number(rows.length);
          out.raw(rows);
        });
    return out;
  }

  private byte[] rows(String path, SortedMap<String, Map<SymbolFacts, BitSet>> block) {
    ByteSink out = new ByteSink();
    out.number(block.size());
    String previous = "";
    for (String name : block.keySet()) {
      int shared = sharedPrefix(previous, name);
      out.number(shared);
      out.text(name.substring(shared));
      previous = name;
    }
    for (Map<SymbolFacts, BitSet> variants : block.values()) {
      out.number(variants.size());
      // In the order of their sets: variants have no order of their own.
      SortedMap<String, Map.Entry<SymbolFacts, BitSet>> ordered = new TreeMap<>();
      variants.entrySet().forEach(one -> ordered.put(one.getValue().toString(), one));
      for (Map.Entry<SymbolFacts, BitSet> variant : ordered.values()) {
        out.number(shape(path, variant.getKey()));
        out.number(signatures.of(variant.getKey().signature()));
        out.number(sets.of(variant.getValue()));
      }
    }
    lines(block.keySet(), out);
    return out.toByteArray();
  }

  private void lines(Iterable<String> names, ByteSink out) {
    Numbering<String> files = new Numbering<>();
    ByteSink rows = new ByteSink();
    for (String name : names) {
      SortedMap<SourceLine, BitSet> places = release.lines().getOrDefault(name, new TreeMap<>());
      rows.number(places.size());
      places.forEach(
          (place, where) -> {
            rows.number(files.of(place.file()));
            rows.number(place.line());
            if (places.size() > 1) {
              rows.number(sets.of(where));
            }
          });
    }
    out.number(files.values.size());
    files.values.forEach(out::text);
    out.raw(rows.toByteArray());
  }

  private static int sharedPrefix(String one, String other) {
    int i = 0;
    while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private int shape(String path, SymbolFacts facts) {
    ByteSink out = new ByteSink();
    out.flag(facts.zeroSized());
    slot(path, facts.abi0(), out);
    slot(path, facts.abiInternal(), out);
    byte[] bytes = out.toByteArray();
    int known = shapes.values.size();
    int number = shapes.of(HexFormat.of().formatHex(bytes));
    if (number == known) {
      shapeTable.raw(bytes);
    }
    return number;
  }

  /** The definer is nearly always the package in the name, which is number 0. */
  private void slot(String path, Optional<Slot> slot, ByteSink out) {
    if (slot.isEmpty()) {
      out.number(0);
      return;
    }
    Slot facts = slot.get();
    int flags = (facts.pushed() ? 1 : 0) | (facts.pushedToStd() ? 2 : 0);
    out.number(facts.kind().number() << 2 | flags);
    out.number(facts.definer().equals(path) ? 0 : packages.of(facts.definer()) + 1);
  }
}
