package dev.untether.access;

import dev.untether.access.packed.ByteSink;
import dev.untether.access.packed.ByteSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules of a release as bytes. */
final class LinkerFactsFormat {
  private LinkerFactsFormat() {}

  static void write(LinkerFacts facts, ByteSink out) {
    out.text(facts.version());
    out.flag(facts.checks());
    out.flag(facts.checksBuiltinPulls());
    out.flag(facts.checksAssembly());
    out.flag(facts.largerVariableWins());
    out.number(facts.blocked().size());
    facts
        .blocked()
        .forEach(
            (name, allowed) -> {
              out.text(name);
              out.number(allowed.size());
              allowed.forEach(out::text);
            });
    out.number(facts.builtins().size());
    facts
        .builtins()
        .forEach(
            (name, abi) -> {
              out.text(name);
              out.number(abi);
            });
    out.number(facts.regabi().size());
    facts.regabi().forEach(out::text);
    out.number(facts.lines().size());
    facts
        .lines()
        .forEach(
            (rule, line) -> {
              out.text(rule.name());
              out.text(line);
            });
  }

  static LinkerFacts read(ByteSource in) {
    String version = in.text();
    boolean checks = in.flag();
    boolean checksBuiltinPulls = in.flag();
    boolean checksAssembly = in.flag();
    boolean largerVariableWins = in.flag();
    Map<String, List<String>> blocked = new TreeMap<>();
    for (int n = in.number(); n > 0; n--) {
      blocked.put(in.text(), texts(in));
    }
    Map<String, Integer> builtins = new TreeMap<>();
    for (int n = in.number(); n > 0; n--) {
      builtins.put(in.text(), in.number());
    }
    Set<String> regabi = new TreeSet<>(texts(in));
    Map<Rule, String> lines = new EnumMap<>(Rule.class);
    for (int n = in.number(); n > 0; n--) {
      lines.put(Rule.valueOf(in.text()), in.text());
    }
    return new LinkerFacts(
        version,
        checks,
        checksBuiltinPulls,
        checksAssembly,
        largerVariableWins,
        blocked,
        builtins,
        regabi,
        lines);
  }

  private static List<String> texts(ByteSource in) {
    List<String> texts = new ArrayList<>();
    for (int n = in.number(); n > 0; n--) {
      texts.add(in.text());
    }
    return texts;
  }
}
