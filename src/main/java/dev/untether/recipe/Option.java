package dev.untether.recipe;

import java.util.List;

/** Something about a recipe that the user may choose; always with a default. */
public sealed interface Option permits Option.Text, Option.Flag, Option.WholeNumber, Option.Choice {

  /** Returns what it is for, in one sentence. */
  String description();

  /** Returns the default as the user would write it. */
  String defaultText();

  /**
   * Any one line of text.
   *
   * @param description what it is for
   * @param defaultText the default
   */
  record Text(String description, String defaultText) implements Option {}

  /**
   * Yes or no.
   *
   * @param description what it is for
   * @param defaultValue the default
   */
  record Flag(String description, boolean defaultValue) implements Option {
    @Override
    public String defaultText() {
      return String.valueOf(defaultValue);
    }
  }

  /**
   * A whole number.
   *
   * @param description what it is for
   * @param defaultValue the default
   */
  record WholeNumber(String description, long defaultValue) implements Option {
    @Override
    public String defaultText() {
      return String.valueOf(defaultValue);
    }
  }

  /**
   * One of several words.
   *
   * @param description what it is for
   * @param values the words, in descriptor order
   * @param defaultText one of them
   */
  record Choice(String description, List<String> values, String defaultText) implements Option {

    /** Copies the list. */
    public Choice {
      values = List.copyOf(values);
    }
  }
}
