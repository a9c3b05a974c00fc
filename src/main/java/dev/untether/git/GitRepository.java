package dev.untether.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A repository on this machine: with a working tree, bare, or a further working tree of another.
 */
public final class GitRepository implements AutoCloseable {
  private final Repository repository;

  private GitRepository(Repository repository) {
    this.repository = repository;
  }

  /**
   * Returns the repository that a directory or file belongs to, which may be the directory itself
   * when it is bare.
   *
   * @throws GitException when there is none, or none that we can read
   */
  public static GitRepository containing(Path path) throws GitException {
    ReadOnlyConfiguration.install();
    Path place = existing(path);
    var builder = new FileRepositoryBuilder().setMustExist(true).findGitDir(place.toFile());
    if (builder.getGitDir() == null) {
      throw new GitException(
          path
              + ": is in no git repository, so there is no place for a branch; run `git init` and"
              + " commit first, or use --write or --patch instead");
    }
    try {
      Repository repository = builder.build();
      String format =
          repository
              .getConfig()
              .getString(ConfigConstants.CONFIG_EXTENSIONS_SECTION, null, "objectformat");
      if (format != null && !format.equalsIgnoreCase("sha1")) {
        repository.close();
        throw new GitException(
            builder.getGitDir()
                + ": names its objects by "
                + format
                + ", of which untether writes none; use --patch, and commit what `git apply` makes");
      }
      return new GitRepository(repository);
    } catch (RepositoryNotFoundException e) {
      throw GitException.of(builder.getGitDir() + ": cannot be opened", e);
    } catch (IOException | IllegalArgumentException e) {
      throw GitException.of(builder.getGitDir() + ": cannot be read", e);
    }
  }

  /** Returns the place without symbolic links; of a place that is gone, the nearest one above. */
  private static Path existing(Path path) {
    Path place = path.toAbsolutePath().normalize();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    try {
      return place.toRealPath();
    } catch (IOException e) {
      return place;
    }
  }

  /** Returns what to say about a place that is in another repository than the rest. */
  public static GitException outside(Path place, GitRepository rest) {
    return new GitException(
        place + ": is not in the repository " + rest.root() + "; run untether once for each");
  }

  /** Returns whether two are the same repository, with the same working tree. */
  public boolean isSame(GitRepository other) {
    return repository.getDirectory().equals(other.repository.getDirectory());
  }

  /** Returns the directory that paths start from: the working tree, or the repository if bare. */
  public Path root() {
    File root = repository.isBare() ? repository.getDirectory() : repository.getWorkTree();
    return existing(root.toPath());
  }

  /**
   * Returns the path that git knows a file or directory by: empty for the root, and with slashes.
   *
   * @throws GitException when it is not one that git would track
   */
  public String pathOf(Path place) throws GitException {
    if (repository.isBare()) {
      return "";
    }
    Path existing = existing(place);
    Path absolute = place.toAbsolutePath().normalize();
    Path above = absolute;
    for (Path at = absolute; at != null && !Files.exists(at); at = at.getParent()) {
      above = at.getParent() == null ? at : at.getParent();
    }
    Path whole = existing.resolve(above.relativize(absolute));
    if (!whole.startsWith(root())) {
      throw new GitException(place + ": is not in the working tree " + root() + "; name one in it");
    }
    return root().relativize(whole).toString().replace(File.separatorChar, '/');
  }

  /**
   * Returns a commit to start from.
   *
   * @param revision what git takes as a revision; the current commit if empty
   * @throws GitException when there is no such commit
   */
  public Base base(Optional<String> revision) throws GitException {
    String name = revision.orElse(Constants.HEAD);
    try (RevWalk walk = new RevWalk(repository)) {
      ObjectId id = repository.resolve(name + "^{commit}");
      if (id == null) {
        throw new GitException(
            revision.isEmpty()
                ? root() + ": has no commit yet; commit the module first, or name a --base"
                : "--base "
                    + name
                    + ": is no commit in "
                    + root()
                    + "; `git branch --all` and `git tag` list names, `git fetch` gets more");
      }
      RevCommit commit = walk.parseCommit(id);
      Instant committed = commit.getCommitterIdent().getWhenAsInstant();
      return new Base(name, commit.copy(), commit.getTree().copy(), committed);
    } catch (AmbiguousObjectException e) {
      throw new GitException("--base " + name + ": means several objects; give more digits", e);
    } catch (RevisionSyntaxException | IncorrectObjectTypeException e) {
      throw new GitException("--base " + name + ": is not a commit; name a branch or a commit", e);
    } catch (MissingObjectException e) {
      throw missing(e);
    } catch (IOException e) {
      throw GitException.of(root() + ": " + name + " cannot be read", e);
    }
  }

  /** Returns what to say about an object that a partial or damaged clone lacks. */
  GitException missing(MissingObjectException e) {
    return new GitException(
        root()
            + ": lacks the object "
            + e.getObjectId().name()
            + "; if this is a partial clone, `git checkout` of the base fetches its files, `git"
            + " fetch --refetch --no-filter` everything; else `git fsck` tells more",
        e);
  }

  /**
   * Returns this repository with a place of their own for new objects, so that commits can be made
   * and looked at without a trace in it.
   *
   * @param directory a private directory, in which one for the objects is made
   */
  public GitRepository withObjectsIn(Path directory) throws GitException {
    try {
      Path objects = Files.createDirectories(directory.resolve("objects"));
      FileRepositoryBuilder builder =
          new FileRepositoryBuilder()
              .setMustExist(true)
              .setGitDir(repository.getDirectory())
              .setObjectDirectory(objects.toFile())
              .addAlternateObjectDirectory(new File(repository.getCommonDirectory(), "objects"));
      if (repository.isBare()) {
        builder.setBare();
      } else {
        builder.setWorkTree(repository.getWorkTree());
      }
      return new GitRepository(builder.build());
    } catch (IOException e) {
      throw GitException.of(directory + ": cannot hold objects", e);
    }
  }

  /** Returns the directory that git keeps its data in. */
  public Path directory() {
    return repository.getDirectory().toPath();
  }

  /** Returns the directories in which its objects are found; new ones go to the first. */
  public List<Path> objects() {
    Path own = objects(repository);
    Path common = repository.getCommonDirectory().toPath().resolve("objects");
    return own.equals(common) ? List.of(own) : List.of(own, common);
  }

  static Path objects(Repository repository) {
    // What Git keeps in files it keeps in directories; we open no other kind of repository.
    return ((FileRepository) repository).getObjectsDirectory().toPath();
  }

  /** Returns the file that says where the history of a shallow clone ends, if it is one. */
  public Optional<Path> shallow() {
    Path file = repository.getCommonDirectory().toPath().resolve(Constants.SHALLOW);
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /** Returns the branch that is checked out, unless a commit is. */
  public Optional<String> currentBranch() {
    try {
      String name = repository.getFullBranch();
      return name != null && name.startsWith(Constants.R_HEADS)
          ? Optional.of(name.substring(Constants.R_HEADS.length()))
          : Optional.empty();
    } catch (IOException e) {
      // No HEAD that can be read is no branch either.
      return Optional.empty();
    }
  }

  /**
   * Returns whether a base is among what some commits lead to.
   *
   * @param commits ids; those that are not at hand do not count
   * @param prefix refs whose names start with this are asked, too
   */
  public boolean isReachable(Base base, List<String> commits, String prefix) throws GitException {
    try (RevWalk walk = new RevWalk(repository)) {
      List<ObjectId> ids = new ArrayList<>();
      commits.stream().filter(this::has).map(ObjectId::fromString).forEach(ids::add);
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
        if (ref.getObjectId() != null) {
          ids.add(ref.getObjectId());
        }
      }
      walk.markStart(walk.parseCommit(base.commit()));
      for (ObjectId id : ids) {
        if (walk.peel(walk.parseAny(id)) instanceof RevCommit commit) {
          walk.markUninteresting(commit);
        }
      }
      return walk.next() == null;
    } catch (MissingObjectException e) {
      throw missing(e);
    } catch (IOException e) {
      throw GitException.of(root() + ": " + base.name() + " cannot be read", e);
    }
  }

  /** Returns whether a ref leads to a commit that is at hand. */
  public boolean isAt(String ref, String commit) {
    try {
      Ref found = repository.exactRef(ref);
      return found != null
          && ObjectId.fromString(commit).equals(found.getObjectId())
          && has(commit);
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns whether an object is at hand. */
  public boolean has(String id) {
    try {
      return repository.getObjectDatabase().has(ObjectId.fromString(id));
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns JGit's view of it. */
  Repository repository() {
    return repository;
  }

  @Override
  public void close() {
    repository.close();
  }
}
