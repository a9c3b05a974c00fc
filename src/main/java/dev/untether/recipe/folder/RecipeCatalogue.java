package dev.untether.recipe.folder;

import dev.untether.recipe.template.Problems;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The recipe folders of one run, by id. */
public final class RecipeCatalogue {
  private static final String ROOT = "recipes/";
  // A file that always stands beside the recipe folders and so leads to them.
  private static final String ANCHOR = ROOT + "README.md";
  private static final int MAX_FOLDERS = 1_000;

  private final Map<String, RecipeFolder> folders;
  private final List<Finding> findings;

  private RecipeCatalogue(Map<String, RecipeFolder> folders, Collection<Finding> findings) {
    this.folders = new TreeMap<>(folders);
    this.findings = List.copyOf(new TreeSet<>(findings));
  }

  /** Returns the recipes that travel with the program, in its jar or in {@code target/classes}. */
  public static RecipeCatalogue bundled() {
    return bundled(RecipeCatalogue.class.getClassLoader());
  }

  static RecipeCatalogue bundled(ClassLoader loader) {
    @Nullable URL anchor = loader.getResource(ANCHOR);
    if (anchor == null) {
      return new RecipeCatalogue(Map.of(), List.of());
    }
    try {
      if (anchor.openConnection() instanceof JarURLConnection jar) {
        return inJar(jar, loader);
      }
      Path readme = Path.of(new URI(anchor.toString()));
      return inDirectory(Optional.ofNullable(readme.getParent()).orElseThrow(), "recipes");
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own jar cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path holds a malformed URL: " + anchor, e);
    }
  }

  private static RecipeCatalogue inJar(JarURLConnection connection, ClassLoader loader)
      throws IOException {
    // Uncached, because a cached JarFile is shared and must not be closed. Only names are looked
    // at: the JDK has the jar's directory in memory already.
    connection.setUseCaches(false);
    Map<String, List<String>> files = new TreeMap<>();
    try (JarFile jar = connection.getJarFile()) {
      jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith(ROOT) && !name.endsWith("/"))
          .sorted()
          .map(name -> name.substring(ROOT.length()))
          .forEach(
              name -> {
                int slash = name.lastIndexOf('/');
                // Folders may stand in a group: release/go1.27. No deeper.
                if (slash > 0 && name.indexOf('/') >= name.lastIndexOf('/', slash - 1)) {
                  files
                      .computeIfAbsent(name.substring(0, slash), id -> new ArrayList<>())
                      .add(name.substring(slash + 1));
                }
              });
    }
    Map<String, RecipeFolder> folders = new TreeMap<>();
    files.forEach(
        (id, names) -> {
          if (names.contains(RecipeFolder.DESCRIPTOR)) {
            folders.put(
                id,
                new RecipeFolder(
                    id, new FolderFiles.OnClassPath(loader, ROOT + id, List.copyOf(names))));
          }
        });
    return new RecipeCatalogue(folders, List.of());
  }

  /**
   * Returns the recipes of a directory: the one that it is, if it holds a {@code recipe.yaml}, else
   * those of its sub-directories. The directory is untrusted; it may be a link itself, but nothing
   * in it is followed out of it.
   */
  public static RecipeCatalogue inDirectory(Path directory) {
    return inDirectory(directory, directory.toString().replace('\\', '/'));
  }

  private static RecipeCatalogue inDirectory(Path directory, String shown) {
    if (!Files.isDirectory(directory)) {
      return problem(shown, "is not a directory; expected a recipe folder or a folder of them");
    }
    try {
      Path real = directory.toRealPath();
      return Files.exists(real.resolve(RecipeFolder.DESCRIPTOR), LinkOption.NOFOLLOW_LINKS)
          ? of(List.of(folder(groupOf(real), real, shown)), List.of())
          : below(real, shown);
    } catch (IOException e) {
      return problem(shown, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static RecipeCatalogue below(Path directory, String shown) throws IOException {
    List<RecipeFolder> folders = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Path entry : entries(directory)) {
      String path = shown + "/" + entry.getFileName();
      if (!isFolder(entry, path, findings)) {
        continue;
      }
      if (hasDescriptor(entry)) {
        folders.add(folder("", entry, path));
        continue;
      }
      List<RecipeFolder> group = group(entry, path, findings);
      folders.addAll(group);
      if (group.isEmpty()) {
        findings.add(
            finding(path, Severity.WARNING, "holds no recipe.yaml; expected a recipe folder"));
      }
    }
    if (folders.size() > MAX_FOLDERS) {
      return problem(shown, "holds more than " + MAX_FOLDERS + " recipe folders");
    }
    if (folders.isEmpty()) {
      String expected = "expected recipe.yaml in it, or in directories in it";
      findings.add(finding(shown, Severity.ERROR, "holds no recipes; " + expected));
    }
    return of(folders, findings);
  }

  /** Returns the recipes of a directory between the catalogue and them, such as {@code release}. */
  private static List<RecipeFolder> group(Path directory, String shown, List<Finding> findings)
      throws IOException {
    List<RecipeFolder> folders = new ArrayList<>();
    String prefix = directory.getFileName() + "/";
    for (Path entry : entries(directory)) {
      String path = shown + "/" + entry.getFileName();
      if (isFolder(entry, path, findings) && hasDescriptor(entry)) {
        folders.add(folder(prefix, entry, path));
      }
    }
    return folders;
  }

  private static boolean isFolder(Path entry, String shown, List<Finding> findings) {
    if (Files.isSymbolicLink(entry)) {
      findings.add(finding(shown, Severity.WARNING, "is a symbolic link and is not followed"));
      return false;
    }
    return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean hasDescriptor(Path folder) {
    return Files.exists(folder.resolve(RecipeFolder.DESCRIPTOR), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Returns what stands before the name of a folder that is given alone in its recipe's id: the
   * descriptor tells, for nothing else does.
   */
  private static String groupOf(Path folder) {
    Path parent = folder.getParent();
    Path group = parent == null ? null : parent.getFileName();
    if (group == null) {
      return "";
    }
    String id = group + "/" + folder.getFileName();
    var ignored = new Problems();
    Optional<String> descriptor =
        new FolderFiles.OnDisk(folder, "").read(RecipeFolder.DESCRIPTOR, ignored);
    boolean named =
        descriptor.isPresent()
            && descriptor.get().lines().anyMatch(line -> line.strip().equals("id: " + id));
    return named ? group + "/" : "";
  }

  // Names that start with a dot or an underscore are ignored, as the go command does.
  private static List<Path> entries(Path directory) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, "[!._]*")) {
      for (Path entry : stream) {
        entries.add(entry);
        if (entries.size() > 2 * MAX_FOLDERS) {
          break;
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(null);
    return entries;
  }

  private static RecipeFolder folder(String prefix, Path real, String shown) {
    return new RecipeFolder(prefix + real.getFileName(), new FolderFiles.OnDisk(real, shown));
  }

  private static RecipeCatalogue of(List<RecipeFolder> folders, List<Finding> findings) {
    Map<String, RecipeFolder> byId = new TreeMap<>();
    folders.forEach(folder -> byId.put(folder.id(), folder));
    return new RecipeCatalogue(byId, findings);
  }

  private static RecipeCatalogue problem(String shown, String message) {
    return of(List.of(), List.of(finding(shown, Severity.ERROR, message)));
  }

  private static Finding finding(String shown, Severity severity, String message) {
    return new Finding(Problems.FOLDER_RULE, severity, shown, Finding.WHOLE_FILE, message);
  }

  /**
   * Returns the recipes of both catalogues. Where both have one of the same id, that of {@code
   * other} stands in, and a note says so: an author tries a changed copy that way.
   */
  public RecipeCatalogue with(RecipeCatalogue other) {
    Map<String, RecipeFolder> union = new TreeMap<>(folders);
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(other.findings);
    for (RecipeFolder folder : other.folders.values()) {
      RecipeFolder replaced = union.put(folder.id(), folder);
      if (replaced != null) {
        all.add(finding(folder.path(), Severity.NOTE, "is used instead of " + replaced.path()));
      }
    }
    return new RecipeCatalogue(union, all);
  }

  /** Returns the folders, sorted by id. */
  public List<RecipeFolder> folders() {
    return List.copyOf(folders.values());
  }

  /** Returns the folder of that id. */
  public Optional<RecipeFolder> folder(String id) {
    return Optional.ofNullable(folders.get(id));
  }

  /** Returns what is wrong with the directories themselves, sorted. */
  public List<Finding> findings() {
    return findings;
  }
}
