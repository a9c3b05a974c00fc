package dev.untether.git;

import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.CoreConfig.EolStreamType;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.jspecify.annotations.Nullable;

/**
 * The tree that a step leaves: what {@code git add} would make of the files, so with the line
 * endings that the attributes ask for.
 */
final class StepTree {
  private final Repository repository;
  private final ObjectInserter inserter;

  /**
   * @param repository where the base is, with its attributes
   * @param inserter takes new objects; {@code repository} must be able to read them at once
   */
  StepTree(Repository repository, ObjectInserter inserter) {
    this.repository = repository;
    this.inserter = inserter;
  }

  /** Returns the tree that the changes make of {@code base}. */
  ObjectId write(ObjectId base, SortedMap<String, Change> changes) throws IOException {
    if (changes.isEmpty()) {
      return base;
    }
    SortedMap<String, Optional<ObjectId>> blobs = new TreeMap<>();
    for (var each : changes.entrySet()) {
      Optional<SourceText> after = each.getValue().after();
      blobs.put(each.getKey(), after.isEmpty() ? Optional.empty() : Optional.of(blob(after.get())));
    }
    try (ObjectReader reader = repository.newObjectReader()) {
      TreeEdit edit = new TreeEdit(reader, inserter);
      ObjectId raw = edit.apply(base, blobs);
      // Only the new tree knows the attributes of new files.
      SortedMap<String, Optional<ObjectId>> cleaned = cleaned(raw, changes);
      return edit.apply(raw, cleaned);
    }
  }

  private ObjectId blob(SourceText text) throws IOException {
    return inserter.insert(Constants.OBJ_BLOB, text.bytes());
  }

  private SortedMap<String, Optional<ObjectId>> cleaned(
      ObjectId tree, SortedMap<String, Change> changes) throws IOException {
    SortedMap<String, Optional<ObjectId>> cleaned = new TreeMap<>();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.setRecursive(true);
      walk.setOperationType(OperationType.CHECKIN_OP);
      walk.addTree(tree);
      walk.setFilter(PathFilterGroup.createFromStrings(changes.keySet()));
      while (walk.next()) {
        Change change = changes.get(walk.getPathString());
        if (change == null || change.after().isEmpty()) {
          continue;
        }
        byte[] bytes = change.after().get().bytes();
        if (hasCrLf(bytes)
            && isNormalised(walk.getEolStreamType(OperationType.CHECKIN_OP), change)) {
          ObjectId blob = inserter.insert(Constants.OBJ_BLOB, withoutCr(bytes));
          cleaned.put(walk.getPathString(), Optional.of(blob));
        }
      }
    }
    return cleaned;
  }

  private static boolean isNormalised(@Nullable EolStreamType type, Change change) {
    if (type == EolStreamType.TEXT_LF) {
      return true;
    }
    // Git leaves a file alone whose kind it only guesses and that was committed with CRLF:
    // https://git-scm.com/docs/gitattributes, "text set to string value auto".
    return type == EolStreamType.AUTO_LF
        && change.before().filter(before -> hasCrLf(before.bytes())).isEmpty();
  }

  private static boolean hasCrLf(byte[] bytes) {
    for (int i = 1; i < bytes.length; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Returns text with LF where it has CRLF. */
  static byte[] withoutCr(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
        out.write(bytes[i]);
      }
    }
    return out.toByteArray();
  }
}
