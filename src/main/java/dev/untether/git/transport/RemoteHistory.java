package dev.untether.git.transport;

import dev.untether.git.Base;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.Ownership;
import dev.untether.process.ChildProcess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds out whose the commits of a remote branch are, for which they may have to be fetched. */
record RemoteHistory(PrivateRepository mine, GitRepository borrowing, Base base, Address address) {

  /**
   * Returns who owns a branch.
   *
   * @param seen where the branch leads
   * @param refs has HEAD, if the remote does
   */
  Ownership owner(String name, String seen, RemoteRefs refs)
      throws GitException, InterruptedException {
    if (!borrowing.has(seen)) {
      fetch(List.of("+refs/heads/" + name + ":refs/untether/seen"));
      if (!borrowing.has(seen)) {
        throw new GitException(
            GitException.Reason.OVERTAKEN,
            address + ": somebody pushed to " + name + " while it was read; run untether again");
      }
    }
    Optional<String> head = refs.id("HEAD");
    List<String> kept = new ArrayList<>();
    if (head.isPresent() && borrowing.has(head.get())) {
      kept.add(head.get());
    }
    Ownership ownership = Ownership.of(borrowing, base, seen, kept);
    if (ownership.foreign().isPresent() && head.isPresent() && kept.isEmpty()) {
      // The branch may start at a commit that is newer than all that was fetched so far.
      fetch(List.of("+HEAD:refs/untether/head"));
      if (borrowing.has(head.get())) {
        return Ownership.of(borrowing, base, seen, List.of(head.get()));
      }
    }
    return ownership;
  }

  /** Fetches branches, all in one go. */
  void gather(Collection<String> names) throws GitException, InterruptedException {
    if (!names.isEmpty()) {
      fetch(
          names.stream()
              .map(name -> "+refs/heads/" + name + ":refs/untether/seen/" + name)
              .toList());
    }
  }

  private void fetch(List<String> refs) throws GitException, InterruptedException {
    mine.keep("base", base.id());
    List<String> command =
        new ArrayList<>(
            List.of(
                "fetch",
                "--quiet",
                "--no-tags",
                "--no-write-fetch-head",
                "--no-recurse-submodules",
                "--no-auto-maintenance",
                "--"));
    command.add(address.text());
    command.addAll(refs);
    ChildProcess.Result result = mine.talk(address, command);
    if (!result.isFine()) {
      throw mine.complaint(address + ": cannot be fetched from", address, result);
    }
  }
}
