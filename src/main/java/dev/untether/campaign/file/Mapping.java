package dev.untether.campaign.file;

import dev.untether.module.target.NearestWords;
import dev.untether.recipe.folder.Yaml;
import dev.untether.recipe.template.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A mapping whose keys are known; those that are not are problems. */
final class Mapping {
  private final Yaml whole;
  private final Map<String, Yaml> values;
  private final Problems.Reporter problems;

  private Mapping(Yaml whole, Map<String, Yaml> values, Problems.Reporter problems) {
    this.whole = whole;
    this.values = values;
    this.problems = problems;
  }

  /**
   * Returns a value as a mapping.
   *
   * @param what for a message: what it is a mapping of
   */
  static Optional<Mapping> of(
      Yaml value, String what, List<String> known, Problems.Reporter problems) {
    if (!(value instanceof Yaml.Fields fields)) {
      problems.error(value.at(), value.kind() + "; expected a mapping: " + what);
      return Optional.empty();
    }
    Map<String, Yaml> values = new HashMap<>();
    for (Yaml.Field field : fields.entries()) {
      String key = field.key().text();
      if (known.contains(key)) {
        values.put(key, field.value());
      } else {
        problems.error(
            field.key().at(),
            "unknown key `"
                + key
                + "`; expected "
                + what
                + "; nearest: "
                + String.join(", ", NearestWords.to(key, known)));
      }
    }
    return Optional.of(new Mapping(value, values, problems));
  }

  /** Returns what a key says; nothing if it is not there or a problem. */
  <T> Optional<T> get(String key, Function<Yaml, Optional<T>> read) {
    return Optional.ofNullable(values.get(key)).flatMap(read);
  }

  /** Returns what a key says that must be there. */
  <T> Optional<T> required(String key, String what, Function<Yaml, Optional<T>> read) {
    if (!values.containsKey(key)) {
      problems.error(whole.at(), "the key `" + key + "` is missing; expected " + what);
    }
    return get(key, read);
  }
}
