package dev.untether.module.linkname;

import dev.untether.asm.Use;
import dev.untether.golang.Linkname;
import dev.untether.module.AssemblyReference;
import dev.untether.module.AssemblyScan;
import dev.untether.module.target.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The symbols that a whole tree defines and refers to.
 *
 * @param texts what assembly defines, by symbol
 * @param pushes what linknames of functions with a body define, by symbol
 * @param called the symbols that assembly or linknames refer to
 */
record TreeSymbols(
    Map<String, List<Text>> texts,
    Map<String, List<SortedSet<Target>>> pushes,
    Set<String> called) {

  /** A TEXT in an assembly file of {@code directory}. */
  record Text(Path directory, SortedSet<Target> targets) {}

  static TreeSymbols of(AssemblyScan.Result assembly, LinknameScan.Result linknames) {
    TreeSymbols symbols = new TreeSymbols(new HashMap<>(), new HashMap<>(), new HashSet<>());
    for (AssemblyReference it : assembly.references()) {
      if (!it.reference().use().isDefinition()) {
        symbols.called.add(it.symbol());
      } else if (it.reference().use() == Use.DEFINE && !it.reference().symbol().isStatic()) {
        symbols
            .texts
            .computeIfAbsent(it.symbol(), s -> new ArrayList<>())
            .add(new Text(it.file().directory(), it.targets()));
      }
    }
    for (LinknameReference it : linknames.references()) {
      if (it.target().isPresent() && it.direction() == Linkname.Direction.PUSH) {
        symbols.pushes.computeIfAbsent(it.symbol(), s -> new ArrayList<>()).add(it.targets());
      } else if (it.target().isPresent()) {
        symbols.called.add(it.symbol());
      }
    }
    return symbols;
  }

  /** Returns whether assembly of another directory or a push gives code to {@code symbol}. */
  boolean definesOutside(Path directory, String symbol, Target target) {
    return texts.getOrDefault(symbol, List.of()).stream()
            .anyMatch(it -> !it.directory().equals(directory) && it.targets().contains(target))
        || pushes.getOrDefault(symbol, List.of()).stream().anyMatch(it -> it.contains(target));
  }
}
