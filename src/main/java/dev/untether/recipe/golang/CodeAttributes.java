package dev.untether.recipe.golang;

import dev.untether.golang.LinkTarget;
import dev.untether.golang.Signature;
import dev.untether.module.target.GoFileName;
import dev.untether.recipe.LinknameMatch;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.TemplateNames;
import dev.untether.recipe.golang.draft.GoPackage;
import dev.untether.recipe.golang.draft.Refusal;
import dev.untether.recipe.template.Rendering;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What templates are told about one place, and what they make of it. */
public final class CodeAttributes {
  private final Recipe recipe;
  private final Map<String, Object> values = new TreeMap<>();

  private CodeAttributes(Recipe recipe) {
    this.recipe = recipe;
    recipe
        .optionValues()
        .forEach((option, value) -> values.put(TemplateNames.ofOption(option), value));
  }

  /** Returns what is known about the place of a directive. */
  public static CodeAttributes of(
      Recipe recipe, LinknameMatch match, Site site, GoPackage goPackage) {
    CodeAttributes attributes = new CodeAttributes(recipe);
    Map<String, Object> values = attributes.values;
    values.put("name", site.local());
    values.put("symbol", site.symbol());
    values.put("symbol_package", site.target().map(LinkTarget::packagePath).orElse(""));
    values.put("symbol_name", site.target().map(LinkTarget::name).orElse(""));
    values.put("package", goPackage.path());
    values.put("file", site.file().name());
    values.put("stem", GoFileName.of(site.file().name()).stem());
    values.put("module", goPackage.module());
    values.put("go", "1." + goPackage.language());
    match.target(site.symbol()).ifPresent(target -> values.putAll(target.attributes()));
    return attributes;
  }

  /**
   * Returns what is known about a reference from assembly.
   *
   * @param name the function that refers to the symbol, without its package
   */
  public static CodeAttributes of(
      Recipe recipe, LinknameMatch.Target target, String file, String name, GoPackage goPackage) {
    CodeAttributes attributes = new CodeAttributes(recipe);
    Map<String, Object> values = attributes.values;
    LinkTarget symbol = LinkTarget.of(target.symbol());
    values.put("name", name);
    values.put("symbol", target.symbol());
    values.put("symbol_package", symbol.packagePath());
    values.put("symbol_name", symbol.name());
    values.put("package", goPackage.path());
    values.put("file", file);
    values.put("stem", GoFileName.of(file).stem());
    values.put("module", goPackage.module());
    values.put("go", "1." + goPackage.language());
    values.putAll(target.attributes());
    return attributes;
  }

  /** Adds the parameters and results of a function, under the names that they have there. */
  public void addSignature(Replacement one, List<String> arguments) {
    Signature signature = one.signature();
    boolean isVariadic = one.target().signatures().stream().anyMatch(type -> type.contains("..."));
    values.put("name", one.function().name());
    values.put("arguments", String.join(", ", arguments) + (isVariadic ? "..." : ""));
    values.put("return", signature.results().isEmpty() ? "" : "return ");
    for (int i = 0; i < arguments.size(); i++) {
      values.put("arg" + i, arguments.get(i));
      values.put("type" + i, signature.parameters().get(i).type());
    }
    for (int i = 0; i < signature.results().size(); i++) {
      values.put("result" + i, signature.results().get(i));
    }
  }

  public void add(Map<String, String> names, UnaryOperator<String> choose) {
    names.forEach((attribute, wanted) -> values.put(attribute, choose.apply(wanted)));
  }

  /** Returns what a template makes, without white space around it. */
  public String render(String template) throws Refusal {
    Rendering rendering = recipe.templates().render(template, values);
    if (rendering.text().isEmpty()) {
      String reasons =
          rendering.findings().stream().map(Object::toString).collect(Collectors.joining("; "));
      throw new Refusal("the template " + template + " failed: " + reasons);
    }
    return rendering.text().get().strip();
  }
}
