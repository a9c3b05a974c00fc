package dev.untether.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tree that differs from another in some files. Only the directories on the way to those
 * are read and written, so links, submodules and whatever else there is stay as they are.
 */
final class TreeEdit {
  private final ObjectReader reader;
  private final ObjectInserter inserter;

  TreeEdit(ObjectReader reader, ObjectInserter inserter) {
    this.reader = reader;
    this.inserter = inserter;
  }

  private record Entry(FileMode mode, ObjectId id) {}

  /**
   * Returns the tree that {@code tree} becomes.
   *
   * @param blobs by path, what the file is to hold; empty when it goes. A file keeps its mode, and
   *     a new one is not executable.
   */
  ObjectId apply(ObjectId tree, SortedMap<String, Optional<ObjectId>> blobs) throws IOException {
    return blobs.isEmpty() ? tree : edit(tree, blobs).insertTo(inserter);
  }

  private TreeFormatter edit(@Nullable ObjectId tree, SortedMap<String, Optional<ObjectId>> blobs)
      throws IOException {
    // Git sorts by bytes, and directories as if a slash ended their names.
    SortedMap<String, Entry> entries = new TreeMap<>();
    if (tree != null) {
      CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
      for (; !parser.eof(); parser.next(1)) {
        byte[] name = new byte[parser.getNameLength()];
        parser.getName(name, 0);
        boolean isTree = FileMode.TREE.equals(parser.getEntryRawMode());
        entries.put(
            new String(name, StandardCharsets.ISO_8859_1) + (isTree ? "/" : ""),
            new Entry(parser.getEntryFileMode(), parser.getEntryObjectId()));
      }
    }
    Map<String, SortedMap<String, Optional<ObjectId>>> below = new TreeMap<>();
    blobs.forEach(
        (path, blob) -> {
          int slash = path.indexOf('/');
          if (slash < 0) {
            put(entries, key(path), blob);
          } else {
            below
                .computeIfAbsent(key(path.substring(0, slash + 1)), key -> new TreeMap<>())
                .put(path.substring(slash + 1), blob);
          }
        });
    for (Map.Entry<String, SortedMap<String, Optional<ObjectId>>> each : below.entrySet()) {
      Entry old = entries.get(each.getKey());
      TreeFormatter inner = edit(old == null ? null : old.id(), each.getValue());
      if (inner.toByteArray().length == 0) {
        // Git has no empty directories.
        entries.remove(each.getKey());
      } else {
        entries.put(each.getKey(), new Entry(FileMode.TREE, inner.insertTo(inserter)));
      }
    }
    TreeFormatter formatter = new TreeFormatter();
    entries.forEach(
        (key, entry) -> {
          String name = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
          formatter.append(name.getBytes(StandardCharsets.ISO_8859_1), entry.mode(), entry.id());
        });
    return formatter;
  }

  private static void put(SortedMap<String, Entry> entries, String key, Optional<ObjectId> blob) {
    Entry old = entries.get(key);
    if (entries.containsKey(key + "/")
        || old != null && (old.mode().getBits() & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
      throw new IllegalStateException("a change of something that is no regular file: " + key);
    }
    if (blob.isEmpty()) {
      entries.remove(key);
    } else {
      entries.put(key, new Entry(old == null ? FileMode.REGULAR_FILE : old.mode(), blob.get()));
    }
  }

  private static String key(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
