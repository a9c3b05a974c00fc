package dev.untether.recipe;

import dev.untether.golang.StandardExports;
import dev.untether.recipe.template.Templates;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One migration, as its folder describes it; every name in it has been checked.
 *
 * @param id name of the folder, kebab-case
 * @param version counts the changes of what the recipe does, from 1
 * @param title one imperative line without a final dot
 * @param description Markdown
 * @param why pages that explain why the migration is needed, the most important first
 * @param safety whether the result needs a reader
 * @param recommended whether {@code migrate} runs it without being asked to
 * @param releases Go releases for which the migration makes sense
 * @param architectures GOARCH values it applies to, families expanded, in alphabetical order
 * @param options what the user may choose, by name
 * @param preconditions what must hold for the module before the recipe runs
 * @param exclusions what must not hold for the module
 * @param match what it looks for
 * @param actions what it does there, in order
 * @param notes what it reports for a reader
 * @param templates the code it writes
 */
public record Recipe(
    String id,
    int version,
    String title,
    String description,
    List<URI> why,
    Safety safety,
    boolean recommended,
    ReleaseRange releases,
    Set<String> architectures,
    Map<String, Option> options,
    List<Precondition> preconditions,
    List<Precondition> exclusions,
    Match match,
    List<Action> actions,
    List<Note> notes,
    Templates templates) {

  /** Returns whether the recipe is for linknames that pull {@code symbol}. */
  public boolean replacesPullsOf(String symbol) {
    return match instanceof LinknameMatch linkname
        && linkname
            .target(symbol)
            .map(target -> target.refusal().isEmpty())
            .orElseGet(
                () -> linkname.exported().isPresent() && StandardExports.of(symbol).isPresent());
  }

  /** Returns whether the recipe is for references of assembly to {@code symbol}. */
  public boolean replacesAssemblyReferencesTo(String symbol) {
    if (match instanceof Match.References references) {
      boolean onlyReports = actions.stream().allMatch(GoAction.Report.class::isInstance);
      return !onlyReports
          && references.target(symbol).filter(target -> target.refusal().isEmpty()).isPresent();
    }
    if (match instanceof AssemblyMatch assembly) {
      Set<String> edited =
          actions(AssemblyAction.class).stream()
              .map(AssemblyAction::step)
              .collect(Collectors.toSet());
      return assembly.callees(edited).stream().anyMatch(it -> it.toString().equals(symbol));
    }
    return false;
  }

  /** Returns the actions of one sort, in order. */
  public <A extends Action> List<A> actions(Class<A> sort) {
    return actions.stream().filter(sort::isInstance).map(sort::cast).toList();
  }

  /** Returns the values of the options, by name: strings, numbers and booleans. */
  public Map<String, Object> optionValues() {
    Map<String, Object> values = new TreeMap<>();
    options.forEach((name, option) -> values.put(name, option.value()));
    return values;
  }

  /**
   * Returns this recipe with other values for some options.
   *
   * @param chosen the values as the user writes them, by name
   * @throws IllegalArgumentException saying what was expected, if there is no such option or it
   *     does not take the value
   */
  public Recipe with(Map<String, String> chosen) {
    Map<String, Option> changed = new LinkedHashMap<>(options);
    chosen.forEach(
        (name, value) -> {
          Option option = options.get(name);
          if (option == null) {
            throw new IllegalArgumentException(
                "the recipe "
                    + id
                    + " has no option \""
                    + name
                    + "\"; expected "
                    + (options.isEmpty()
                        ? "none"
                        : "one of " + String.join(", ", options.keySet())));
          }
          changed.put(name, option.with(value));
        });
    return new Recipe(
        id,
        version,
        title,
        description,
        why,
        safety,
        recommended,
        releases,
        architectures,
        Collections.unmodifiableMap(changed),
        preconditions,
        exclusions,
        match,
        actions,
        notes,
        templates);
  }

  /** Returns the option of that name. */
  public Optional<Option> option(String name) {
    return Optional.ofNullable(options.get(name));
  }
}
