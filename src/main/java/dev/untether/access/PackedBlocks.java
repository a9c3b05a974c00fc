package dev.untether.access;

import dev.untether.access.packed.ByteSource;
import dev.untether.access.packed.Offsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The symbols in a data file. Of a package that is asked for, the names are read, and of each
 * symbol that is asked for, the rest: a run asks for few of the thousands.
 */
final class PackedBlocks implements Blocks {
  private static final Map<Integer, Slot.Kind> KINDS =
      Arrays.stream(Slot.Kind.values())
          .collect(Collectors.toUnmodifiableMap(Slot.Kind::number, kind -> kind));

  private final byte[] content;
  private final Tables tables;
  private final ConcurrentHashMap<String, Block> blocks = new ConcurrentHashMap<>();

  PackedBlocks(byte[] content, Tables tables) {
    this.content = content;
    this.tables = tables;
  }

  /** A slot with the number of its definer, 0 for the package in the symbol's name. */
  record PackedSlot(int kindAndFlags, int definer) {}

  /** All of a symbol's facts that say the same in many packages. */
  record Shape(boolean zeroSized, PackedSlot abi0, PackedSlot abiInternal) {}

  /**
   * What the rows of blocks hold the numbers of.
   *
   * @param sets sets of configurations
   * @param packages packages that define symbols of other packages' names
   * @param signatures where each signature stands in the content
   * @param shapes shapes
   * @param offsets where the block of each package starts
   */
  record Tables(
      List<BitSet> sets,
      List<String> packages,
      Offsets signatures,
      List<Shape> shapes,
      Map<String, Integer> offsets) {}

  /** The names of a package, and where the rows of its symbols start. */
  private record Block(
      String path,
      Map<String, Integer> names,
      Offsets rows,
      Offsets lineRows,
      List<String> files) {}

  @Override
  public SortedSet<String> names(String path) {
    Block block = block(path);
    return block == null ? new TreeSet<>() : new TreeSet<>(block.names().keySet());
  }

  @Override
  public List<Variant> variants(String path, String symbol) {
    Block block = block(path);
    Integer number = block == null ? null : block.names().get(symbol);
    if (block == null || number == null) {
      return List.of();
    }
    ByteSource in = new ByteSource(content, block.rows().of(number));
    int count = in.number();
    List<Variant> variants = new ArrayList<>(count);
    for (; count > 0; count--) {
      Shape shape = tables.shapes().get(in.number());
      String signature = new ByteSource(content, tables.signatures().of(in.number())).text();
      SymbolFacts facts =
          new SymbolFacts(
              unpack(shape.abi0(), path),
              unpack(shape.abiInternal(), path),
              shape.zeroSized(),
              signature);
      variants.add(new Variant(facts, tables.sets().get(in.number())));
    }
    return variants;
  }

  @Override
  public List<Located> lines(String path, String symbol) {
    Block block = block(path);
    Integer number = block == null ? null : block.names().get(symbol);
    if (block == null || number == null) {
      return List.of();
    }
    ByteSource in = new ByteSource(content, block.lineRows().of(number));
    int count = in.number();
    List<Located> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      SourceLine line = new SourceLine(block.files().get(in.number()), in.number());
      lines.add(new Located(line, count == 1 ? everywhere(path, symbol) : set(in)));
    }
    return lines;
  }

  private BitSet set(ByteSource in) {
    return tables.sets().get(in.number());
  }

  /** Returns where a symbol is defined at all: what a single line is not told. */
  private BitSet everywhere(String path, String symbol) {
    BitSet all = new BitSet();
    variants(path, symbol).forEach(variant -> all.or(variant.configurations()));
    return all;
  }

  private @Nullable Block block(String path) {
    Integer offset = tables.offsets().get(path);
    return offset == null ? null : blocks.computeIfAbsent(path, fresh -> decode(path, offset));
  }

  private Block decode(String path, int offset) {
    ByteSource in = new ByteSource(content, offset);
    int count = in.number();
    Map<String, Integer> names = new HashMap<>(count * 2);
    String name = "";
    for (int i = 0; i < count; i++) {
      int shared = in.number();
      name = name.substring(0, shared) + in.text();
      names.put(name, i);
    }
    Offsets rows = Offsets.of(in, count, row -> skip(row, 3 * row.number()));
    List<String> files = new ArrayList<>();
    for (int n = in.number(); n > 0; n--) {
      files.add(in.text());
    }
    Offsets lineRows = Offsets.of(in, count, PackedBlocks::skipLines);
    return new Block(path, names, rows, lineRows, files);
  }

  private static void skipLines(ByteSource in) {
    int lines = in.number();
    skip(in, lines * (lines == 1 ? 2 : 3));
  }

  private static void skip(ByteSource in, int numbers) {
    for (int i = 0; i < numbers; i++) {
      in.number();
    }
  }

  private Optional<Slot> unpack(PackedSlot packed, String path) {
    if (packed.kindAndFlags() == 0) {
      return Optional.empty();
    }
    int flags = packed.kindAndFlags();
    String definer = packed.definer() == 0 ? path : tables.packages().get(packed.definer() - 1);
    Slot.Kind kind = Objects.requireNonNull(KINDS.get(flags >> 2), "a kind of definition");
    return Optional.of(new Slot(kind, (flags & 1) != 0, (flags & 2) != 0, definer));
  }
}
