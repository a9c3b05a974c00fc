package dev.untether.recipe.golang;

import dev.untether.golang.Declaration;
import dev.untether.golang.GoFile;
import dev.untether.golang.GoText;
import dev.untether.module.target.GoFileName;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.TemplateNames;
import dev.untether.recipe.template.Rendering;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The step {@code create-beside}: beside each file that declares what is pulled, a file that the
 * same builds take, with what a template makes of all its pulls. Where the file is there, what it
 * does not mention yet is added at its end.
 */
final class CreateBeside implements PackageStep {
  @Override
  public void run(Recipe recipe, Map<String, String> settings, List<Site> sites, PackageDraft draft)
      throws Refusal {
    String part = setting(settings, "part");
    String template = setting(settings, "template");
    boolean isTest = settings.getOrDefault("test", "false").equals("true");
    Map<String, List<Pull>> byFile = new TreeMap<>();
    for (Site site : sites) {
      for (Pull pull : Pull.of(site)) {
        if (pull.type().isEmpty()) {
          draft.refuse(site.file(), site.position(), "the type of " + pull.name() + " is unknown");
        } else {
          byFile.computeIfAbsent(pull.file().path(), key -> new ArrayList<>()).add(pull);
        }
      }
    }
    for (List<Pull> pulls : byFile.values()) {
      PackageFile source = pulls.get(0).file();
      try {
        String name = name(source, part, isTest);
        List<Pull> open = open(Pull.distinct(pulls), file(draft.goPackage(), name));
        if (!open.isEmpty()) {
          String code = render(recipe, template, open, draft);
          requireNewNames(code, part, draft.goPackage());
          Set<String> imports =
              settings.containsKey("imports")
                  ? Set.copyOf(
                      render(recipe, setting(settings, "imports"), open, draft)
                          .lines()
                          .map(String::strip)
                          .toList())
                  : Set.of();
          write(source, name, code, imports, draft);
        }
      } catch (Refusal refusal) {
        draft.refuse(source, source.text().positionOf(0), refusal.reason());
      }
    }
  }

  private static String setting(Map<String, String> settings, String key) throws Refusal {
    String value = settings.get(key);
    if (value == null) {
      throw new Refusal("the step create-beside needs `" + key + "`");
    }
    return value;
  }

  private static String name(PackageFile source, String part, boolean isTest) {
    GoFileName name = GoFileName.of(source.name());
    if (!isTest || source.isTest()) {
      return name.with(part);
    }
    String suffix = name.suffix().replaceFirst("\\.go$", "_test.go");
    return new GoFileName(name.stem(), suffix).with(part);
  }

  private static Optional<PackageFile> file(GoPackage goPackage, String name) {
    String path = goPackage.directory() + name;
    return goPackage.goFiles().stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /** Returns the pulls whose symbol the file does not have as a word. */
  private static List<Pull> open(List<Pull> pulls, Optional<PackageFile> file) {
    String text = file.map(it -> it.text().toString()).orElse("");
    return pulls.stream()
        .filter(
            pull ->
                !Pattern.compile("(?<![\\w./])" + Pattern.quote(pull.symbol()) + "(?!\\w)")
                    .matcher(text)
                    .find())
        .toList();
  }

  private static String render(Recipe recipe, String template, List<Pull> pulls, PackageDraft draft)
      throws Refusal {
    Map<String, Object> values = new TreeMap<>();
    recipe
        .optionValues()
        .forEach((option, value) -> values.put(TemplateNames.ofOption(option), value));
    values.put("pulls", pulls.stream().map(Pull::attributes).toList());
    values.put("package", draft.goPackage().path());
    values.put("module", draft.goPackage().module());
    Rendering rendering = recipe.templates().render(template, values);
    return rendering
        .text()
        .orElseThrow(
            () -> new Refusal("the template " + template + " failed: " + rendering.findings()))
        .strip();
  }

  /** Files that an earlier run made share names with what is made for another system. */
  private static void requireNewNames(String code, String part, GoPackage goPackage)
      throws Refusal {
    Set<String> names = new TreeSet<>();
    GoFile.parse("new.go", SourceText.of("package p\n" + code)).declarations().stream()
        .filter(Declaration::isLinkable)
        .forEach(declaration -> names.add(declaration.name()));
    for (PackageFile file : goPackage.goFiles()) {
      boolean isMade = GoFileName.of(file.name()).stem().endsWith("_" + part);
      for (Declaration declaration : file.facts().declarations()) {
        if (!isMade && names.contains(declaration.name())) {
          throw new Refusal(
              file.path()
                  + " declares "
                  + declaration.name()
                  + " already; rename that, or mention the symbol in the file that this would go to");
        }
      }
    }
  }

  private static void write(
      PackageFile source, String name, String code, Set<String> imports, PackageDraft draft)
      throws Refusal {
    SourceText text = SourceText.of(code);
    Set<String> used = GoText.of(text).qualifiers(new Span(0, text.length()));
    List<String> needed =
        imports.stream().filter(path -> used.contains(ImportNames.guess(path))).sorted().toList();
    Optional<PackageFile> existing = file(draft.goPackage(), name);
    if (existing.isEmpty()) {
      NewFile made = new NewFile(source, condition(source));
      needed.forEach(path -> made.use(path, Optional.empty()));
      made.add(code);
      draft.create(name, made);
      return;
    }
    GoRecipe.requireEditable(draft.goPackage(), existing.get());
    FileDraft file = draft.file(existing.get());
    for (String path : needed) {
      file.use(path);
      String local = file.nameOf(path);
      if (!local.equals(ImportNames.guess(path))) {
        throw new Refusal(name + " uses the name " + ImportNames.guess(path) + " for another");
      }
    }
    SourceText there = existing.get().text();
    String gap = there.toString().endsWith("\n") ? "\n" : "\n\n";
    file.insert(there.length(), gap + code + "\n");
  }

  /** Returns the condition of the source; cgo belongs to it where it imports C. */
  private static String condition(PackageFile source) throws Refusal {
    if (!source.header().isUnderstood()) {
      throw new Refusal("the build constraint of the file cannot be understood");
    }
    return source.facts().importsC() ? source.header().and("cgo") : source.header().expression();
  }
}
