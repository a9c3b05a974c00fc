package dev.untether.recipe.assembly;

import java.util.Map;

/**
 * The instruction that an action edits, in one setting of the conditionals.
 *
 * @param view the function it stands in
 * @param prog its index there
 * @param slots how to address each bound value again at this place, by the value's name
 */
record Site(View view, int prog, Map<String, String> slots) {

  Site {
    slots = Map.copyOf(slots);
  }
}
