package dev.untether.git;

import java.time.Instant;
import org.eclipse.jgit.lib.ObjectId;

/** The commit that a migration starts from. */
public final class Base {
  private final String name;
  private final ObjectId commit;
  private final ObjectId tree;
  private final Instant committed;

  Base(String name, ObjectId commit, ObjectId tree, Instant committed) {
    this.name = name;
    this.commit = commit;
    this.tree = tree;
    this.committed = committed;
  }

  /** Returns how the user named it. */
  public String name() {
    return name;
  }

  /** Returns the commit's id in full. */
  public String id() {
    return commit.name();
  }

  /** Returns when it was committed, as the commit says. */
  public Instant committed() {
    return committed;
  }

  ObjectId commit() {
    return commit;
  }

  ObjectId tree() {
    return tree;
  }
}
