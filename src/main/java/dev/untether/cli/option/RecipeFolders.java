package dev.untether.cli.option;

import dev.untether.module.target.NearestWords;
import dev.untether.recipe.folder.RecipeCatalogue;
import dev.untether.recipe.folder.RecipeFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The argument that says where recipes are. */
public final class RecipeFolders {
  @Option(
      names = "--recipes",
      paramLabel = "DIR",
      description = "Use the recipes in DIR too: a recipe folder or a folder of them")
  private @Nullable Path directory;

  /** Takes what a configuration says where the command line says nothing. */
  public void useDefault(Optional<Path> configured) {
    if (directory == null && configured.isPresent()) {
      directory = configured.get();
    }
  }

  /** Returns the recipes to choose from: those of the jar, and those of {@code --recipes}. */
  public RecipeCatalogue catalogue() {
    RecipeCatalogue bundled = RecipeCatalogue.bundled();
    return directory == null ? bundled : bundled.with(RecipeCatalogue.inDirectory(directory));
  }

  /** Returns what to say about an id that no folder of {@code catalogue} has. */
  public static String unknown(String id, RecipeCatalogue catalogue) {
    var ids = catalogue.folders().stream().map(RecipeFolder::id).toList();
    // Half a long id is nearer to short ones, letter by letter, than to the one that it is half of.
    String letters = id.replace("-", "");
    var begun =
        ids.stream()
            .filter(one -> !letters.isBlank() && one.replace("-", "").startsWith(letters))
            .toList();
    return "no recipe \""
        + id
        + "\"; nearest: "
        + String.join(", ", NearestWords.to(id, begun.isEmpty() ? ids : begun))
        + " (`untether recipes list` shows all)";
  }
}
