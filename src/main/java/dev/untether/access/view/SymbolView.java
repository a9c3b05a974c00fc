package dev.untether.access.view;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.Judgement;
import dev.untether.access.Panel;
import dev.untether.access.Reference;
import dev.untether.access.Reference.FromAssembly;
import dev.untether.access.Reference.FunctionPull;
import dev.untether.access.Reference.VariablePull;
import dev.untether.access.Rule;
import dev.untether.access.SourceLine;
import dev.untether.access.SymbolFacts;
import dev.untether.access.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that the data of a release says about a symbol, for ways to build in which it says the same.
 *
 * @param symbol the linker's name
 * @param version the release, as Go spells it: {@code go1.27.4}
 * @param facts how it is defined; empty if it is not
 * @param pull the verdict on a {@code //go:linkname} of a program
 * @param assembly the verdict on a reference from a program's assembly
 * @param blocked whether the linker's list of blocked names has it
 * @param builtin whether the compiler's list of builtins has it
 * @param where the ways to build, in order
 * @param lines where it is defined in them
 * @param knownUsers see {@link AccessData#knownUsers}
 */
public record SymbolView(
    String symbol,
    String version,
    Optional<SymbolFacts> facts,
    Verdict pull,
    Verdict assembly,
    boolean blocked,
    boolean builtin,
    Set<Configuration> where,
    List<SourceLine> lines,
    List<String> knownUsers) {
  private static final String USER = "main";

  /** What two ways to build have in common when they share a view. */
  private record Key(Optional<SymbolFacts> facts, Verdict pull, Verdict assembly) {}

  /** Returns the views of a symbol; none if the data covers none of the ways to build. */
  public static List<SymbolView> of(
      String symbol, AccessData data, Collection<Configuration> configurations) {
    Panel panel = data.panel(configurations);
    Map<Configuration, Verdict> uses = verdicts(panel, new FromAssembly(USER, symbol));
    Map<Configuration, Verdict> calls = verdicts(panel, new FunctionPull(USER, symbol));
    Map<Configuration, Verdict> variables =
        verdicts(panel, new VariablePull(USER, symbol, /* initialised= */ false, ""));
    Map<Key, Set<Configuration>> groups = new LinkedHashMap<>();
    for (Configuration one : new TreeSet<>(configurations)) {
      Verdict use = uses.get(one);
      Optional<SymbolFacts> facts = data.symbol(symbol, one);
      Verdict pull =
          facts.filter(SymbolFacts::isData).isPresent() ? variables.get(one) : calls.get(one);
      if (use != null && pull != null && use.rule() != Rule.NO_DATA) {
        groups.computeIfAbsent(new Key(facts, pull, use), key -> new TreeSet<>()).add(one);
      }
    }
    List<SymbolView> views = new ArrayList<>();
    groups.forEach(
        (key, where) -> {
          Set<SourceLine> lines = new TreeSet<>();
          data.lines(symbol)
              .forEach(
                  (line, there) -> {
                    if (where.stream().anyMatch(there::contains)) {
                      lines.add(line);
                    }
                  });
          views.add(
              new SymbolView(
                  symbol,
                  data.linker().version(),
                  key.facts(),
                  key.pull(),
                  key.assembly(),
                  data.linker().blocked().containsKey(symbol),
                  data.linker().builtins().containsKey(symbol),
                  where,
                  List.copyOf(lines),
                  data.knownUsers(symbol)));
        });
    return views;
  }

  private static Map<Configuration, Verdict> verdicts(Panel panel, Reference reference) {
    Map<Configuration, Verdict> verdicts = new LinkedHashMap<>();
    for (Judgement judgement : panel.judge(reference)) {
      judgement.where().forEach(one -> verdicts.put(one, judgement.verdict()));
    }
    return verdicts;
  }
}
