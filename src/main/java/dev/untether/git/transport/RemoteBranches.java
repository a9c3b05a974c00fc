package dev.untether.git.transport;

import dev.untether.git.Base;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Branches of a remote, looked at together: one question for where they lead, and one fetch of
 * those of which nobody here knows whose they are. Nothing of the user's repository changes.
 *
 * @param target where the branch leads that changes are meant for; empty if it is not there
 * @param branches those of the others that are there, by name without {@code refs/heads/}
 */
public record RemoteBranches(Optional<String> target, Map<String, Found> branches) {
  private static final String HEADS = "refs/heads/";

  /** Copies the map. */
  public RemoteBranches {
    branches = Map.copyOf(branches);
  }

  /**
   * A branch that is there.
   *
   * @param commit where it leads, 40 hexadecimal digits
   * @param foreign the first commit on the way down that is not ours, in words, if there is one
   */
  public record Found(String commit, Optional<String> foreign) {}

  /**
   * Looks at branches.
   *
   * @param place a repository that has the base; it is read only
   * @param target the branch that changes are meant for
   * @param known commits that are known to be ours alone, by branch
   * @throws GitException when the remote does not answer, or it lacks the target, or the target
   *     lacks the base: then a pull request would show what was never pushed
   */
  public static RemoteBranches read(
      GitRepository place,
      Base base,
      Remote remote,
      String target,
      Set<String> names,
      Map<String, String> known,
      TransportOptions options)
      throws GitException, InterruptedException {
    remote.requireOutside(place);
    try (PrivateRepository mine = PrivateRepository.beside(place, options);
        GitRepository borrowing = place.withObjectsIn(mine.directory())) {
      List<String> refs = new ArrayList<>(List.of("HEAD", HEADS + target));
      names.forEach(name -> refs.add(HEADS + name));
      RemoteRefs found = RemoteRefs.read(mine, remote.push(), refs);
      RemoteHistory history = new RemoteHistory(mine, borrowing, base, remote.push());
      Optional<String> tip = found.id(HEADS + target);
      List<String> missing = new ArrayList<>();
      for (String name : names) {
        Optional<String> at = found.id(HEADS + name);
        if (at.isPresent() && !at.get().equals(known.get(name)) && !borrowing.has(at.get())) {
          missing.add(name);
        }
      }
      if (tip.isPresent() && !borrowing.has(tip.get())) {
        missing.add(target);
      }
      history.gather(missing);
      requireBase(borrowing, base, remote, target, tip);
      Map<String, Found> there = new TreeMap<>();
      for (String name : names) {
        Optional<String> at = found.id(HEADS + name);
        if (at.isPresent()) {
          boolean ours = at.get().equals(known.get(name));
          there.put(
              name,
              new Found(
                  at.get(),
                  ours ? Optional.empty() : history.owner(name, at.get(), found).foreign()));
        }
      }
      return new RemoteBranches(tip, there);
    }
  }

  private static void requireBase(
      GitRepository borrowing, Base base, Remote remote, String target, Optional<String> tip)
      throws GitException {
    if (tip.isEmpty()) {
      throw new GitException(
          GitException.Reason.LOCAL,
          remote
              + ": has no branch "
              + target
              + ", which changes would be meant for; push it, or switch to a branch that is there");
    }
    boolean has = borrowing.has(tip.get()) && borrowing.leadsTo(tip.get(), base);
    // The past of a shallow clone ends somewhere: what its remote was seen to have counts too.
    boolean seen =
        borrowing.shallow().isPresent() && borrowing.isReachable(base, List.of(), "refs/remotes/");
    if (!has && !seen) {
      throw new GitException(
          GitException.Reason.LOCAL,
          remote
              + ": its branch "
              + target
              + " does not have the commit "
              + base.id().substring(0, 12)
              + " that changes would start from; push that first, or start from another with"
              + " --base");
    }
  }
}
