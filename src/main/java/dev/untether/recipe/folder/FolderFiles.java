package dev.untether.recipe.folder;

import dev.untether.recipe.template.Problems;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of one recipe folder, wherever it is. */
sealed interface FolderFiles permits FolderFiles.OnDisk, FolderFiles.OnClassPath {
  /** Far above what any recipe needs; a descriptor has some 3 KB. */
  int MAX_BYTES = 64 * 1024;

  int MAX_FILES = 100;

  /** Returns the names of the files directly in the folder, sorted. */
  List<String> names(Problems problems);

  /** Opens a file for reading. */
  InputStream open(String name) throws IOException;

  /** Returns the folder as findings name it. */
  String shown();

  /** Returns why a file must not be opened, if so. */
  Optional<String> refusal(String name);

  /** Returns the text of a file, or nothing and a problem. */
  default Optional<String> read(String name, Problems problems) {
    String path = shown() + "/" + name;
    Optional<String> refusal = refusal(name);
    if (refusal.isPresent()) {
      return refused(path, refusal.get(), problems);
    }
    byte[] bytes;
    try (InputStream in = open(name)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      return refused(path, "cannot be read: " + e.getClass().getSimpleName(), problems);
    }
    if (bytes.length > MAX_BYTES) {
      return refused(path, "is larger than " + MAX_BYTES + " bytes; expected less", problems);
    }
    SourceText text = SourceText.of(bytes);
    if (!text.isUtf8()) {
      return refused(path, "is not UTF-8; expected UTF-8 text", problems);
    }
    return Optional.of(text.toString());
  }

  private static Optional<String> refused(String path, String reason, Problems problems) {
    problems.add(Problems.FOLDER_RULE, path, Finding.WHOLE_FILE, reason);
    return Optional.empty();
  }

  /**
   * A folder on disk, which may be anybody's: links out of it and special files are refused.
   *
   * @param folder the folder
   * @param shown the folder as findings name it
   */
  record OnDisk(Path folder, String shown) implements FolderFiles {

    @Override
    public List<String> names(Problems problems) {
      List<String> names = new ArrayList<>();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          names.add(String.valueOf(entry.getFileName()));
          if (names.size() > MAX_FILES) {
            String reason = "holds more than " + MAX_FILES + " entries; expected a recipe folder";
            problems.add(Problems.FOLDER_RULE, shown, Finding.WHOLE_FILE, reason);
            break;
          }
        }
      } catch (IOException | DirectoryIteratorException e) {
        problems.add(Problems.FOLDER_RULE, shown, Finding.WHOLE_FILE, "cannot be listed");
      }
      return names.stream().sorted().toList();
    }

    @Override
    public InputStream open(String name) throws IOException {
      return Files.newInputStream(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Optional<String> refusal(String name) {
      Path file = folder.resolve(name);
      if (Files.isSymbolicLink(file)) {
        return Optional.of("is a symbolic link; expected a file in the recipe's own folder");
      }
      // A pipe would block us for ever.
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.empty()
          : Optional.of("is not a regular file");
    }
  }

  /**
   * A folder of the catalogue that travels in the jar.
   *
   * @param loader the class loader that knows the jar
   * @param shown the folder's resource name
   * @param files the names of its files, sorted
   */
  record OnClassPath(ClassLoader loader, String shown, List<String> files) implements FolderFiles {

    @Override
    public List<String> names(Problems problems) {
      return files;
    }

    @Override
    public InputStream open(String name) throws IOException {
      @Nullable InputStream in = loader.getResourceAsStream(shown + "/" + name);
      if (in == null) {
        throw new IOException("no resource " + shown + "/" + name);
      }
      return in;
    }

    @Override
    public Optional<String> refusal(String name) {
      return Optional.empty();
    }
  }
}
