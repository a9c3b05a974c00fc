package dev.untether.recipe.folder;

import dev.untether.text.Position;
import java.util.List;

/** A YAML value with the place where it stands; no types are guessed from spellings. */
public sealed interface Yaml permits Yaml.Scalar, Yaml.Items, Yaml.Fields {

  /** Returns where it starts. */
  Position at();

  /** Returns the word for what this is. */
  String kind();

  /** One piece of text; {@code plain} when it was written without quotes. */
  record Scalar(Position at, String text, boolean plain) implements Yaml {
    @Override
    public String kind() {
      return "text";
    }
  }

  /** A list. */
  record Items(Position at, List<Yaml> values) implements Yaml {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping; keys are different texts. */
  record Fields(Position at, List<Field> entries) implements Yaml {
    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** One entry of a mapping. */
  record Field(Scalar key, Yaml value) {}
}
