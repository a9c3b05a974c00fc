package dev.untether.git.transport;

import dev.untether.git.GitException;
import dev.untether.process.ChildProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where refs of a remote lead.
 *
 * @param ids commits, by the whole name of the ref
 * @param defaultBranch the branch that HEAD stands for
 */
record RemoteRefs(Map<String, String> ids, Optional<String> defaultBranch) {
  private static final String HEAD_LINE = "ref: refs/heads/";

  RemoteRefs {
    ids = Map.copyOf(ids);
  }

  /** Asks a remote for refs by their whole names. */
  static RemoteRefs read(PrivateRepository mine, Address address, List<String> names)
      throws GitException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ls-remote", "--symref", "--"));
    command.add(address.text());
    command.addAll(names);
    ChildProcess.Result result = mine.talk(address, command);
    if (!result.isFine()) {
      throw mine.complaint(address + ": cannot be read", address, result);
    }
    Set<String> wanted = Set.copyOf(names);
    Map<String, String> ids = new TreeMap<>();
    Optional<String> defaultBranch = Optional.empty();
    for (String line : result.text().lines().toList()) {
      int tab = line.indexOf('\t');
      String name = line.substring(tab + 1);
      if (tab < 0 || !wanted.contains(name)) {
        // A name is the end of others, too: git matches from the right.
        continue;
      }
      String said = line.substring(0, tab);
      if (said.startsWith(HEAD_LINE)) {
        defaultBranch = Optional.of(said.substring(HEAD_LINE.length()));
      } else if (said.matches("[0-9a-f]{40}")) {
        ids.put(name, said);
      }
    }
    return new RemoteRefs(ids, defaultBranch);
  }

  Optional<String> id(String name) {
    return Optional.ofNullable(ids.get(name));
  }
}
