package dev.untether.recipe.template;

import dev.untether.text.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stringtemplate.v4.ST;
import org.stringtemplate.v4.compiler.CompiledST;
import org.stringtemplate.v4.compiler.FormalArgument;

/**
 * The code templates of one recipe: StringTemplate 4 groups, in a sandbox. They come from
 * strangers: they see the attributes they are given and nothing else, and what they may cost is
 * limited.
 */
public final class Templates {
  private static final int MAX_NESTING = 8;

  private final SandboxedGroup group;
  private final TemplateLimits limits;

  private Templates(SandboxedGroup group, TemplateLimits limits) {
    this.group = group;
    this.limits = limits;
  }

  /**
   * Returns the templates of {@code files}; what is wrong with them is added to {@code problems}.
   */
  public static Templates compile(List<GroupText> files, Problems problems) {
    return compile(files, TemplateLimits.STANDARD, problems);
  }

  static Templates compile(List<GroupText> files, TemplateLimits limits, Problems problems) {
    var group = new SandboxedGroup();
    files.forEach(file -> group.add(file, problems));
    return new Templates(group, limits);
  }

  /**
   * Returns the code of the template {@code name} for an architecture: of {@code name_GOARCH} if
   * there is one, else of {@code name_FAMILY} ({@code ppc64x}, {@code mipsx}, {@code mips64x}),
   * else of {@code name}.
   *
   * @param goarch a GOARCH value
   * @param attributes strings, numbers, booleans, and lists and string-keyed maps of them
   * @throws IllegalArgumentException if an attribute is anything else
   */
  public synchronized Rendering render(String name, String goarch, Map<String, Object> attributes) {
    Map<String, Object> values = new TreeMap<>();
    attributes.forEach((key, value) -> values.put(key, plain(value, 0)));
    var problems = new Problems();
    Optional<String> found = find(name, goarch);
    if (found.isEmpty()) {
      problems.add(
          Problems.TEMPLATE_RULE,
          "*.stg",
          Finding.WHOLE_FILE,
          "no template `" + name + "` for `" + goarch + "`");
      return new Rendering(Optional.empty(), problems.sorted());
    }
    mismatch(found.get(), values.keySet())
        .ifPresent(
            message -> {
              SandboxedGroup.Place place = group.placeOf(group.lookupTemplate(found.get()));
              problems.add(Problems.TEMPLATE_RULE, place.path(), place.position(), message);
            });
    String text = problems.isEmpty() ? render(found.get(), values, problems) : "";
    return new Rendering(
        problems.isEmpty() ? Optional.of(text) : Optional.empty(), problems.sorted());
  }

  private String render(String name, Map<String, Object> values, Problems problems) {
    group.setListener(group.new Listener(problems));
    ST template = group.getInstanceOf(name);
    values.forEach(template::add);
    try {
      return new BoundedInterpreter(group, limits).run(template);
    } catch (BoundedInterpreter.LimitReached e) {
      SandboxedGroup.Place place = group.placeOf(e.scope(), e.scope().ip);
      problems.add(Problems.TEMPLATE_RULE, place.path(), place.position(), e.reason());
    }
    return "";
  }

  /** Returns the name of the template that serves an architecture. */
  public Optional<String> find(String name, String goarch) {
    List<String> candidates = new ArrayList<>();
    candidates.add(name + "_" + goarch);
    Architectures.familyOf(goarch).ifPresent(family -> candidates.add(name + "_" + family));
    candidates.add(name);
    return candidates.stream().filter(group::isDefined).findFirst();
  }

  /** Returns the parameters of a template; none if there is no such template. */
  public Set<String> parameters(String name) {
    CompiledST template = group.isDefined(name) ? group.lookupTemplate(name) : null;
    return template == null || template.formalArguments == null
        ? Set.of()
        : new TreeSet<>(template.formalArguments.keySet());
  }

  /**
   * Returns what a template for every architecture makes, given those of {@code attributes} that it
   * has parameters for.
   */
  public Rendering render(String name, Map<String, Object> attributes) {
    Map<String, Object> given = new TreeMap<>(attributes);
    given.keySet().retainAll(parameters(name));
    return render(name, "", given);
  }

  /**
   * Returns in which way the attributes are not those of the template: one that it does not declare
   * would be an error of StringTemplate, one that is missing would silently be nothing.
   */
  public Optional<String> mismatch(String name, Set<String> given) {
    CompiledST template = group.lookupTemplate(name);
    Map<String, FormalArgument> declared =
        template.formalArguments == null ? Map.of() : template.formalArguments;
    Set<String> missing = new TreeSet<>();
    declared.forEach(
        (argument, formal) -> {
          if (formal.defaultValueToken == null && !given.contains(argument)) {
            missing.add(argument);
          }
        });
    Set<String> unknown = new TreeSet<>(given);
    unknown.removeAll(declared.keySet());
    if (missing.isEmpty() && unknown.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "the template `"
            + name
            + "` declares ("
            + String.join(", ", declared.keySet())
            + ") but is given ("
            + String.join(", ", new TreeSet<>(given))
            + ")");
  }

  private static Object plain(@Nullable Object value, int depth) {
    if (depth > MAX_NESTING) {
      throw new IllegalArgumentException("an attribute is nested too deeply");
    }
    if (value instanceof String
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Boolean) {
      return value;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> plain(element, depth + 1)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new TreeMap<>();
      map.forEach((key, element) -> copy.put((String) key, plain(element, depth + 1)));
      return copy;
    }
    throw new IllegalArgumentException(
        "not an attribute for a template: " + (value == null ? "null" : value.getClass()));
  }
}
