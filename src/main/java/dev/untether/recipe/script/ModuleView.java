package dev.untether.recipe.script;

import dev.untether.text.SourceText;
import java.util.List;
import java.util.Optional;

/** One module as earlier recipes have left it. */
public interface ModuleView {

  /** Returns the path of its directory below the root of the tree, empty or with a final slash. */
  String directory();

  /** Returns the module path. */
  String path();

  /** Returns the minor number of the go line of go.mod, 16 if it has none. */
  int language();

  /** Returns the paths of its files below its directory, whatever they hold, in order. */
  List<String> files();

  /** Returns a file's text; empty if there is none, or none that may be edited. */
  Optional<SourceText> text(String file);

  /** Returns what its Go files pull from the standard library, by file and place. */
  List<Pulled> pulls();
}
