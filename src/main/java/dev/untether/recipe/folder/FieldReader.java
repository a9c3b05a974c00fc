package dev.untether.recipe.folder;

import dev.untether.recipe.template.Problems;
import dev.untether.text.Position;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a mapping apart key by key. What is wrong becomes a problem at its place, and reading goes
 * on, so that an author sees all mistakes at once.
 */
final class FieldReader {
  private final Yaml.Fields fields;
  private final Problems.Reporter problems;
  private final Set<String> known = new LinkedHashSet<>();
  private boolean lacksKind;

  FieldReader(Yaml.Fields fields, Problems.Reporter problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /** Returns a reader of {@code value}, which must be a mapping. */
  static Optional<FieldReader> of(Yaml value, String what, Problems.Reporter problems) {
    if (value instanceof Yaml.Fields fields) {
      return Optional.of(new FieldReader(fields, problems));
    }
    problems.error(value.at(), value.kind() + "; expected a mapping: " + what);
    return Optional.empty();
  }

  Position at() {
    return fields.at();
  }

  /** Returns the value of a key that may be missing. */
  Optional<Yaml> optional(String key) {
    known.add(key);
    return fields.entries().stream()
        .filter(entry -> entry.key().text().equals(key))
        .map(Yaml.Field::value)
        .findFirst();
  }

  /** Returns the value of a key that must be there. */
  Optional<Yaml> required(String key, String what) {
    Optional<Yaml> value = optional(key);
    if (value.isEmpty()) {
      problems.error(at(), "the key `" + key + "` is missing; expected " + what);
    }
    return value;
  }

  /** Returns the one key of {@code keys} that is there; none or two are a problem. */
  Optional<Yaml.Field> exactlyOne(Collection<String> keys) {
    known.addAll(keys);
    List<Yaml.Field> found =
        fields.entries().stream().filter(entry -> keys.contains(entry.key().text())).toList();
    if (found.isEmpty()) {
      lacksKind = true;
      problems.error(at(), "expected exactly one of " + ValueReader.quoted(keys));
      return Optional.empty();
    }
    for (Yaml.Field extra : found.subList(1, found.size())) {
      problems.error(
          extra.key().at(),
          "the key `"
              + extra.key().text()
              + "` beside `"
              + found.get(0).key().text()
              + "`; expected exactly one of "
              + ValueReader.quoted(keys));
    }
    return Optional.of(found.get(0));
  }

  /**
   * Reports every key that nobody asked for; only the first, which may be misspelt, where the key
   * is missing that says which others belong there.
   */
  void finish() {
    for (Yaml.Field entry : fields.entries()) {
      if (!known.contains(entry.key().text())) {
        problems.error(
            entry.key().at(),
            "unknown key `"
                + entry.key().text()
                + "`; expected one of "
                + ValueReader.quoted(known));
        if (lacksKind) {
          return;
        }
      }
    }
  }

  /** Returns all entries, for mappings whose keys are names. */
  List<Yaml.Field> entries() {
    return fields.entries();
  }
}
