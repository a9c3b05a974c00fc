package dev.untether.module.dependency;

import dev.untether.module.GoModDirective;
import dev.untether.module.SourceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code vendor/modules.txt} says: the modules whose packages are below {@code vendor/}, and
 * what go.mod said when they were put there. See readVendorList of cmd/go/internal/modload.
 */
final class VendorList {
  private static final long MAX_BYTES = 64L << 20;
  private static final String EXPLICIT = "explicit";
  private static final String WORKSPACE = "workspace";

  private final Set<ModuleVersion> explicit = new LinkedHashSet<>();
  private final Map<ModuleVersion, ModuleVersion> replaced = new LinkedHashMap<>();
  private final Map<ModuleVersion, String> goVersions = new HashMap<>();
  // By path, in the order of the list: only modules that have packages below vendor/.
  private final Map<String, ModuleVersion> modules = new LinkedHashMap<>();
  private boolean ofWorkspace;

  private VendorList() {}

  /** Returns the list in a {@code vendor} directory; an empty one if there is none. */
  static VendorList read(Path vendor) {
    VendorList list = new VendorList();
    if (SourceReader.read(vendor.resolve("modules.txt"), MAX_BYTES)
        instanceof SourceReader.Text read) {
      list.take(read.text().toString().split("\n", -1));
    }
    return list;
  }

  private void take(String[] lines) {
    ofWorkspace = annotations(lines[0]).contains(WORKSPACE);
    Optional<ModuleVersion> module = Optional.empty();
    for (String line : lines) {
      if (line.startsWith("# ")) {
        module = moduleLine(line.strip().split("\\s+", -1));
      } else if (module.isPresent() && line.startsWith("## ")) {
        annotate(module.get(), annotations(line));
      } else if (module.isPresent() && !line.isBlank()) {
        modules.merge(module.get().path(), module.get(), VendorList::later);
      }
    }
  }

  private static ModuleVersion later(ModuleVersion a, ModuleVersion b) {
    return ModuleVersion.compareVersions(a.version(), b.version()) < 0 ? b : a;
  }

  private static List<String> annotations(String line) {
    if (!line.startsWith("## ")) {
      return List.of();
    }
    List<String> annotations = new ArrayList<>();
    for (String annotation : line.substring(3).split(";", -1)) {
      annotations.add(annotation.strip());
    }
    return annotations;
  }

  private void annotate(ModuleVersion module, List<String> annotations) {
    for (String annotation : annotations) {
      if (annotation.equals(EXPLICIT)) {
        explicit.add(module);
      } else if (annotation.startsWith("go ")) {
        goVersions.put(module, annotation.substring(3));
      }
    }
  }

  /** Reads {@code # path version [=> path [version]]}, or the same without the first version. */
  private Optional<ModuleVersion> moduleLine(String[] words) {
    if (words.length < 3) {
      return Optional.empty();
    }
    boolean hasVersion = SemanticVersion.parse(words[2]).isPresent();
    if (!hasVersion && !words[2].equals("=>")) {
      return Optional.empty();
    }
    ModuleVersion module = new ModuleVersion(words[1], hasVersion ? words[2] : "");
    int arrow = hasVersion ? 3 : 2;
    int rest = words.length - arrow - 1;
    if ((rest == 1 || rest == 2) && words[arrow].equals("=>")) {
      replaced.put(module, new ModuleVersion(words[arrow + 1], rest == 2 ? words[arrow + 2] : ""));
    }
    return Optional.of(module);
  }

  /** Returns whether {@code go work vendor} made the list. */
  boolean isOfWorkspace() {
    return ofWorkspace;
  }

  /** Returns the modules with packages below {@code vendor/}, in the order of the list. */
  List<ModuleVersion> modules() {
    return List.copyOf(modules.values());
  }

  boolean hasPackagesOf(ModuleVersion module) {
    return module.equals(modules.get(module.path()));
  }

  Optional<String> goVersion(ModuleVersion module) {
    return Optional.ofNullable(goVersions.get(module));
  }

  /** Returns what does not go together with the main modules, in the order of their files. */
  List<String> contradictions(MainModules mains, Replacements replacements) {
    List<String> found = new ArrayList<>();
    Set<ModuleVersion> required = new LinkedHashSet<>();
    Set<ModuleVersion> replacing = new LinkedHashSet<>();
    for (MainModules.Main main : mains.modules()) {
      for (GoModDirective.Require line : main.goMod().requirements()) {
        required.add(new ModuleVersion(line.path(), line.version()));
      }
      main.goMod().replacements().forEach(line -> replacing.add(old(line)));
    }
    mains
        .workspace()
        .ifPresent(work -> work.goWork().replacements().forEach(line -> replacing.add(old(line))));
    for (ModuleVersion module : required) {
      if (!explicit.contains(module)) {
        found.add(module + " is required by go.mod, but not listed as explicit");
      }
    }
    for (ModuleVersion module : modules.values()) {
      if (explicit.contains(module) && !required.contains(module)) {
        found.add(module + " is listed as explicit, but not required by go.mod");
      }
    }
    replacing.addAll(replaced.keySet());
    for (ModuleVersion module : replacing) {
      Optional<ModuleVersion> now = replacements.of(module).map(Replacements.Replacement::module);
      Optional<ModuleVersion> then = Optional.ofNullable(replaced.get(module));
      if (!now.equals(then)) {
        found.add(module + " is replaced by " + name(now) + ", but listed with " + name(then));
      }
    }
    return found;
  }

  private static ModuleVersion old(GoModDirective.Replace line) {
    return new ModuleVersion(line.path(), line.version().orElse(""));
  }

  private static String name(Optional<ModuleVersion> module) {
    return module.map(ModuleVersion::toString).orElse("nothing");
  }

  /**
   * Returns the directory below {@code vendor/} where packages of a module are, if there is one.
   */
  Optional<Path> directoryOf(ModuleVersion module, Path vendor) {
    return hasPackagesOf(module)
        ? FileNames.resolve(vendor, module.path())
            .filter(path -> path.startsWith(vendor) && !path.equals(vendor))
            .filter(Files::isDirectory)
        : Optional.empty();
  }
}
