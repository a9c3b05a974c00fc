package dev.untether.access;

import dev.untether.access.AccessData.Variant;
import dev.untether.module.target.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what {@link AccessWriter} wrote, as far as it is asked for. */
final class AccessReader {
  private static final Map<Integer, Slot.Kind> KINDS =
      Arrays.stream(Slot.Kind.values())
          .collect(Collectors.toUnmodifiableMap(Slot.Kind::number, kind -> kind));

  private final byte[] content;
  private final List<BitSet> sets = new ArrayList<>();
  private final List<String> packages = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<String, Integer> offsets = new HashMap<>();

  AccessReader(byte[] content) {
    this.content = content;
  }

  /** A slot with the number of its definer, 0 for the package in the symbol's name. */
  private record PackedSlot(int kindAndFlags, int definer) {}

  private record Shape(boolean zeroSized, PackedSlot abi0, PackedSlot abiInternal) {}

  AccessData read() {
    ByteSource in = new ByteSource(content, 0);
    LinkerFacts linker = LinkerFactsFormat.read(in);
    List<Configuration> configurations = new ArrayList<>();
    for (int n = in.number(); n > 0; n--) {
      configurations.add(new Configuration(Target.parse(in.text()), in.flag()));
    }
    for (int n = in.number(); n > 0; n--) {
      sets.add(BitSet.valueOf(in.raw(in.number())));
    }
    for (int n = in.number(); n > 0; n--) {
      packages.add(in.text());
    }
    for (int n = in.number(); n > 0; n--) {
      signatures.add(in.text());
    }
    for (int n = in.number(); n > 0; n--) {
      shapes.add(new Shape(in.flag(), slot(in), slot(in)));
    }
    SortedMap<String, BitSet> library = new TreeMap<>();
    for (int n = in.number(); n > 0; n--) {
      library.put(in.text(), sets.get(in.number()));
    }
    for (int n = in.number(); n > 0; n--) {
      String path = in.text();
      int length = in.number();
      offsets.put(path, in.offset());
      in.skip(length);
    }
    return new AccessData(linker, configurations, library, this::block);
  }

  private static PackedSlot slot(ByteSource in) {
    int kindAndFlags = in.number();
    return new PackedSlot(kindAndFlags, kindAndFlags == 0 ? 0 : in.number());
  }

  private Map<String, List<Variant>> block(String path) {
    Integer offset = offsets.get(path);
    if (offset == null) {
      return Map.of();
    }
    ByteSource in = new ByteSource(content, offset);
    Map<String, List<Variant>> block = new HashMap<>();
    String name = "";
    for (int n = in.number(); n > 0; n--) {
      int shared = in.number();
      name = name.substring(0, shared) + in.text();
      List<Variant> variants = new ArrayList<>();
      for (int count = in.number(); count > 0; count--) {
        Shape shape = shapes.get(in.number());
        String signature = signatures.get(in.number());
        SymbolFacts facts =
            new SymbolFacts(
                unpack(shape.abi0(), path),
                unpack(shape.abiInternal(), path),
                shape.zeroSized(),
                signature);
        variants.add(new Variant(facts, sets.get(in.number())));
      }
      block.put(name, List.copyOf(variants));
    }
    return block;
  }

  private Optional<Slot> unpack(PackedSlot packed, String path) {
    if (packed.kindAndFlags() == 0) {
      return Optional.empty();
    }
    int flags = packed.kindAndFlags();
    String definer = packed.definer() == 0 ? path : packages.get(packed.definer() - 1);
    Slot.Kind kind = Objects.requireNonNull(KINDS.get(flags >> 2), "a kind of definition");
    return Optional.of(new Slot(kind, (flags & 1) != 0, (flags & 2) != 0, definer));
  }
}
