package dev.untether.access;

import dev.untether.access.PackedBlocks.PackedSlot;
import dev.untether.access.PackedBlocks.Shape;
import dev.untether.access.PackedBlocks.Tables;
import dev.untether.access.packed.ByteSource;
import dev.untether.access.packed.Offsets;
import dev.untether.module.target.Target;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what {@link AccessWriter} wrote, as far as every use of it needs. */
final class AccessReader {
  private final byte[] content;

  AccessReader(byte[] content) {
    this.content = content;
  }

  AccessData read() {
    ByteSource in = new ByteSource(content, 0);
    LinkerFacts linker = LinkerFactsFormat.read(in);
    List<Configuration> configurations = new ArrayList<>();
    for (int n = in.number(); n > 0; n--) {
      configurations.add(new Configuration(Target.parse(in.text()), in.flag()));
    }
    List<BitSet> sets = new ArrayList<>();
    for (int n = in.number(); n > 0; n--) {
      sets.add(BitSet.valueOf(in.raw(in.number())));
    }
    List<String> definers = new ArrayList<>();
    for (int n = in.number(); n > 0; n--) {
      definers.add(in.text());
    }
    Offsets signatures = Offsets.of(in, in.number(), text -> text.skip(text.number()));
    List<Shape> shapes = new ArrayList<>();
    for (int n = in.number(); n > 0; n--) {
      shapes.add(new Shape(in.flag(), slot(in), slot(in)));
    }
    SortedMap<String, BitSet> library = new TreeMap<>();
    for (int n = in.number(); n > 0; n--) {
      library.put(in.text(), sets.get(in.number()));
    }
    Map<String, List<String>> users = users(in);
    Map<String, Integer> offsets = new HashMap<>();
    for (int n = in.number(); n > 0; n--) {
      String path = in.text();
      int length = in.number();
      offsets.put(path, in.offset());
      in.skip(length);
    }
    Tables tables = new Tables(sets, definers, signatures, shapes, offsets);
    return new AccessData(
        linker, configurations, library, users, new PackedBlocks(content, tables));
  }

  private static Map<String, List<String>> users(ByteSource in) {
    List<String> packages = new ArrayList<>();
    for (int n = in.number(); n > 0; n--) {
      packages.add(in.text());
    }
    Map<String, List<String>> users = new HashMap<>();
    for (int n = in.number(); n > 0; n--) {
      String symbol = in.text();
      List<String> known = new ArrayList<>();
      for (int count = in.number(); count > 0; count--) {
        known.add(packages.get(in.number()));
      }
      users.put(symbol, List.copyOf(known));
    }
    return users;
  }

  private static PackedSlot slot(ByteSource in) {
    int kindAndFlags = in.number();
    return new PackedSlot(kindAndFlags, kindAndFlags == 0 ? 0 : in.number());
  }
}
