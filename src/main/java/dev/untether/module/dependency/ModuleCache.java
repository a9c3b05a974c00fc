package dev.untether.module.dependency;

import dev.untether.module.SourceReader;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The module cache of the go command, which is read and never written to.
 *
 * <p>Its layout is in <a href="https://go.dev/ref/mod#module-cache">the reference of modules</a>.
 */
public final class ModuleCache {
  /** Rule id: the module cache cannot be found. */
  public static final String NO_CACHE = "no-module-cache";

  private static final long MAX_HASH_BYTES = 4096;
  private static final long MAX_LIST_BYTES = 4L << 20;
  // What a directory of downloads holds beside the list: files named by the version.
  private static final Pattern OF_VERSION = Pattern.compile("(v.+)\\.(?:info|mod|zip|ziphash)");

  private final Optional<Path> root;
  private final List<Finding> problems;

  private ModuleCache(Optional<Path> root, List<Finding> problems) {
    this.root = root;
    this.problems = problems;
  }

  /**
   * Returns the cache in GOMODCACHE, or else in {@code pkg/mod} of the first directory of GOPATH.
   */
  public static ModuleCache of(GoEnvironment environment) {
    String variable = "GOMODCACHE";
    Optional<String> told = Optional.of(environment.get(variable)).filter(v -> !v.isEmpty());
    Optional<Path> root = told.flatMap(ModuleCache::absolute);
    if (told.isEmpty()) {
      variable = "GOPATH";
      told = environment.goPath();
      root = told.flatMap(ModuleCache::absolute).map(p -> p.resolve("pkg").resolve("mod"));
    }
    if (root.isPresent()) {
      return new ModuleCache(root, List.of());
    }
    String message =
        told.map(path -> "is not the name of an absolute directory: " + path)
            .orElse("does not tell where the module cache is; set GOMODCACHE");
    return new ModuleCache(
        Optional.empty(),
        List.of(new Finding(NO_CACHE, Severity.WARNING, variable, Finding.WHOLE_FILE, message)));
  }

  /** Returns the cache in a directory, which need not exist. */
  public static ModuleCache at(Path root) {
    return new ModuleCache(Optional.of(root.toAbsolutePath().normalize()), List.of());
  }

  private static Optional<Path> absolute(String name) {
    return FileNames.resolve(Path.of(""), name).filter(Path::isAbsolute);
  }

  /** Returns where the cache is; nothing if the environment does not tell. */
  public Optional<Path> root() {
    return root;
  }

  /** Returns why the cache cannot be found. */
  public List<Finding> problems() {
    return problems;
  }

  /**
   * Returns the directory with the sources of a module, if they were downloaded and unpacked to the
   * end.
   */
  public Optional<Path> directoryOf(ModuleVersion module) {
    Optional<Path> directory =
        root.filter(r -> isStorable(module))
            .map(
                r ->
                    r.resolve(
                        ModulePath.escape(module.path())
                            + "@"
                            + ModulePath.escape(module.version())))
            .filter(Files::isDirectory);
    if (directory.isEmpty() || download(module, "partial").filter(Files::exists).isPresent()) {
      return Optional.empty();
    }
    // It comes with the Go release instead of a download; see modfetch.DownloadDir.
    boolean hasNoHash = module.path().equals("golang.org/fips140");
    boolean isWhole = hasNoHash || download(module, "ziphash").filter(Files::exists).isPresent();
    return isWhole ? directory : Optional.empty();
  }

  /**
   * Returns the versions of a module that the cache has heard of, from old to new: those in the
   * list that a proxy gave, however old that list is, and those of which anything was downloaded.
   * {@link #directoryOf} tells whether the sources of one are there.
   */
  public List<ModuleVersion> versionsOf(String modulePath) {
    Optional<Path> downloads =
        root.filter(r -> ModulePath.isValid(modulePath))
            .map(r -> downloads(r, modulePath))
            .filter(Files::isDirectory);
    if (downloads.isEmpty()) {
      return List.of();
    }
    SortedSet<ModuleVersion> versions = new TreeSet<>();
    if (SourceReader.read(downloads.get().resolve("list"), MAX_LIST_BYTES)
        instanceof SourceReader.Text list) {
      list.text().toString().lines().forEach(it -> versions.add(version(modulePath, it)));
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(downloads.get())) {
      for (Path file : files) {
        Matcher name = OF_VERSION.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          versions.add(version(modulePath, ModulePath.unescape(name.group(1))));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // What the list has is no less true for that.
    }
    return versions.stream().filter(ModuleCache::isStorable).toList();
  }

  private static ModuleVersion version(String modulePath, String text) {
    return new ModuleVersion(modulePath, text.strip());
  }

  /** Returns where the go.mod of a module is or would be; nothing if the cache cannot hold it. */
  Optional<Path> goModOf(ModuleVersion module) {
    return download(module, "mod");
  }

  /** Returns the checksum of the downloaded module, such as {@code h1:…}, if there is one. */
  Optional<String> checksumOf(ModuleVersion module) {
    return download(module, "ziphash")
        .map(file -> SourceReader.read(file, MAX_HASH_BYTES))
        .filter(SourceReader.Text.class::isInstance)
        .map(read -> ((SourceReader.Text) read).text().toString().strip());
  }

  private Optional<Path> download(ModuleVersion module, String extension) {
    if (!isStorable(module)) {
      return Optional.empty();
    }
    String name = ModulePath.escape(module.version()) + "." + extension;
    return root.map(r -> downloads(r, module.path()).resolve(name));
  }

  private static Path downloads(Path root, String modulePath) {
    return root.resolve("cache")
        .resolve("download")
        .resolve(ModulePath.escape(modulePath))
        .resolve("@v");
  }

  /** Returns whether the names are such that they lead to a place in the cache. */
  private static boolean isStorable(ModuleVersion module) {
    return ModulePath.isValid(module.path())
        && SemanticVersion.parse(module.version())
            .filter(version -> version.canonical().equals(module.version()))
            .isPresent();
  }
}
