package dev.untether.git.transport;

import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A repository elsewhere that branches go to. Its addresses may come from a repository's own
 * configuration, so they are looked at before git gets them; nothing else of what that
 * configuration says of a remote counts.
 */
public final class Remote {
  private final String name;
  private final Address fetch;
  private final Address push;

  private Remote(String name, Address fetch, Address push) {
    this.name = name;
    this.fetch = fetch;
    this.push = push;
  }

  /**
   * Returns the remote of a repository.
   *
   * @param name its name; if empty, the one that the current branch comes from, else {@code
   *     origin}, else the only one
   * @throws GitException when there is none, or too many to choose from, or its address is one that
   *     git is not to be given
   */
  public static Remote of(GitRepository place, Optional<String> name, TransportOptions options)
      throws GitException, InterruptedException {
    Settings settings = Settings.of(place, options);
    String chosen = name.isPresent() ? name.get() : chosen(place, settings);
    List<String> urls = settings.values("remote." + chosen + ".url");
    List<String> pushUrls = settings.values("remote." + chosen + ".pushurl");
    if (urls.isEmpty() && pushUrls.isEmpty()) {
      Set<String> names = settings.inner("remote", "url");
      throw new GitException(
          GitException.Reason.LOCAL,
          place.root()
              + ": has no remote "
              + chosen
              + (names.isEmpty() ? "" : ", but " + String.join(", ", names))
              + "; `git remote add` adds one");
    }
    if (pushUrls.size() > 1 || pushUrls.isEmpty() && urls.size() > 1) {
      throw new GitException(
          GitException.Reason.LOCAL,
          "remote "
              + chosen
              + ": has several addresses to push to, of which none can be told to be the one; name"
              + " another remote");
    }
    String fetchUrl = urls.isEmpty() ? pushUrls.get(0) : urls.get(0);
    String pushUrl = pushUrls.isEmpty() ? fetchUrl : pushUrls.get(0);
    Address fetch = usable(place, settings, chosen, fetchUrl);
    Address push = usable(place, settings, chosen, pushUrl);
    return new Remote(chosen, fetch, push);
  }

  /**
   * Returns the remote at an address that no repository has to know.
   *
   * @throws GitException when it is one that git is not to be given
   */
  public static Remote at(String address) throws GitException {
    Address parsed = Address.of("the address of the remote", address);
    return new Remote(parsed.toString(), parsed, parsed);
  }

  private static String chosen(GitRepository place, Settings settings) throws GitException {
    Optional<String> upstream =
        place
            .currentBranch()
            .flatMap(branch -> settings.value("branch." + branch + ".remote"))
            .filter(remote -> !remote.equals("."));
    if (upstream.isPresent()) {
      return upstream.get();
    }
    Set<String> names = settings.inner("remote", "url");
    if (names.contains("origin")) {
      return "origin";
    }
    if (names.size() == 1) {
      return names.iterator().next();
    }
    throw new GitException(
        GitException.Reason.LOCAL,
        names.isEmpty()
            ? place.root() + ": has no remote to push to; `git remote add origin URL` adds one"
            : place.root()
                + ": has the remotes "
                + String.join(", ", names)
                + ", and none is origin or what the current branch comes from; name one");
  }

  private static Address usable(GitRepository place, Settings settings, String name, String url)
      throws GitException {
    Address address = Address.of("remote " + name, url);
    Optional<String> rewriting = settings.rewriting(url);
    if (rewriting.isPresent()) {
      throw new GitException(
          GitException.Reason.LOCAL,
          "remote "
              + name
              + ": "
              + place.directory().resolve("config")
              + " says by "
              + rewriting.get()
              + " that its address stands for another; no such setting of a repository is obeyed."
              + " Give the remote the address itself, or say so in your own configuration");
    }
    Remote found = new Remote(name, address, address);
    found.requireOutside(place);
    return address;
  }

  /**
   * A push runs the hooks of the repository that it goes to. What lies inside of the one that it
   * comes from has come with it.
   */
  void requireOutside(GitRepository place) throws GitException {
    for (Address address : List.of(fetch, push)) {
      if (address.path().isEmpty()) {
        continue;
      }
      Path target = real(address.path().get());
      List<Path> own = new ArrayList<>(place.objects());
      own.replaceAll(objects -> objects.resolveSibling(""));
      own.add(place.root());
      own.add(place.directory());
      for (Path each : own) {
        if (target.startsWith(real(each))) {
          throw new GitException(
              GitException.Reason.LOCAL,
              "remote " + name + ": lies inside of the repository (" + target + "); name another");
        }
      }
    }
  }

  private static Path real(Path path) {
    try {
      return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /** Returns its name, or its address when it has none. */
  public String name() {
    return name;
  }

  /** Returns where branches go, without a password. */
  public String address() {
    return push.toString();
  }

  /** Returns where it is read from, without a password. */
  public String fetchAddress() {
    return fetch.toString();
  }

  Address push() {
    return push;
  }

  /**
   * Returns the branch that it gives to those who name none, if it has one.
   *
   * @throws GitException when it does not answer
   */
  public Optional<String> defaultBranch(TransportOptions options)
      throws GitException, InterruptedException {
    try (PrivateRepository mine = PrivateRepository.empty(options)) {
      return RemoteRefs.read(mine, fetch, List.of("HEAD")).defaultBranch();
    }
  }

  @Override
  public String toString() {
    return name.equals(address()) ? name : name + " (" + address() + ")";
  }
}
