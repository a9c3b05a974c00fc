package dev.untether.access.goroot;

import dev.untether.module.target.BuildContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A package of the library with all its files, for whatever target.
 *
 * @param path its import path
 * @param sources its Go files in the order of their names, without tests
 * @param assembly its assembly files in the order of their names
 */
record LibraryPackage(String path, List<GoSource> sources, List<AssemblySource> assembly) {

  /**
   * The files of one build.
   *
   * @param sources the Go files
   * @param assembly what the assembly files say
   */
  record Selection(List<GoSource> sources, List<AssemblySymbols> assembly) {}

  /** Returns what a build takes; empty lists where the package does not exist for it. */
  Selection select(BuildContext context) {
    List<GoSource> chosen = new ArrayList<>();
    for (GoSource source : sources) {
      if (source.isBuilt(context)) {
        if (source.isProgram()) {
          return new Selection(List.of(), List.of());
        }
        if (!source.isDocumentation()) {
          chosen.add(source);
        }
      }
    }
    if (chosen.isEmpty() || isForCgoOnly(context)) {
      return new Selection(List.of(), List.of());
    }
    List<AssemblySymbols> said = new ArrayList<>();
    for (AssemblySource file : assembly) {
      if (file.isBuilt(context)) {
        said.add(file.symbols(context));
      }
    }
    return new Selection(chosen, said);
  }

  /** Programs link runtime/cgo when they use cgo, and hardly ever else. */
  private boolean isForCgoOnly(BuildContext context) {
    return !context.cgo() && path.equals("runtime/cgo");
  }
}
