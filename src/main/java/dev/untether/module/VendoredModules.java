package dev.untether.module;

import dev.untether.text.SourceText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which module each vendored package comes from, by {@code vendor/modules.txt}. */
final class VendoredModules {
  static final String PREFIX = "vendor/";

  private static final String LIST = "modules.txt";
  private static final long MAX_BYTES = 16L << 20;

  private final Map<String, String> moduleOfPackage = new HashMap<>();

  private VendoredModules() {}

  /** Returns what the list below {@code moduleDirectory} says; nothing if it cannot be read. */
  static VendoredModules of(Path moduleDirectory) {
    VendoredModules modules = new VendoredModules();
    Path list = moduleDirectory.resolve("vendor").resolve(LIST);
    if (SourceReader.read(list, MAX_BYTES) instanceof SourceReader.Text read) {
      modules.read(read.text());
    }
    return modules;
  }

  /** Takes in lines of the forms {@code # module version …}, {@code ## …} and {@code package}. */
  private void read(SourceText text) {
    String module = "";
    for (String line : text.toString().split("\r?\n", -1)) {
      if (line.startsWith("# ")) {
        module = line.split(" ", -1)[1];
      } else if (!line.isEmpty() && !line.startsWith("#") && !module.isEmpty()) {
        moduleOfPackage.put(line, module);
      }
    }
  }

  Optional<String> moduleOf(String packagePath) {
    return Optional.ofNullable(moduleOfPackage.get(packagePath));
  }
}
