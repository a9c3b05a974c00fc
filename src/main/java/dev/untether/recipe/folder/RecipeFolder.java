package dev.untether.recipe.folder;

import dev.untether.recipe.Action;
import dev.untether.recipe.AssemblyAction;
import dev.untether.recipe.Precondition;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.template.GroupText;
import dev.untether.recipe.template.Problems;
import dev.untether.recipe.template.Rendering;
import dev.untether.recipe.template.Templates;
import dev.untether.text.Finding;
import dev.untether.text.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A folder with a {@code recipe.yaml}: known by its name at once, read on demand. */
public final class RecipeFolder {
  static final String DESCRIPTOR = "recipe.yaml";

  private final String id;
  private final FolderFiles files;

  RecipeFolder(String id, FolderFiles files) {
    this.id = id;
    this.files = files;
  }

  /** Returns the name of the folder, which is the id of its recipe. */
  public String id() {
    return id;
  }

  /** Returns the folder as findings name it. */
  public String path() {
    return files.shown();
  }

  /** Returns the place of the folder, if it is a directory rather than part of the jar. */
  public Optional<Path> directory() {
    return files instanceof FolderFiles.OnDisk disk ? Optional.of(disk.folder()) : Optional.empty();
  }

  /** Returns the prose about the recipe, in Markdown, if there is any. */
  public Optional<String> readme() {
    var ignored = new Problems();
    return files.names(ignored).contains("README.md")
        ? files.read("README.md", ignored)
        : Optional.empty();
  }

  /** Reads, checks and tries the recipe. Never throws: mistakes become findings. */
  public LoadedRecipe load() {
    return load(Precondition.Kind.KNOWN);
  }

  /** Reads the recipe in a setting that knows some kinds of preconditions. */
  public LoadedRecipe load(List<Precondition.Kind> preconditionKinds) {
    var problems = new Problems();
    Optional<Recipe> recipe = read(preconditionKinds, problems);
    if (problems.isEmpty() && recipe.isPresent()) {
      tryTemplates(recipe.get(), problems);
    }
    return new LoadedRecipe(problems.isEmpty() ? recipe : Optional.empty(), problems.sorted());
  }

  private Optional<Recipe> read(List<Precondition.Kind> preconditionKinds, Problems problems) {
    List<GroupText> groups = new ArrayList<>();
    for (String name : files.names(problems)) {
      if (name.endsWith(".stg")) {
        files
            .read(name, problems)
            .ifPresent(text -> groups.add(new GroupText(path() + "/" + name, text)));
      }
    }
    Templates templates = Templates.compile(groups, problems);
    Optional<String> descriptor = files.read(DESCRIPTOR, problems);
    if (descriptor.isEmpty()) {
      return Optional.empty();
    }
    Problems.Reporter reporter =
        problems.reporter(Problems.DESCRIPTOR_RULE, path() + "/" + DESCRIPTOR);
    return YamlReader.read(descriptor.get(), reporter)
        .flatMap(new DescriptorReader(id, templates, preconditionKinds, reporter)::read);
  }

  /**
   * Renders each template once for each architecture, with placeholders: most mistakes that
   * StringTemplate finds only then show up before a user's module is touched.
   */
  private static void tryTemplates(Recipe recipe, Problems problems) {
    for (Action action : recipe.actions()) {
      if (action instanceof AssemblyAction.Replace replace) {
        Map<String, Object> placeholders = new HashMap<>();
        replace.attributes().keySet().forEach(name -> placeholders.put(name, name));
        Set<String> tried = new HashSet<>();
        for (String goarch : new TreeSet<>(recipe.architectures())) {
          Optional<String> template = recipe.templates().find(replace.template(), goarch);
          if (template.isPresent() && tried.add(template.get())) {
            Rendering rendering =
                recipe.templates().render(replace.template(), goarch, placeholders);
            rendering.findings().forEach(finding -> copy(finding, problems));
          }
        }
      }
    }
  }

  private static void copy(Finding finding, Problems problems) {
    Position position = finding.position();
    problems.add(finding.rule(), finding.path(), position, finding.message());
  }
}
