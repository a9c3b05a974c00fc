package dev.untether.recipe.folder;

import dev.untether.recipe.template.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads single values and lists; what has the wrong form becomes a problem at its place. */
public final class ValueReader {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  // Releases have dots: release/go1.27.
  private static final Pattern ID_PART = Pattern.compile("[a-z][a-z0-9]*([-.][a-z0-9]+)*");

  private final Problems.Reporter problems;

  /** Makes a reader that reports to {@code problems}. */
  public ValueReader(Problems.Reporter problems) {
    this.problems = problems;
  }

  /** Reports what is wrong with a value. */
  public void error(Yaml value, String message) {
    problems.error(value.at(), message);
  }

  /** Returns a reader of a mapping. */
  Optional<FieldReader> fields(Yaml value, String what) {
    return FieldReader.of(value, what, problems);
  }

  /** Returns text that is not blank. */
  public Optional<String> text(Yaml value, String what) {
    if (!(value instanceof Yaml.Scalar scalar)) {
      error(value, value.kind() + "; expected " + what);
      return Optional.empty();
    }
    if (scalar.text().isBlank()) {
      error(value, "nothing; expected " + what);
      return Optional.empty();
    }
    return Optional.of(scalar.text());
  }

  /** Returns text that has one line. */
  public Optional<String> line(Yaml value, String what) {
    Optional<String> text = text(value, what).map(String::strip);
    if (text.filter(it -> it.indexOf('\n') >= 0).isPresent()) {
      error(value, "several lines; expected " + what);
      return Optional.empty();
    }
    return text;
  }

  /** Returns a kebab-case name. */
  Optional<String> name(Yaml value, String what) {
    return line(value, what)
        .filter(
            text -> {
              boolean isName = NAME.matcher(text).matches();
              if (!isName) {
                error(value, "`" + text + "` is not kebab-case; expected " + what);
              }
              return isName;
            });
  }

  /** Returns the id of a recipe: kebab-case, or two such names with a slash between. */
  public Optional<String> recipeId(Yaml value, String what) {
    return line(value, what)
        .filter(
            text -> {
              String[] parts = text.split("/", -1);
              boolean isId = parts.length <= 2;
              for (String part : parts) {
                isId &= ID_PART.matcher(part).matches();
              }
              if (!isId) {
                error(value, "`" + text + "` is not kebab-case; expected " + what);
              }
              return isId;
            });
  }

  /** Returns {@code true} or {@code false}. */
  public Optional<Boolean> flag(Yaml value) {
    return oneOf(value, List.of("true", "false")).map(Boolean::parseBoolean);
  }

  /** Returns a whole number of at least {@code least}. */
  public Optional<Integer> number(Yaml value, int least) {
    String what = "a whole number from " + least + " on";
    Optional<String> text = line(value, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      // Falls through to the message that also tells the lower bound.
    }
    error(value, "`" + text.get() + "`; expected " + what);
    return Optional.empty();
  }

  /** Returns one of the words. */
  public Optional<String> oneOf(Yaml value, Collection<String> words) {
    Optional<String> text = line(value, "one of " + quoted(words));
    if (text.filter(word -> !words.contains(word)).isPresent()) {
      error(value, "`" + text.get() + "`; expected one of " + quoted(words));
      return Optional.empty();
    }
    return text;
  }

  /** Returns the constant of an enum whose name is the word in kebab-case. */
  <E extends Enum<E>> Optional<E> constant(Yaml value, Class<E> type) {
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      words.add(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return oneOf(value, words).map(word -> type.getEnumConstants()[words.indexOf(word)]);
  }

  /** Returns the values of a list; problems of single values are the callee's. */
  public <T> List<T> list(Yaml value, String what, Function<Yaml, Optional<T>> read) {
    if (!(value instanceof Yaml.Items items)) {
      error(value, value.kind() + "; expected a list of " + what);
      return List.of();
    }
    return items.values().stream().map(read).flatMap(Optional::stream).toList();
  }

  /** Returns the values of a list, or of a single value as a list of one; never empty. */
  public <T> Optional<List<T>> oneOrMore(
      Yaml value, String what, Function<Yaml, Optional<T>> read) {
    if (value instanceof Yaml.Items items && items.values().isEmpty()) {
      error(value, "an empty list; expected " + what);
      return Optional.empty();
    }
    List<T> values =
        value instanceof Yaml.Items
            ? list(value, what, read)
            : read.apply(value).map(List::of).orElse(List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  static String quoted(Collection<String> words) {
    List<String> marked = words.stream().map(word -> "`" + word + "`").toList();
    return String.join(", ", marked);
  }
}
