package dev.untether.verify;

import dev.untether.process.ChildProcess;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where builds happen: a private temporary directory, deleted at the end, and caches of our own
 * that stay. The user's module cache is read as a proxy is, and never written.
 */
final class Workspace implements AutoCloseable, ChildProcess.Keeper {
  private static final int KILL_SECONDS = 5;

  private final Path temporary;
  private final Path caches;
  private final Optional<Path> moduleCache;
  private final boolean online;
  private final String proxy;
  private final Limits limits;
  private final AtomicInteger directories = new AtomicInteger();
  private final Set<Process> running = new HashSet<>();
  private boolean closed;

  private Workspace(Path temporary, Settings settings, Limits limits) {
    this.temporary = temporary;
    this.caches = settings.caches();
    this.moduleCache = settings.moduleCache();
    this.online = settings.online();
    this.proxy = settings.proxy();
    this.limits = limits;
  }

  static Workspace open(Settings settings, Limits limits) throws IOException {
    Files.createDirectories(settings.caches());
    Path temporary = Files.createTempDirectory("untether-verify-").toRealPath();
    Workspace workspace = new Workspace(temporary, settings, limits);
    Files.createDirectories(temporary.resolve("home"));
    Files.createDirectories(temporary.resolve("tmp"));
    return workspace;
  }

  Limits limits() {
    return limits;
  }

  /** Returns a new empty directory. */
  Path newDirectory(String name) throws IOException {
    return Files.createDirectory(temporary.resolve(name + directories.incrementAndGet()));
  }

  /** Returns the variables that every go command gets. */
  Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("HOME", temporary.resolve("home").toString());
    variables.put("USERPROFILE", temporary.resolve("home").toString());
    variables.put("TMPDIR", temporary.resolve("tmp").toString());
    variables.put("TMP", temporary.resolve("tmp").toString());
    variables.put("GOPATH", caches.resolve("go").toString());
    variables.put("GOCACHE", caches.resolve("build").toString());
    variables.put("GOMODCACHE", caches.resolve("mod").toString());
    variables.put("GOENV", "off");
    variables.put("GOTOOLCHAIN", "local");
    variables.put("GOTELEMETRY", "off");
    variables.put("GOFLAGS", "-modcacherw");
    variables.put("GOPROXY", proxies());
    // go.sum still decides; what it lacks is an error, since nothing may be added to it.
    variables.put("GOSUMDB", "off");
    variables.put("GOVCS", "*:off");
    variables.put("CGO_ENABLED", "0");
    variables.put("GOMEMLIMIT", "2GiB");
    int processors = Runtime.getRuntime().availableProcessors();
    variables.put("GOMAXPROCS", Integer.toString(Math.max(1, processors / limits.jobs())));
    return variables;
  }

  private String proxies() {
    String local =
        moduleCache
            .map(cache -> cache.resolve("cache").resolve("download"))
            .filter(Files::isDirectory)
            .map(directory -> directory.toUri().toString().replaceFirst("/$", ""))
            .orElse("");
    if (!online) {
      return local.isEmpty() ? "off" : local + ",off";
    }
    return local.isEmpty() ? proxy : local + "," + proxy;
  }

  /**
   * Starts a process that is killed when this is closed.
   *
   * @throws InterruptedException if this is closed
   */
  @Override
  public synchronized Process start(ProcessBuilder builder)
      throws IOException, InterruptedException {
    requireOpen();
    Process process = builder.start();
    running.add(process);
    return process;
  }

  /**
   * Forgets a process that has ended.
   *
   * @throws InterruptedException if it may have ended because this was closed: its end says nothing
   */
  @Override
  public synchronized void ended(Process process) throws InterruptedException {
    running.remove(process);
    requireOpen();
  }

  private void requireOpen() throws InterruptedException {
    if (closed) {
      throw new InterruptedException("the program is being stopped");
    }
  }

  private synchronized List<Process> stop() {
    closed = true;
    running.forEach(ChildProcess::kill);
    return List.copyOf(running);
  }

  /**
   * Kills what still runs, and deletes the temporary directory; the caches stay. What tests that
   * were run have made impossible to delete is left to the system's cleaning.
   */
  @Override
  public void close() throws IOException {
    for (Process process : stop()) {
      // What is dead writes no more files.
      process.onExit().orTimeout(KILL_SECONDS, TimeUnit.SECONDS).exceptionally(e -> process).join();
    }
    if (!Files.exists(temporary)) {
      return;
    }
    Files.walkFileTree(
        temporary,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return delete(file);
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) {
            return delete(directory);
          }
        });
  }

  private static FileVisitResult delete(Path path) {
    // Unlike Files.delete this tells of failures by a value, which nobody here needs.
    path.toFile().delete();
    return FileVisitResult.CONTINUE;
  }
}
