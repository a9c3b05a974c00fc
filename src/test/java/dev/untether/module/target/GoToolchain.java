package dev.untether.module.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Go toolchain to compare with; tests that need one are skipped loudly where it is missing.
 */
public final class GoToolchain {
  private static final Path ORACLE = Path.of("src/test/go/buildoracle").toAbsolutePath();

  private static final Path LINKNAME_ORACLE =
      Path.of("src/test/go/linknameoracle").toAbsolutePath();

  private static final Path PAIR_ORACLE = Path.of("src/test/go/pairoracle").toAbsolutePath();

  private final String name;

  private GoToolchain(String name) {
    this.name = name;
  }

  /**
   * Returns the toolchain that GOTOOLCHAIN={@code name} means, or skips the test. With
   * UNTETHER_REQUIRE_GO=1 in the environment a missing toolchain is a failure.
   */
  public static GoToolchain require(String name) throws IOException, InterruptedException {
    GoToolchain go = new GoToolchain(name);
    String problem;
    try {
      go.run(Path.of("").toAbsolutePath(), "", List.of("go", "version"));
      return go;
    } catch (IOException e) {
      problem = "no Go toolchain \"" + name + "\": " + e.getMessage();
    }
    if ("1".equals(System.getenv("UNTETHER_REQUIRE_GO"))) {
      fail(problem);
    }
    System.err.println("SKIPPED, NOT PROVEN: " + problem);
    return Assumptions.abort(problem);
  }

  /** Returns its GOROOT. */
  public Path goroot() throws IOException, InterruptedException {
    return Path.of(run(ORACLE, "", List.of("go", "env", "GOROOT")).strip());
  }

  /** Returns where its program {@code name} is, to be run without the go command in between. */
  public Path tool(String tool) throws IOException, InterruptedException {
    return Path.of(run(ORACLE, "", List.of("go", "tool", "-n", tool)).strip());
  }

  /** Compiles every package of the module in {@code directory}, without cgo, for linux. */
  public void build(Path directory, String goarch) throws IOException, InterruptedException {
    run(
        directory,
        "",
        List.of("env", "CGO_ENABLED=0", "GOOS=linux", "GOARCH=" + goarch, "go", "build", "./..."));
  }

  /** Returns its ports, as {@code go tool dist list} prints them. */
  public List<String> distList() throws IOException, InterruptedException {
    return run(ORACLE, "", List.of("go", "tool", "dist", "list")).lines().toList();
  }

  /** Runs the oracle of src/test/go/buildoracle over a directory. */
  public List<String> askWhatIsBuilt(Path directory, List<String> contexts)
      throws IOException, InterruptedException {
    String input = contexts.isEmpty() ? "" : String.join("\n", contexts) + "\n";
    return run(ORACLE, input, List.of("go", "run", ".", directory.toString())).lines().toList();
  }

  /** Runs the oracle of src/test/go/linknameoracle over a directory, for all of its ports. */
  public List<String> askForLinknames(Path directory) throws IOException, InterruptedException {
    String input = String.join("\n", distList()) + "\n";
    List<String> command = List.of("go", "run", ".", directory.toString());
    return run(LINKNAME_ORACLE, input, command).lines().toList();
  }

  /** Runs the oracle of src/test/go/pairoracle over a GOROOT/src. */
  public List<String> askForPairs(Path source, List<String> targets)
      throws IOException, InterruptedException {
    String input = String.join("\n", targets) + "\n";
    return run(PAIR_ORACLE, input, List.of("go", "run", ".", source.toString())).lines().toList();
  }

  /**
   * Builds the program in {@code directory}, without looking at what becomes of it.
   *
   * @param output where the program goes
   * @return what the toolchain said; empty if it built
   */
  public String complaint(Path directory, Path output, String target, List<String> flags)
      throws IOException, InterruptedException {
    int slash = target.indexOf('/');
    List<String> command = new ArrayList<>(List.of("env", "CGO_ENABLED=0"));
    command.add("GOOS=" + target.substring(0, slash));
    command.add("GOARCH=" + target.substring(slash + 1));
    command.addAll(List.of("go", "build", "-o", output.toString()));
    command.addAll(flags);
    command.add(".");
    try {
      run(directory, "", command);
      return "";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Returns the import path of every package of a GOROOT/src, by directory. */
  public Map<String, String> packagePathsOf(Path source) throws IOException, InterruptedException {
    return list(source, "{{.Dir}}\t{{.ImportPath}}");
  }

  /** Returns what {@code go list -e} prints for one way to build. */
  public List<String> list(Path directory, BuildContext context, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("env", "GOPROXY=off"));
    command.add("GOOS=" + context.target().goos());
    command.add("GOARCH=" + context.target().goarch());
    command.add("CGO_ENABLED=" + (context.cgo() ? "1" : "0"));
    command.addAll(List.of("go", "list", "-e", "-tags", String.join(",", context.tags())));
    command.addAll(List.of(arguments));
    return run(directory, "", command).lines().toList();
  }

  /** Returns where it keeps modules. */
  public String moduleCache() throws IOException, InterruptedException {
    return run(ORACLE, "", List.of("go", "env", "GOMODCACHE")).strip();
  }

  /** Returns the N of its release, Go 1.N. */
  public int release() throws IOException, InterruptedException {
    String version = run(ORACLE, "", List.of("go", "env", "GOVERSION")).strip();
    return Integer.parseInt(version.split("\\.", -1)[1]);
  }

  private Map<String, String> list(Path source, String format)
      throws IOException, InterruptedException {
    Map<String, String> answer = new TreeMap<>();
    List<String> command = List.of("go", "list", "-e", "-f", format, "std", "cmd");
    for (String line : run(source, "", command).lines().toList()) {
      int tab = line.indexOf('\t');
      answer.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return answer;
  }

  private String run(Path directory, String input, List<String> command)
      throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("go-toolchain");
    Path in = Files.writeString(scratch.resolve("in"), input);
    Path out = scratch.resolve("out");
    Path err = scratch.resolve("err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.environment().put("GOTOOLCHAIN", name);
      builder.environment().put("GOFLAGS", "");
      builder.environment().put("GOEXPERIMENT", "");
      builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(command + " took more than five minutes");
      }
      if (process.exitValue() != 0) {
        throw new IOException(command + " failed: " + Files.readString(err, UTF_8));
      }
      return Files.readString(out, UTF_8);
    } finally {
      for (Path file : List.of(in, out, err, scratch)) {
        Files.deleteIfExists(file);
      }
    }
  }
}
