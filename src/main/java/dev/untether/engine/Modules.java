package dev.untether.engine;

import dev.untether.module.GoMod;
import dev.untether.module.GoModule;
import dev.untether.module.ModuleFiles;
import dev.untether.module.ModuleTree;
import dev.untether.module.PathPattern;
import dev.untether.module.SourceReader;
import dev.untether.recipe.Precondition;
import dev.untether.recipe.Recipe;
import dev.untether.recipe.ReleaseRange;
import dev.untether.recipe.script.ModuleView;
import dev.untether.recipe.script.Pulled;
import dev.untether.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The modules of a tree as recipes have left them, and what holds for each. */
final class Modules {
  /** Far above any script: what is larger is data. */
  private static final long MAX_BYTES = 4L << 20;

  private final ModuleTree tree;
  // Walked for recipes that ask about such files only, and once.
  private final Map<Path, List<String>> files = new ConcurrentHashMap<>();

  Modules(ModuleTree tree) {
    this.tree = tree;
  }

  /** Returns the modules whose go.mod is in the tree. */
  List<GoModule> all() {
    return tree.modules().stream()
        .filter(module -> module.directory().startsWith(tree.root()))
        .filter(module -> !("/" + directoryOf(module)).contains("/vendor/"))
        .toList();
  }

  private String directoryOf(GoModule module) {
    String path = tree.root().relativize(module.directory()).toString().replace('\\', '/');
    return path.isEmpty() ? "" : path + "/";
  }

  /** Returns whether the preconditions and exclusions of a recipe let it run over a module. */
  boolean allows(Recipe recipe, GoModule module, Overlay overlay) {
    if (recipe.preconditions().isEmpty() && recipe.exclusions().isEmpty()) {
      return true;
    }
    View view = view(module, overlay);
    return recipe.preconditions().stream().allMatch(one -> holds(one, view))
        && recipe.exclusions().stream().noneMatch(one -> holds(one, view));
  }

  private static boolean holds(Precondition condition, View view) {
    Map<String, String> settings = condition.settings();
    String kind = condition.kind();
    if (kind.equals(Precondition.Kind.GO_LINE_AT_LEAST.name())) {
      return view.language() >= minor(settings);
    }
    if (kind.equals(Precondition.Kind.GO_LINE_BELOW.name())) {
      return view.language() < minor(settings);
    }
    PathPattern pattern = PathPattern.of(Objects.requireNonNull(settings.get("path")));
    return view.files().stream()
        .filter(pattern::matches)
        .anyMatch(
            file ->
                kind.equals(Precondition.Kind.HAS_FILE.name())
                    || view.text(file)
                        .filter(text -> text.toString().contains(settings.getOrDefault("text", "")))
                        .isPresent());
  }

  private static int minor(Map<String, String> settings) {
    return ReleaseRange.parse(">=" + settings.get("release"))
        .flatMap(ReleaseRange::atLeast)
        .map(ReleaseRange.Release::minor)
        .orElse(0);
  }

  View view(GoModule module, Overlay overlay) {
    return new View(module, directoryOf(module), overlay);
  }

  /** One module. */
  final class View implements ModuleView {
    private final GoModule module;
    private final String directory;
    private final Overlay overlay;
    private final Set<String> read = ConcurrentHashMap.newKeySet();

    private View(GoModule module, String directory, Overlay overlay) {
      this.module = module;
      this.directory = directory;
      this.overlay = overlay;
    }

    @Override
    public String directory() {
      return directory;
    }

    @Override
    public String path() {
      return module.path();
    }

    @Override
    public int language() {
      return overlay
          .text(directory + "go.mod")
          .map(text -> GoMod.parse(directory + "go.mod", text))
          .or(module::goMod)
          .map(GoMod::languageMinor)
          .orElse(GoMod.LANGUAGE_WITHOUT_GO_LINE);
    }

    @Override
    public List<String> files() {
      TreeSet<String> now =
          new TreeSet<>(files.computeIfAbsent(module.directory(), ModuleFiles::of));
      now.removeIf(
          file -> overlay.covers(directory + file) && overlay.text(directory + file).isEmpty());
      for (String path : overlay.created()) {
        if (path.startsWith(directory)) {
          now.add(path.substring(directory.length()));
        }
      }
      return List.copyOf(now);
    }

    @Override
    public Optional<SourceText> text(String file) {
      String path = directory + file;
      read.add(path);
      return overlay.covers(path) ? overlay.text(path) : onDisk(path);
    }

    @Override
    public List<Pulled> pulls() {
      return ModulePulls.of(this);
    }

    /** Returns the paths below the root of the tree of the files that somebody has asked for. */
    Set<String> read() {
      return read;
    }

    /** Returns the text on disk of a file, given its path below the root of the tree. */
    Optional<SourceText> onDisk(String path) {
      Path place = tree.root().resolve(path);
      return SourceReader.read(place, path, MAX_BYTES) instanceof SourceReader.Text read
              && read.problems().isEmpty()
          ? Optional.of(read.text())
          : Optional.empty();
    }
  }
}
