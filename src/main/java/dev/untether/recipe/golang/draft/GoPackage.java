package dev.untether.recipe.golang.draft;

import dev.untether.asm.Headers;
import dev.untether.text.SourceText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of one directory, of all builds together, as earlier recipes leave them.
 *
 * @param directory the path of the directory below the root of the tree, empty or with a final
 *     slash
 * @param path the import path
 * @param module the path of its module; empty outside any
 * @param language the minor number of the go line of go.mod, 16 if it has none
 * @param goFiles the Go files, by path
 * @param assembly the texts of the assembly files, by path
 * @param headers where the assembly files find what they include
 * @param generatedToo whether generated files may be edited
 * @param vendored whether the directory is a copy of another module's
 */
public record GoPackage(
    String directory,
    String path,
    String module,
    int language,
    List<PackageFile> goFiles,
    Map<String, SourceText> assembly,
    Headers headers,
    boolean generatedToo,
    boolean vendored) {

  /** Copies the list and the map. */
  public GoPackage {
    goFiles = List.copyOf(goFiles);
    assembly = Collections.unmodifiableMap(new TreeMap<>(assembly));
  }

  /** Returns every name that some file of the directory declares at its top level. */
  public Set<String> declaredNames() {
    Set<String> names = new TreeSet<>();
    for (PackageFile file : goFiles) {
      file.facts().declarations().forEach(declaration -> names.add(declaration.name()));
    }
    return names;
  }

  /** Returns whether a file of that name is in the directory. */
  public boolean has(String name) {
    String wanted = directory + name;
    return assembly.containsKey(wanted)
        || goFiles.stream().anyMatch(file -> file.path().equals(wanted));
  }
}
