package dev.untether.recipe.script;

import dev.untether.recipe.Recipe;
import dev.untether.recipe.TemplateNames;
import dev.untether.recipe.template.Rendering;
import dev.untether.text.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The templates that a step's settings name.
 *
 * @param recipe the recipe that has them
 * @param settings the name of the template by what it is for
 */
record StepTemplates(Recipe recipe, Map<String, String> settings) {

  /** Returns whether an option that is a flag is set. */
  boolean isSet(String option) {
    return Boolean.TRUE.equals(recipe.optionValues().get(option));
  }

  /**
   * Returns what the template behind a setting makes, with one line break at the end; empty, and
   * {@code draft} told, if it cannot.
   *
   * @param values what it is told beside the options and the module
   */
  Optional<String> render(String setting, Map<String, Object> values, ModuleDraft draft) {
    String template = settings.get(setting);
    if (template == null) {
      draft.refuse("go.mod", Finding.WHOLE_FILE, "the step has no template `" + setting + "`");
      return Optional.empty();
    }
    Map<String, Object> all = new TreeMap<>();
    recipe
        .optionValues()
        .forEach((option, value) -> all.put(TemplateNames.ofOption(option), value));
    all.put("module", draft.module().path());
    all.put("go", "1." + draft.module().language());
    all.putAll(values);
    Rendering rendering = recipe.templates().render(template, all);
    if (rendering.text().isEmpty()) {
      String reason = "the template " + template + " failed: " + rendering.findings();
      draft.refuse("go.mod", Finding.WHOLE_FILE, reason);
    }
    return rendering.text().map(text -> text.strip() + "\n");
  }
}
