package dev.untether.recipe.folder;

import dev.untether.recipe.Registers;
import dev.untether.recipe.template.Architectures;
import dev.untether.recipe.template.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads architecture names, with families, and registers per architecture. */
final class RegistersReader {
  private static final Pattern REGISTER = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,15}");

  private final Watch problems;
  private final ValueReader values;

  RegistersReader(Problems.Reporter problems) {
    this.problems = new Watch(problems);
    this.values = new ValueReader(this.problems);
  }

  /**
   * Returns the architectures of a list such as {@code [arm, ppc64x]}, in which each may be named
   * once; none when there was a problem.
   */
  Set<String> architectures(Yaml value) {
    Set<String> goarches = new TreeSet<>();
    String what = "GOARCH values such as arm64, or families such as ppc64x";
    for (Yaml item : values.oneOrMore(value, what, Optional::of).orElse(List.of())) {
      values.line(item, what).ifPresent(name -> goarches.addAll(members(item, name, goarches)));
    }
    return problems.isTriggered() ? Set.of() : goarches;
  }

  /**
   * Returns the registers of a mapping from architecture to list.
   *
   * @param allowed the recipe's architectures; none when they could not be read
   * @param complete whether something must be said about each of them
   */
  Optional<Registers> registers(Yaml value, Set<String> allowed, boolean complete) {
    Optional<FieldReader> fields =
        FieldReader.of(value, "architecture to list of registers", problems);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Set<String>> found = new HashMap<>();
    for (Yaml.Field entry : fields.get().entries()) {
      List<String> goarches = members(entry.key(), entry.key().text(), found.keySet());
      Set<String> registers = Set.copyOf(values.list(entry.value(), "registers", this::register));
      for (String goarch : goarches) {
        if (!allowed.isEmpty() && !allowed.contains(goarch)) {
          problems.error(
              entry.key().at(),
              "`"
                  + goarch
                  + "` is not one of the recipe's architectures; expected one of "
                  + ValueReader.quoted(Architectures.summarised(allowed)));
        }
        found.put(goarch, registers);
      }
    }
    Set<String> missing = new TreeSet<>(allowed);
    missing.removeAll(found.keySet());
    if (complete && !missing.isEmpty()) {
      problems.error(
          value.at(),
          "nothing is said about "
              + ValueReader.quoted(Architectures.summarised(missing))
              + "; expected a list for each architecture of the recipe, [] for no register");
    }
    return Optional.of(new Registers(found));
  }

  private Optional<String> register(Yaml item) {
    Optional<String> name = values.line(item, "a register");
    if (name.filter(text -> !REGISTER.matcher(text).matches()).isPresent()) {
      problems.error(item.at(), "`" + name.get() + "`; expected a register such as R11");
      return Optional.empty();
    }
    return name;
  }

  private List<String> members(Yaml at, String name, Set<String> taken) {
    List<String> members = Architectures.named(name);
    if (members.isEmpty()) {
      problems.error(
          at.at(),
          "unknown architecture `"
              + name
              + "`; expected one of "
              + ValueReader.quoted(Architectures.summarised(Architectures.all())));
    }
    List<String> fresh = new ArrayList<>(members);
    fresh.removeAll(taken);
    if (fresh.size() < members.size()) {
      problems.error(at.at(), "`" + name + "` repeats an architecture that is named already");
    }
    return fresh;
  }
}
