package dev.untether.git.transport;

import dev.untether.git.Base;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.Ownership;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Branches of a remote, all asked for at once, and whose they are.
 *
 * @param base where the base branch leads; empty if there is none
 * @param branches those that are there, by name
 */
public record RemoteBranches(Optional<String> base, Map<String, Seen> branches) {
  private static final String HEADS = "refs/heads/";

  /** Names on one command line, which systems bound. */
  private static final int AT_ONCE = 500;

  /** Copies the map. */
  public RemoteBranches {
    branches = Map.copyOf(branches);
  }

  /**
   * A branch.
   *
   * @param tip where it leads, 40 hexadecimal digits
   * @param foreign whose commit is on it, in words, if it is not ours alone
   */
  public record Seen(String tip, Optional<String> foreign) {}

  /**
   * Asks a remote.
   *
   * @param place a repository that has the base; it is read only
   * @param names without {@code refs/heads/}
   * @param known where branches that are ours alone led when we saw them last: one that still leads
   *     there need not be fetched
   * @throws GitException when the remote does not answer
   */
  public static RemoteBranches of(
      GitRepository place,
      Base base,
      Remote remote,
      String baseBranch,
      Collection<String> names,
      Map<String, String> known,
      TransportOptions options)
      throws GitException, InterruptedException {
    try (PrivateRepository mine = PrivateRepository.beside(place, options);
        GitRepository borrowing = place.withObjectsIn(mine.directory())) {
      List<String> wanted = new ArrayList<>(names);
      RemoteRefs head = RemoteRefs.read(mine, remote.push(), List.of("HEAD", HEADS + baseBranch));
      Map<String, Seen> seen = new TreeMap<>();
      RemoteHistory history = new RemoteHistory(mine, borrowing, base, remote.push());
      for (int i = 0; i < wanted.size(); i += AT_ONCE) {
        List<String> some = wanted.subList(i, Math.min(wanted.size(), i + AT_ONCE));
        List<String> refs = some.stream().map(name -> HEADS + name).toList();
        RemoteRefs found = RemoteRefs.read(mine, remote.push(), refs);
        for (String name : some) {
          Optional<String> tip = found.id(HEADS + name);
          if (tip.isPresent()) {
            boolean same = tip.get().equals(known.get(name));
            Ownership owner = same ? Ownership.none() : history.owner(name, tip.get(), head);
            seen.put(name, new Seen(tip.get(), owner.foreign()));
          }
        }
      }
      return new RemoteBranches(head.id(HEADS + baseBranch), seen);
    }
  }
}
