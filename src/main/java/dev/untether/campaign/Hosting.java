package dev.untether.campaign;

import dev.untether.forge.Forge;
import dev.untether.forge.ForgeException;
import dev.untether.git.GitException;
import java.util.Optional;

/** Where the branches and the pull requests of an origin are. */
public interface Hosting {
  /** Returns the forge of an origin; empty when its remote is none that we know. */
  Optional<Forge> forge(Origin origin) throws ForgeException, InterruptedException;

  /**
   * Returns the remote branches of an origin. Whoever asked closes them.
   *
   * @throws GitException when there is no remote, or none that we can use
   */
  Branches branches(Origin origin) throws GitException, InterruptedException;
}
