package dev.untether.recipe;

import java.util.List;

/** Something about a recipe that the user may choose; always with a default. */
public sealed interface Option permits Option.Text, Option.Flag, Option.WholeNumber, Option.Choice {

  /** Returns what it is for, in one sentence. */
  String description();

  /** Returns the default as the user would write it. */
  String defaultText();

  /** Returns the default as templates see it: a string, a number or a boolean. */
  Object value();

  /**
   * Returns this option with another default.
   *
   * @param text the value as the user writes it
   * @throws IllegalArgumentException saying what was expected, if it is none
   */
  Option with(String text);

  private static IllegalArgumentException unfit(String text, String expected) {
    return new IllegalArgumentException("\"" + text + "\"; expected " + expected);
  }

  /**
   * Any one line of text.
   *
   * @param description what it is for
   * @param defaultText the default
   */
  record Text(String description, String defaultText) implements Option {
    @Override
    public Object value() {
      return defaultText;
    }

    @Override
    public Option with(String text) {
      if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
        throw unfit(text, "one line of text");
      }
      return new Text(description, text);
    }
  }

  /**
   * Yes or no.
   *
   * @param description what it is for
   * @param defaultValue the default
   */
  record Flag(String description, boolean defaultValue) implements Option {
    @Override
    public Object value() {
      return defaultValue;
    }

    @Override
    public Option with(String text) {
      if (!text.equals("true") && !text.equals("false")) {
        throw unfit(text, "true or false");
      }
      return new Flag(description, Boolean.parseBoolean(text));
    }

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
    public Object value() {
      return defaultValue;
    }

    @Override
    public Option with(String text) {
      try {
        return new WholeNumber(description, Long.parseLong(text));
      } catch (NumberFormatException e) {
        throw unfit(text, "a whole number");
      }
    }

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

    @Override
    public Object value() {
      return defaultText;
    }

    @Override
    public Option with(String text) {
      if (!values.contains(text)) {
        throw unfit(text, "one of " + String.join(", ", values));
      }
      return new Choice(description, values, text);
    }
  }
}
