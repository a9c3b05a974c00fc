package dev.untether.access;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the sources of one release's linker and compiler say about checking references.
 *
 * @param version the release, as Go spells it: {@code go1.27.4}
 * @param checks whether references are checked at all (Go 1.23)
 * @param checksBuiltinPulls whether Go's references to builtins are checked (Go 1.24)
 * @param checksAssembly whether what assembly defines is checked (Go 1.27)
 * @param largerVariableWins whether the larger of two zeroed variables is the definition (Go 1.24)
 * @param blocked names that only the listed packages may refer to
 * @param builtins the compiler's builtins and the number of the calling convention of each
 * @param regabi the architectures on which the compiler makes wrappers
 * @param lines where a rule stands: a path below GOROOT, {@code #L} and the line
 */
public record LinkerFacts(
    String version,
    boolean checks,
    boolean checksBuiltinPulls,
    boolean checksAssembly,
    boolean largerVariableWins,
    Map<String, List<String>> blocked,
    Map<String, Integer> builtins,
    Set<String> regabi,
    Map<Rule, String> lines) {

  /** Copies the collections, in order. */
  public LinkerFacts {
    blocked = Collections.unmodifiableMap(new TreeMap<>(blocked));
    builtins = Collections.unmodifiableMap(new TreeMap<>(builtins));
    regabi = Collections.unmodifiableSet(new TreeSet<>(regabi));
    EnumMap<Rule, String> copy = new EnumMap<>(Rule.class);
    copy.putAll(lines);
    lines = Collections.unmodifiableMap(copy);
  }

  /** Returns a link to the line that states {@code rule}; empty if this release has none. */
  public String link(Rule rule) {
    String line = lines.get(rule);
    return line == null ? "" : "https://github.com/golang/go/blob/" + version + "/" + line;
  }
}
