package dev.untether.recipe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a recipe does at an instruction that matches. */
public sealed interface AssemblyAction extends Action
    permits AssemblyAction.Remove, AssemblyAction.Replace {

  /** Returns the name of the step that is edited. */
  String step();

  /** Returns which comments go with the edited instruction. */
  CommentRule comments();

  /**
   * Takes the instruction away, with its line when nothing else stands there.
   *
   * @param step name of the step
   * @param comments which comments go too
   */
  record Remove(String step, CommentRule comments) implements AssemblyAction {}

  /**
   * Puts rendered code where the instruction stands.
   *
   * @param step name of the step
   * @param template name of the template, looked up per architecture
   * @param attributes what the template is given, by attribute name, in descriptor order
   * @param comments which comments go with the replaced instruction
   */
  record Replace(
      String step, String template, Map<String, Attribute> attributes, CommentRule comments)
      implements AssemblyAction {

    /** Copies the map. */
    public Replace {
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
  }

  /** One thing that a template is given. */
  sealed interface Attribute
      permits Attribute.SlotOf, Attribute.G, Attribute.Text, Attribute.OptionValue {

    /**
     * The memory operand that reads a value again at the edited place.
     *
     * @param value name of the value
     */
    record SlotOf(String value) implements Attribute {}

    /** The register that holds the current goroutine, in the assembler's spelling. */
    record G() implements Attribute {}

    /**
     * The same text everywhere.
     *
     * @param text the text
     */
    record Text(String text) implements Attribute {}

    /**
     * What the user chose.
     *
     * @param option name of the option
     */
    record OptionValue(String option) implements Attribute {}
  }
}
