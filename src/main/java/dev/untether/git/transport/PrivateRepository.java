package dev.untether.git.transport;

import dev.untether.git.GitException;
import dev.untether.git.GitRepository;
import dev.untether.git.PrivateDirectory;
import dev.untether.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A bare repository of ours, in a directory that nobody else can read and that goes when this is
 * closed. It borrows the objects of others; what is fetched or made goes into its own. Git runs
 * here and nowhere else, so the settings and hooks of the repositories it borrows from are out of
 * the game.
 */
final class PrivateRepository implements AutoCloseable {
  /** Room for all that we ask of git but listings. */
  static final int KEPT_BYTES = 1 << 20;

  private static final String SSH = "ssh -o BatchMode=yes -o ConnectTimeout=30";
  private static final List<Settings.Setting> FIXED =
      List.of(
          setting("core.hookspath", "/dev/null"),
          setting("core.fsmonitor", "false"),
          setting("core.askpass", ""),
          setting("core.alternaterefsprefixes", "refs/untether/none/"),
          setting("credential.interactive", "false"),
          setting("fetch.recursesubmodules", "false"),
          setting("fetch.writecommitgraph", "false"),
          setting("gc.auto", "0"),
          setting("maintenance.auto", "false"),
          setting("push.followtags", "false"),
          setting("push.gpgsign", "false"),
          // Else git sends all that no branch of the remote leads to, as far as is known here: the
          // whole history, once somebody has pushed to the base meanwhile.
          setting("push.negotiate", "true"),
          setting("push.recursesubmodules", "no"),
          setting("transfer.fsckobjects", "true"),
          setting("fetch.fsckobjects", "true"));

  private final TransportOptions options;
  private final PrivateDirectory temporary;
  private final Path directory;
  private GitEnvironment environment;

  private PrivateRepository(TransportOptions options, PrivateDirectory temporary) {
    this.options = options;
    this.temporary = temporary;
    this.directory = temporary.path();
    this.environment = GitEnvironment.of(options).with("GIT_DIR", directory).with(FIXED);
  }

  private static Settings.Setting setting(String key, String value) {
    return new Settings.Setting(/* own= */ true, key, value);
  }

  /** Returns one that borrows nothing. */
  static PrivateRepository empty(TransportOptions options)
      throws GitException, InterruptedException {
    try {
      PrivateRepository made =
          new PrivateRepository(options, PrivateDirectory.in(options.temporary(), "untether-git-"));
      boolean done = false;
      try {
        layOut(made.directory);
        made.connectAsTheUser(Optional.empty());
        done = true;
      } finally {
        if (!done) {
          made.close();
        }
      }
      return made;
    } catch (IOException e) {
      throw GitException.of(options.temporary() + ": cannot hold a repository", e);
    }
  }

  /** Returns one that borrows the objects of {@code place}. */
  static PrivateRepository beside(GitRepository place, TransportOptions options)
      throws GitException, InterruptedException {
    PrivateRepository made = empty(options);
    boolean done = false;
    try {
      for (Path objects : place.objects()) {
        made.borrow(objects);
      }
      if (place.shallow().isPresent()) {
        Files.copy(
            place.shallow().get(),
            made.directory.resolve("shallow"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      made.connectAsTheUser(Optional.of(place));
      done = true;
      return made;
    } catch (IOException e) {
      throw GitException.of(place.root() + ": its objects cannot be borrowed", e);
    } finally {
      if (!done) {
        made.close();
      }
    }
  }

  /** Makes what {@code git init --bare} would, without what templates bring. */
  static void layOut(Path directory) throws IOException {
    Files.createDirectories(directory.resolve("objects/info"));
    Files.createDirectories(directory.resolve("objects/pack"));
    Files.createDirectories(directory.resolve("refs/heads"));
    Files.writeString(directory.resolve("HEAD"), "ref: refs/heads/none\n");
    Files.writeString(
        directory.resolve("config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
  }

  /** Makes connections go as they do for the user at {@code place}. */
  private void connectAsTheUser(Optional<GitRepository> place)
      throws GitException, InterruptedException {
    Settings here = Settings.of(environment, options);
    boolean chosen = here.isOwn("core.sshcommand");
    if (place.isPresent()) {
      Settings there = Settings.of(place.get(), options);
      environment = environment.with(there.ownBeyond(here));
      // Once more, since they must win.
      environment = environment.with(FIXED);
      chosen |= there.isOwn("core.sshcommand");
    }
    if (!chosen && !environment.has("GIT_SSH_COMMAND") && !environment.has("GIT_SSH")) {
      environment = environment.with("GIT_SSH_COMMAND", SSH);
    }
  }

  /** Makes the objects of a directory readable here. */
  void borrow(Path objects) throws GitException {
    String name = objects.toString();
    if (objects.equals(directory.resolve("objects"))) {
      return;
    }
    if (name.indexOf('\n') >= 0 || name.startsWith("\"") || name.startsWith("#")) {
      throw new GitException(
          GitException.Reason.LOCAL, objects + ": git takes no such name in a list; move it");
    }
    try {
      Path list = directory.resolve("objects/info/alternates");
      String before = Files.exists(list) ? Files.readString(list) : "";
      if (!before.lines().toList().contains(name)) {
        Files.writeString(list, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw GitException.of(objects + ": cannot be borrowed", e);
    }
  }

  Path directory() {
    return directory;
  }

  /** Gives a ref of ours, so that a server need not send what leads to it. */
  void keep(String name, String commit) throws GitException {
    try {
      Path ref = directory.resolve("refs/untether").resolve(name);
      Files.createDirectories(ref.resolveSibling(""));
      Files.writeString(ref, commit + "\n");
    } catch (IOException e) {
      throw GitException.of(directory + ": a ref cannot be written", e);
    }
  }

  /** Runs git, which may fail. */
  ChildProcess.Result run(List<String> arguments) throws GitException, InterruptedException {
    return environment.run(options, arguments, KEPT_BYTES);
  }

  /** Runs git, and gives it something to read. */
  ChildProcess.Result run(List<String> arguments, byte[] input)
      throws GitException, InterruptedException {
    return environment.run(options, arguments, input, KEPT_BYTES);
  }

  /** Runs git, which talks to {@code address} and may fail. */
  ChildProcess.Result talk(Address address, List<String> arguments)
      throws GitException, InterruptedException {
    return authorised(address).run(options, arguments, KEPT_BYTES);
  }

  /** Runs git for a repository elsewhere, which is as much ours as this one. */
  ChildProcess.Result talkFrom(Path other, Address address, List<String> arguments)
      throws GitException, InterruptedException {
    return authorised(address).with("GIT_DIR", other).run(options, arguments, KEPT_BYTES);
  }

  private GitEnvironment authorised(Address address) throws GitException {
    Optional<Login> login = address.login().or(options::login);
    Optional<String> origin = address.origin();
    if (login.isEmpty() || origin.isEmpty()) {
      return environment;
    }
    if (address.isOpen()) {
      throw new GitException(
          GitException.Reason.LOCAL,
          address
              + ": is spoken to without encryption, so the token stays here; use https, or ssh");
    }
    String header = "http." + origin.get() + ".extraheader";
    List<Settings.Setting> settings = new ArrayList<>();
    // First nothing, which forgets what else there was.
    settings.add(setting(header, ""));
    settings.add(setting(header, login.get().header()));
    // A helper would be told that its own password is wrong when ours is, and forget it.
    settings.add(setting("credential.helper", ""));
    settings.add(setting("credential." + origin.get() + ".helper", ""));
    // A server could send us, and the header with us, to another one.
    settings.add(setting("http.followredirects", "false"));
    settings.add(setting("http." + origin.get() + ".followredirects", "false"));
    return environment.with(settings);
  }

  /** Returns what went wrong between us and {@code address}. */
  GitException complaint(String doing, Address address, ChildProcess.Result result) {
    List<String> secrets = new ArrayList<>();
    options.login().ifPresent(login -> secrets.addAll(login.traces()));
    address.login().ifPresent(login -> secrets.addAll(login.traces()));
    return Complaint.of(doing, result, options.limit(), secrets);
  }

  @Override
  public void close() {
    temporary.close();
  }
}
