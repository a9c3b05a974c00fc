package dev.untether.campaign.source;

import dev.untether.campaign.Source;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeServer;
import dev.untether.forge.Project;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import java.nio.file.Path;
import java.util.Optional;

/** The way to everything that is not on this machine, as the settings of a run have it. */
public interface Connections {
  /**
   * A clone of ours.
   *
   * @param directory where it is
   * @param branch the branch that it has
   */
  record Cloned(Path directory, String branch) {}

  /**
   * Makes a clone, or brings one that is there to the newest commit.
   *
   * @param directory for this clone alone
   * @param branch the default branch, if empty
   */
  Cloned cloned(Path directory, String url, Optional<String> branch)
      throws GitException, InterruptedException;

  /** Returns the address that branches of a repository are pushed to; empty without a remote. */
  Optional<String> remote(GitRepository repository) throws GitException, InterruptedException;

  /** Returns the project that an address is of; empty if the host is no forge that we know. */
  Optional<Project> project(String url);

  /** Returns the forge that an organisation is on. */
  ForgeServer server(Source.Organisation organisation) throws ForgeException, InterruptedException;
}
