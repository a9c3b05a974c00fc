package dev.untether.campaign.source;

import dev.untether.campaign.Origin;
import dev.untether.campaign.Source;
import dev.untether.forge.ForgeException;
import dev.untether.forge.ListedRepository;
import dev.untether.forge.Project;
import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.module.PathPattern;
import dev.untether.text.Finding;
import dev.untether.text.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gets the repositories that a campaign names to this machine. One that fails is a problem, and the
 * others go on. A repository that several sources name is there once.
 */
public final class Origins {
  /** Rule id: a source gives no repository, or none that can be read. */
  public static final String SOURCE = "campaign-source";

  private final Path state;
  private final Connections connections;
  // By what tells repositories apart.
  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final List<Finding> problems = new ArrayList<>();

  private Origins(Path state, Connections connections) {
    this.state = state;
    this.connections = connections;
  }

  /**
   * What was found.
   *
   * @param origins by name
   * @param problems what was in the way of others
   */
  public record Found(List<Origin> origins, List<Finding> problems) {
    /** Copies the lists. */
    public Found {
      origins = List.copyOf(origins);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Returns the repositories of some sources.
   *
   * @param state a directory of ours, in which clones are kept
   * @throws InterruptedException when this thread is interrupted: the way to stop it
   */
  public static Found of(Collection<Source> sources, Path state, Connections connections)
      throws InterruptedException {
    Origins origins = new Origins(state, connections);
    for (Source source : sources) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (source instanceof Source.Local local) {
        origins.addLocal(local);
      } else if (source instanceof Source.Remote remote) {
        origins.addClone(remote.url(), remote.branch());
      } else if (source instanceof Source.Organisation organisation) {
        origins.addOrganisation(organisation);
      }
    }
    return new Found(OriginNames.named(origins.drafts.values()), origins.problems);
  }

  /**
   * A repository without a name.
   *
   * @param origin with a name that others may have too
   * @param isWhole whether some source names all of it
   */
  record Draft(Origin origin, boolean isWhole) {}

  private void addLocal(Source.Local local) throws InterruptedException {
    Path path = local.path();
    if (!Files.exists(path)) {
      problem(path.toString(), "does not exist; expected a git repository or a directory of them");
      return;
    }
    try (GitRepository repository = GitRepository.containing(path)) {
      add(repository, new Origin.Part(repository.pathOf(path), local.include()));
      return;
    } catch (GitException e) {
      if (!Files.isDirectory(path)) {
        problem(path.toString(), said(e));
        return;
      }
    }
    addBelow(local);
  }

  private void addBelow(Source.Local local) throws InterruptedException {
    List<Path> repositories;
    try {
      repositories = LocalRepositories.below(local.path());
    } catch (IOException e) {
      problem(local.path().toString(), String.valueOf(e.getMessage()));
      return;
    }
    int taken = 0;
    for (Path directory : repositories) {
      String relative = local.path().relativize(directory).toString().replace('\\', '/');
      Optional<Origin.Part> part = part(relative, local.include());
      if (part.isEmpty()) {
        continue;
      }
      taken++;
      try (GitRepository repository = GitRepository.containing(directory)) {
        add(repository, part.get());
      } catch (GitException e) {
        problem(directory.toString(), said(e));
      }
    }
    if (taken == 0) {
      String which = local.include().isEmpty() ? "" : " that one of the patterns matches";
      problem(
          local.path().toString(),
          "is in no git repository, and has none below it" + which + "; name one");
    }
  }

  /** Returns the part of a repository that patterns name, which start above it. */
  static Optional<Origin.Part> part(String repository, List<String> include) {
    if (include.isEmpty()) {
      return Optional.of(new Origin.Part("", List.of()));
    }
    int names = repository.split("/", -1).length;
    List<String> inside = new ArrayList<>();
    for (String glob : include) {
      PathPattern whole = PathPattern.of(glob);
      for (int end = repository.length(); end > 0; end = repository.lastIndexOf('/', end - 1)) {
        if (whole.matches(repository.substring(0, end))) {
          return Optional.of(new Origin.Part("", List.of()));
        }
      }
      String[] parts = glob.split("/", names + 1);
      if (parts.length <= names) {
        continue;
      }
      String head = glob.substring(0, glob.length() - parts[names].length() - 1);
      if (List.of(parts).subList(0, names).contains("**")) {
        // Any number of directories, some of them in the repository.
        inside.add(glob.substring(glob.indexOf("**")));
      } else if (PathPattern.of(head).matches(repository)) {
        inside.add(parts[names]);
      }
    }
    return inside.isEmpty() ? Optional.empty() : Optional.of(new Origin.Part("", inside));
  }

  private void add(GitRepository repository, Origin.Part part)
      throws GitException, InterruptedException {
    Optional<String> branch = repository.currentBranch();
    if (branch.isEmpty()) {
      throw new GitException(
          GitException.Reason.LOCAL,
          repository.root()
              + ": is on no branch, so there is none that changes could be meant for;"
              + " `git switch` to one");
    }
    Optional<String> remote = connections.remote(repository);
    add(
        new Origin(
            String.valueOf(repository.root().getFileName()),
            repository.root(),
            remote,
            remote.flatMap(connections::project),
            branch.get(),
            repository.base(Optional.empty()),
            List.of(part)));
  }

  private void addClone(String url, Optional<String> branch) throws InterruptedException {
    try {
      Path directory = state.resolve("clones").resolve(key(url + " " + branch.orElse("")));
      Connections.Cloned cloned = connections.cloned(directory, url, branch);
      try (GitRepository repository = GitRepository.containing(cloned.directory())) {
        String plain = withoutEnd(url);
        add(
            new Origin(
                plain.substring(plain.lastIndexOf('/') + 1),
                cloned.directory(),
                Optional.of(url),
                connections.project(url),
                cloned.branch(),
                repository.base(Optional.of("refs/heads/" + cloned.branch())),
                List.of(new Origin.Part("", List.of()))));
      }
    } catch (GitException e) {
      problem(url, said(e));
    }
  }

  private void addOrganisation(Source.Organisation organisation) throws InterruptedException {
    String name = organisation.server() + "/" + organisation.name();
    List<ListedRepository> listed;
    try {
      listed = connections.server(organisation).repositories(organisation.name());
    } catch (ForgeException e) {
      problem(name, String.valueOf(e.getMessage()));
      return;
    }
    List<PathPattern> patterns = organisation.include().stream().map(PathPattern::of).toList();
    int taken = 0;
    for (ListedRepository repository : listed) {
      String path = repository.project().path();
      boolean wanted =
          patterns.isEmpty()
              || patterns.stream()
                  .anyMatch(it -> it.matches(repository.project().name()) || it.matches(path));
      if (wanted && !repository.archived() && !repository.fork()) {
        taken++;
        addClone(repository.cloneUrl(), Optional.of(repository.defaultBranch()));
      }
    }
    if (taken == 0) {
      problem(name, "has no repository to take, archived ones and forks left out");
    }
  }

  private void add(Origin found) {
    boolean isWhole =
        found.within().stream().anyMatch(it -> it.directory().isEmpty() && it.include().isEmpty());
    Draft draft = new Draft(found, isWhole);
    drafts.merge(identity(found), draft, Origins::both);
  }

  private static Draft both(Draft first, Draft second) {
    List<Origin.Part> parts = new ArrayList<>(first.origin().within());
    parts.addAll(second.origin().within());
    Origin it = first.origin();
    return new Draft(
        new Origin(
            it.name(), it.place(), it.remote(), it.project(), it.baseBranch(), it.base(), parts),
        first.isWhole() || second.isWhole());
  }

  /** Returns what is the same for two clones of one repository. */
  private static String identity(Origin origin) {
    Optional<String> project = origin.project().map(Project::toString);
    return project
        .or(() -> origin.remote().map(Origins::withoutEnd))
        .orElseGet(() -> origin.place().toString());
  }

  private static String withoutEnd(String url) {
    String plain = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    return plain.endsWith(".git") ? plain.substring(0, plain.length() - 4) : plain;
  }

  private static String key(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String said(GitException e) {
    return String.valueOf(e.getMessage());
  }

  private void problem(String source, String message) {
    problems.add(new Finding(SOURCE, Severity.ERROR, source, Finding.WHOLE_FILE, message));
  }
}
