package dev.untether.campaign.connect;

import dev.untether.campaign.Origin;
import dev.untether.campaign.plan.CodeOwners;
import dev.untether.forge.ForgeException;
import dev.untether.forge.owners.Dialect;
import dev.untether.forge.owners.Owners;
import dev.untether.git.GitException;
import dev.untether.git.TreeListing;
import dev.untether.text.Finding;
import dev.untether.text.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the CODEOWNERS files of repositories say, each in the dialect of its forge. */
public final class OwnersFile implements CodeOwners {
  private final Servers servers;
  private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());

  /** Creates what reads them. */
  public OwnersFile(Servers servers) {
    this.servers = servers;
  }

  @Override
  public Function<String, List<String>> of(Origin origin, TreeListing base) throws GitException {
    Dialect dialect = dialect(origin);
    for (String path : dialect.places()) {
      Optional<byte[]> content = base.content(path, Owners.MAX_SIZE);
      if (content.isPresent()) {
        String name = origin.name() + "/" + path;
        Owners owners = Owners.parse(dialect, name, SourceText.of(content.get()));
        findings.addAll(owners.findings());
        return owners::of;
      }
    }
    return path -> List.of();
  }

  /** Returns what was not understood so far. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  private Dialect dialect(Origin origin) {
    try {
      return origin.project().isEmpty()
          ? Dialect.GITHUB
          : Dialect.of(servers.kind(origin.project().get().server())).orElse(Dialect.GITHUB);
    } catch (ForgeException e) {
      // Whoever asks the forge for more will be told; most files are of this dialect.
      return Dialect.GITHUB;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Dialect.GITHUB;
    }
  }
}
