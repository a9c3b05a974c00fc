package dev.untether.forge;

import java.util.List;

/** One installation of a forge, spoken to with one token. */
public interface ForgeServer {
  /** Returns the project of that path; nothing is asked yet. */
  Forge project(String path);

  /**
   * Returns the repositories of an organisation or a group, with those of the groups in it, by
   * path.
   */
  List<ListedRepository> repositories(String organisation)
      throws ForgeException, InterruptedException;
}
