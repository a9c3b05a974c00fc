package dev.untether.module.dependency;

import dev.untether.module.SourceReader;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the go command: the variables of the process, and below them the file that {@code
 * go env -w} writes. The {@code go.env} of a GOROOT is not read: it sets nothing that matters here.
 */
public final class GoEnvironment {
  private static final long MAX_BYTES = 1L << 20;
  private static final String OFF = "off";

  private final Map<String, String> variables;
  private final Map<String, String> file;
  private final Path home;

  private GoEnvironment(Map<String, String> variables, Map<String, String> file, Path home) {
    this.variables = variables;
    this.file = file;
    this.home = home;
  }

  /**
   * Returns the settings of a process on this system.
   *
   * @param variables the environment of the process
   * @param home the user's home directory, for when the environment does not tell it
   */
  public static GoEnvironment of(Map<String, String> variables, Path home) {
    return of(variables, home, System.getProperty("os.name", ""));
  }

  static GoEnvironment of(Map<String, String> variables, Path home, String system) {
    String name = system.toLowerCase(Locale.ROOT);
    String homeVariable = name.startsWith("windows") ? "USERPROFILE" : "HOME";
    Path actualHome = directory(variables, homeVariable).orElse(home);
    String goEnv = variables.getOrDefault("GOENV", "");
    Optional<Path> file = Optional.empty();
    if (goEnv.isEmpty()) {
      Path configuration = configuration(variables, actualHome, name);
      file = Optional.of(configuration.resolve("go").resolve("env"));
    } else if (!goEnv.equals(OFF)) {
      file = FileNames.resolve(Path.of(""), goEnv);
    }
    return new GoEnvironment(
        Map.copyOf(variables), file.map(GoEnvironment::readFile).orElse(Map.of()), actualHome);
  }

  private static Optional<Path> directory(Map<String, String> variables, String name) {
    String value = variables.getOrDefault(name, "");
    return value.isEmpty() ? Optional.empty() : FileNames.resolve(Path.of(""), value);
  }

  /** Returns what os.UserConfigDir of Go returns. */
  private static Path configuration(Map<String, String> variables, Path home, String system) {
    if (system.startsWith("windows")) {
      return directory(variables, "AppData").orElse(home);
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support");
    }
    return directory(variables, "XDG_CONFIG_HOME").orElse(home.resolve(".config"));
  }

  private static Map<String, String> readFile(Path path) {
    Map<String, String> settings = new HashMap<>();
    if (SourceReader.read(path, MAX_BYTES) instanceof SourceReader.Text read) {
      for (String line : read.text().toString().split("\n", -1)) {
        int equals = line.indexOf('=');
        if (equals > 0 && line.charAt(0) >= 'A' && line.charAt(0) <= 'Z') {
          settings.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
    }
    return Map.copyOf(settings);
  }

  /** Returns the value of a variable; empty if nothing sets it. */
  public String get(String name) {
    String value = variables.getOrDefault(name, "");
    return value.isEmpty() ? file.getOrDefault(name, "") : value;
  }

  /** Returns the first directory of GOPATH, which is {@code ~/go} unless set. */
  Optional<String> goPath() {
    String list = get("GOPATH");
    if (list.isEmpty()) {
      Path usual = home.resolve("go");
      // A GOROOT must not be filled with modules; see defaultGOPATH of go/build.
      boolean isGoRoot = FileNames.resolve(home, get("GOROOT")).equals(Optional.of(usual));
      return isGoRoot ? Optional.empty() : Optional.of(usual.toString());
    }
    int end = list.indexOf(File.pathSeparatorChar);
    String first = end < 0 ? list : list.substring(0, end);
    return first.isEmpty() ? Optional.empty() : Optional.of(first);
  }

  /** Returns the value of {@code -mod} in GOFLAGS, such as {@code vendor}; empty if not set. */
  String modFlag() {
    String value = "";
    for (String flag : get("GOFLAGS").split("\\s+", -1)) {
      if (flag.startsWith("-mod=") || flag.startsWith("--mod=")) {
        value = flag.substring(flag.indexOf('=') + 1);
      }
    }
    return value;
  }

  /** Returns whether workspaces are switched off. */
  boolean isWorkspaceOff() {
    return get("GOWORK").equals(OFF);
  }
}
