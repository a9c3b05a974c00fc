package dev.untether.git;

import org.eclipse.jgit.lib.ObjectId;

/** The commit that a migration starts from. */
public final class Base {
  private final String name;
  private final ObjectId commit;
  private final ObjectId tree;

  Base(String name, ObjectId commit, ObjectId tree) {
    this.name = name;
    this.commit = commit;
    this.tree = tree;
  }

  /** Returns how the user named it. */
  public String name() {
    return name;
  }

  /** Returns the commit's id in full. */
  public String id() {
    return commit.name();
  }

  ObjectId commit() {
    return commit;
  }

  ObjectId tree() {
    return tree;
  }
}
