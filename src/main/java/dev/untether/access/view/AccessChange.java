package dev.untether.access.view;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.Judgement;
import dev.untether.access.Outcome;
import dev.untether.access.Panel;
import dev.untether.access.Reference;
import dev.untether.access.Reference.FromAssembly;
import dev.untether.access.Reference.FunctionPull;
import dev.untether.access.Reference.VariablePull;
import dev.untether.access.Rule;
import dev.untether.access.SymbolFacts;
import dev.untether.access.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became different about a symbol from one release to another, for programs that refer to it.
 *
 * @param symbol the linker's name
 * @param from who refers: Go or assembly
 * @param kind what became different
 * @param where the ways to build in which it did, in order
 * @param before the verdict, or for a changed signature the signature, in the release before
 * @param after the same in the release after
 */
public record AccessChange(
    String symbol, From from, Kind kind, Set<Configuration> where, String before, String after) {
  private static final String USER = "main";

  /** Who refers. */
  public enum From {
    GO,
    ASSEMBLY;

    /** Returns the word that output prints. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The ways in which access changes. */
  public enum Kind {
    /** The linker refuses what it took. */
    REJECTED("newly rejected"),
    /** It is not there any more, or not in the calling convention that the reference needs. */
    REMOVED("removed"),
    /** It links as before, and is something else. */
    SIGNATURE("signature changed"),
    /** The linker takes what it refused, or what there was not. */
    ACCEPTED("newly accepted");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** Returns the word for machines. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the words for people. */
    public String title() {
      return title;
    }
  }

  /** What a symbol is to a reference, in one release and one way to build. */
  private record State(Verdict verdict, boolean exists) {
    boolean isUsable() {
      return verdict.isAccepted() && exists;
    }
  }

  /** Why two states differ. */
  private record Difference(From from, Kind kind, String before, String after) {}

  /**
   * Returns what became different between two releases, by symbol.
   *
   * @param packages the packages to look at; all if there are none
   * @param configurations the ways to build to look at
   */
  public static List<AccessChange> between(
      AccessData from,
      AccessData to,
      Collection<String> packages,
      Collection<Configuration> configurations) {
    Set<String> paths = new TreeSet<>(packages);
    if (paths.isEmpty()) {
      paths.addAll(from.packages());
      paths.addAll(to.packages());
    }
    Comparison comparison =
        new Comparison(from, to, from.panel(configurations), to.panel(configurations));
    return paths.parallelStream().flatMap(path -> comparison.of(path).stream()).toList();
  }

  private record Comparison(AccessData from, AccessData to, Panel before, Panel after) {

    List<AccessChange> of(String path) {
      Set<String> symbols = new TreeSet<>(from.symbols(path));
      symbols.addAll(to.symbols(path));
      List<AccessChange> changes = new ArrayList<>();
      for (String symbol : symbols) {
        Map<Difference, Set<Configuration>> differences = new LinkedHashMap<>();
        add(symbol, From.GO, differences);
        add(symbol, From.ASSEMBLY, differences);
        differences.forEach(
            (it, where) ->
                changes.add(
                    new AccessChange(
                        symbol, it.from(), it.kind(), where, it.before(), it.after())));
      }
      return changes;
    }

    private void add(String symbol, From way, Map<Difference, Set<Configuration>> differences) {
      Map<Configuration, State> old = states(symbol, way, from, before);
      Map<Configuration, State> fresh = states(symbol, way, to, after);
      old.forEach(
          (configuration, was) -> {
            State is = fresh.get(configuration);
            if (is != null) {
              difference(symbol, way, configuration, was, is)
                  .ifPresent(
                      it ->
                          differences.computeIfAbsent(it, d -> new TreeSet<>()).add(configuration));
            }
          });
    }

    private static Map<Configuration, State> states(
        String symbol, From way, AccessData data, Panel panel) {
      boolean isData = data.definitions(symbol).keySet().stream().anyMatch(SymbolFacts::isData);
      // The variable of somebody who knows its type, which is neither larger nor smaller.
      Reference reference =
          way == From.ASSEMBLY
              ? new FromAssembly(USER, symbol)
              : isData
                  ? new VariablePull(USER, symbol, /* initialised= */ false, "")
                  : new FunctionPull(USER, symbol);
      Map<Configuration, State> states = new LinkedHashMap<>();
      for (Judgement judgement : panel.judge(reference)) {
        for (Configuration where : judgement.where()) {
          if (judgement.verdict().rule() != Rule.NO_DATA) {
            boolean exists = data.symbol(symbol, where).isPresent();
            states.put(where, new State(judgement.verdict(), exists));
          }
        }
      }
      return states;
    }

    private Optional<Difference> difference(
        String symbol, From way, Configuration configuration, State was, State is) {
      if (was.isUsable() && is.isUsable()) {
        return SignatureDrift.between(symbol, from, to, configuration)
            .map(it -> new Difference(way, Kind.SIGNATURE, it.before(), it.after()));
      }
      if (!was.isUsable() && !is.isUsable()) {
        return Optional.empty();
      }
      boolean rejected = is.exists() && is.verdict().outcome() == Outcome.REJECTED;
      Kind kind = is.isUsable() ? Kind.ACCEPTED : rejected ? Kind.REJECTED : Kind.REMOVED;
      return Optional.of(new Difference(way, kind, words(was), words(is)));
    }

    private static String words(State state) {
      return state.exists()
          ? state.verdict().outcome().word() + ": " + state.verdict().rule().reason()
          : Outcome.UNDEFINED.word();
    }
  }
}
