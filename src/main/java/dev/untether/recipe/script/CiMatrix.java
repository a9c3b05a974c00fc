package dev.untether.recipe.script;
import dev.untether.recipe.Recipe;
import java.util.List;
import java.util.Map;
final class CiMatrix implements ModuleStep {
  @Override
  public void run(Recipe recipe, Map<String, String> settings, List<String> files, ModuleDraft draft) {}
}
