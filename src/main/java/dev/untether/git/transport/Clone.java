package dev.untether.git.transport;

import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.PrivateDirectory;
import dev.untether.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bare clone of ours: the newest commit of one branch, with all its files and no history. That is
 * what a migration reads and what a push starts from. There are no tags, no submodules, no working
 * tree, so neither filters nor hooks have a place; what the remote sends is checked.
 *
 * <p>The directory is safe to delete, and survives being killed at any time.
 */
public final class Clone {
  private static final String MARK = "untether-clone";
  private static final String LOCK = "untether-lock";

  private final Path directory;
  private final String branch;

  private Clone(Path directory, String branch) {
    this.directory = directory;
    this.branch = branch;
  }

  /**
   * Makes a clone, or brings one that is there to the newest commit.
   *
   * @param directory a directory for this clone alone; made if it is not there
   * @param url an address as {@link Remote#at} takes it
   * @param branch the branch to get; the default branch, if empty
   * @throws GitException when it cannot be cloned, and names it; or when the directory holds
   *     something else
   */
  public static Clone refresh(
      Path directory, String url, Optional<String> branch, TransportOptions options)
      throws GitException, InterruptedException {
    Address address = Address.of("the address to clone", url);
    try {
      prepare(directory, address);
    } catch (IOException e) {
      throw GitException.of(directory + ": cannot hold a clone of " + address, e);
    }
    // A second run in the same directory would take the first one's lock files for leftovers.
    try (FileChannel channel =
            FileChannel.open(
                directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel, directory)) {
      if (!lock.isValid()) {
        throw busy(directory);
      }
      sweep(directory);
      return new Clone(directory, fetched(directory, address, branch, options));
    } catch (IOException e) {
      throw GitException.of(directory + ": cannot hold a clone of " + address, e);
    }
  }

  private static FileLock lock(FileChannel channel, Path directory)
      throws IOException, GitException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      throw busy(directory);
    }
    throw busy(directory);
  }

  private static GitException busy(Path directory) {
    return new GitException(
        GitException.Reason.LOCAL,
        directory + ": another run is at work on this clone; wait for it, or name another");
  }

  private static void prepare(Path directory, Address address) throws IOException, GitException {
    Path mark = directory.resolve(MARK);
    if (Files.exists(mark)) {
      if (!Files.readString(mark).equals(address + "\n")) {
        throw new GitException(
            GitException.Reason.LOCAL,
            directory + ": is a clone of something else than " + address + "; name another");
      }
      return;
    }
    if (Files.exists(directory)) {
      try (Stream<Path> inside = Files.list(directory)) {
        if (inside.findAny().isPresent()) {
          throw new GitException(
              GitException.Reason.LOCAL,
              directory + ": is not empty, and no clone of ours; name another directory");
        }
      }
    }
    Path parent = directory.toAbsolutePath().normalize().resolveSibling("");
    Files.createDirectories(parent);
    Path made = Files.createTempDirectory(parent, "untether-clone-");
    try {
      PrivateRepository.layOut(made);
      Files.writeString(made.resolve(MARK), address + "\n");
      Files.deleteIfExists(directory);
      // In one step: a directory with the mark is whole.
      Files.move(made, directory, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      PrivateDirectory.delete(made);
    }
  }

  /** Deletes what a git that was killed has left. */
  private static void sweep(Path directory) throws IOException {
    List<Path> leftovers = new ArrayList<>();
    try (Stream<Path> all = Files.walk(directory)) {
      all.filter(path -> isLeftover(path.getFileName().toString())).forEach(leftovers::add);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : leftovers) {
      PrivateDirectory.delete(path);
    }
  }

  private static boolean isLeftover(String name) {
    return name.endsWith(".lock") || name.startsWith("tmp_") || name.startsWith("tmp-objdir-");
  }

  private static String fetched(
      Path directory, Address address, Optional<String> wanted, TransportOptions options)
      throws GitException, InterruptedException {
    try (PrivateRepository mine = PrivateRepository.empty(options)) {
      List<String> names = new ArrayList<>(List.of("HEAD"));
      wanted.ifPresent(name -> names.add("refs/heads/" + name));
      RemoteRefs refs = RemoteRefs.read(mine, address, names);
      Optional<String> branch = wanted.or(refs::defaultBranch);
      Optional<String> id = refs.id(wanted.isEmpty() ? "HEAD" : names.get(1));
      if (branch.isEmpty() || id.isEmpty()) {
        throw new GitException(
            GitException.Reason.NOT_FOUND,
            address
                + (wanted.isEmpty()
                    ? ": cannot be cloned: it has no default branch with a commit; name a branch"
                    : ": cannot be cloned: it has no branch " + wanted.get()));
      }
      String ref = "refs/heads/" + branch.get();
      try (GitRepository repository = GitRepository.containing(directory)) {
        if (repository.isAt(ref, id.get())) {
          return branch.get();
        }
      }
      List<String> command = new ArrayList<>(List.of("fetch", "--quiet", "--depth=1", "--no-tags"));
      command.addAll(
          List.of(
              "--no-write-fetch-head",
              "--no-recurse-submodules",
              "--no-auto-maintenance",
              "--update-shallow",
              "--"));
      command.add(address.text());
      command.add("+" + ref + ":" + ref);
      ChildProcess.Result result = mine.talkFrom(directory, address, command);
      if (!result.isFine()) {
        throw mine.complaint(address + ": cannot be cloned", address, result);
      }
      return branch.get();
    }
  }

  /** Returns the directory. */
  public Path directory() {
    return directory;
  }

  /** Returns the branch that it has, without {@code refs/heads/}. */
  public String branch() {
    return branch;
  }

  /** Opens the clone. */
  public GitRepository open() throws GitException {
    return GitRepository.containing(directory);
  }
}
