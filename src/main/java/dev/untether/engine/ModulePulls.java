package dev.untether.engine;

import dev.untether.asm.Headers;
import dev.untether.golang.LinknameSearch;
import dev.untether.recipe.golang.Pull;
import dev.untether.recipe.golang.draft.GoPackage;
import dev.untether.recipe.golang.draft.PackageFile;
import dev.untether.recipe.script.ModuleView;
import dev.untether.recipe.script.Pulled;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what the packages of a module pull, as earlier recipes have left them. */
final class ModulePulls {
  private ModulePulls() {}

  /** Returns what is pulled from the standard library, by file and place. */
  static List<Pulled> of(ModuleView module) {
    Map<String, List<String>> directories = new TreeMap<>();
    for (String file : module.files()) {
      if (file.endsWith(".go") && !("/" + file).contains("/testdata/")) {
        String directory = file.substring(0, file.lastIndexOf('/') + 1);
        directories.computeIfAbsent(directory, key -> new ArrayList<>()).add(file);
      }
    }
    return directories.entrySet().parallelStream()
        .map(entry -> read(module, entry.getKey(), entry.getValue()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Pulled> read(ModuleView module, String directory, List<String> files) {
    Map<String, SourceText> texts = new TreeMap<>();
    boolean concerned = false;
    for (String file : files) {
      SourceText text = module.text(file).orElse(SourceText.of(""));
      concerned |= LinknameSearch.mayConcern(text.bytes());
      texts.put(file, text);
    }
    if (!concerned) {
      return List.of();
    }
    List<PackageFile> goFiles = new ArrayList<>();
    texts.forEach((file, text) -> goFiles.add(new PackageFile(file, text)));
    String below = directory.isEmpty() ? "" : directory.substring(0, directory.length() - 1);
    String path = below.isEmpty() ? module.path() : module.path() + "/" + below;
    GoPackage goPackage =
        new GoPackage(
            directory,
            path,
            module.path(),
            module.language(),
            goFiles,
            Map.of(),
            Headers.goOnly(),
            /* generatedToo= */ false,
            /* vendored= */ false);
    return Pull.of(goPackage).stream()
        .filter(Pull::isOfStandardLibrary)
        .map(
            pull ->
                new Pulled(
                    pull.file().path(),
                    pull.file().packageName().equals("main") ? "main" : path,
                    pull.symbol(),
                    pull.variable(),
                    pull.type(),
                    pull.file().constraint()))
        .toList();
  }
}
