package dev.untether.module.linkname;

import dev.untether.golang.linkname.Linkname;
import dev.untether.module.AssemblyReference;
import dev.untether.module.AssemblyScan;
import dev.untether.module.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The symbols that a whole tree gives away and refers to.
 *
 * <p>A TEXT for another package is not among them: the compiler, which does not see it, calls the
 * function in the convention of Go, and the linker has it in that of assembly only.
 *
 * @param pushes what linknames of functions with a body define, by symbol
 * @param called the symbols that assembly or linknames refer to
 */
record TreeSymbols(Map<String, List<SortedSet<Target>>> pushes, Set<String> called) {

  static TreeSymbols of(AssemblyScan.Result assembly, LinknameScan.Result linknames) {
    TreeSymbols symbols = new TreeSymbols(new HashMap<>(), new HashSet<>());
    for (AssemblyReference it : assembly.references()) {
      if (!it.reference().use().isDefinition()) {
        symbols.called.add(it.symbol());
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

  /** Returns whether a push gives code to {@code symbol}. */
  boolean isPushed(String symbol, Target target) {
    return pushes.getOrDefault(symbol, List.of()).stream().anyMatch(it -> it.contains(target));
  }
}
