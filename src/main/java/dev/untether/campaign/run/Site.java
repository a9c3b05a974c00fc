package dev.untether.campaign.run;

import dev.untether.campaign.Branches;
import dev.untether.campaign.Hosting;
import dev.untether.campaign.Origin;
import dev.untether.forge.Forge;
import dev.untether.forge.ForgeException;
import dev.untether.git.GitException;
import org.jspecify.annotations.Nullable;

/**
 * Forge and remote of one origin while something is done there: connected to when first needed, let
 * go after the last thing, so that a campaign over thousands of repositories holds few open.
 */
final class Site implements AutoCloseable {
  private final Hosting hosting;
  private final Origin origin;
  private int left;
  private @Nullable Forge forge;
  private @Nullable Branches branches;

  /**
   * @param things how many things are to be done there
   */
  Site(Hosting hosting, Origin origin, int things) {
    this.hosting = hosting;
    this.origin = origin;
    this.left = things;
  }

  Origin origin() {
    return origin;
  }

  synchronized Forge forge() throws ForgeException, InterruptedException {
    if (forge == null) {
      forge =
          hosting
              .forge(origin)
              .orElseThrow(
                  () ->
                      new ForgeException(
                          ForgeException.Reason.NOT_FOUND,
                          origin.name() + ": its remote is no forge that we know"));
    }
    return forge;
  }

  synchronized Branches branches() throws GitException, InterruptedException {
    if (branches == null) {
      branches = hosting.branches(origin);
    }
    return branches;
  }

  /** Says that one of the things is done. */
  synchronized void done() {
    left--;
    if (left <= 0) {
      close();
    }
  }

  @Override
  public synchronized void close() {
    if (branches != null) {
      branches.close();
      branches = null;
    }
  }
}
