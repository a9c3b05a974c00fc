package dev.untether.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.access.AccessData;
import dev.untether.access.Configuration;
import dev.untether.access.goroot.GorootImport;
import dev.untether.access.goroot.NotGorootException;
import dev.untether.access.view.AccessChange;
import dev.untether.access.view.SymbolView;
import dev.untether.cli.option.ExitCode;
import dev.untether.cli.option.Output;
import dev.untether.cli.option.Terminal;
import dev.untether.cli.option.UnwritableFileException;
import dev.untether.cli.option.WholeFile;
import dev.untether.golang.LinkTarget;
import dev.untether.module.target.NearestWords;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.report.AccessReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code untether access}: what is known about who may refer to which symbol. */
@Command(
    name = "access",
    description = "Shows, compares and makes the data that says who may refer to which symbol.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class AccessCommands implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  AccessCommands(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Missing command: show, diff or import");
  }

  private CommandSpec spec(String command) {
    return Objects.requireNonNull(spec.subcommands().get(command), command).getCommandSpec();
  }

  /** Says what could not be read; the exit code for that is not the one for a bug. */
  private int reading(Callable<Integer> work) throws Exception {
    try {
      return work.call();
    } catch (UnwritableFileException e) {
      throw e;
    } catch (IOException e) {
      return unreadable(e);
    } catch (UncheckedIOException e) {
      return unreadable(Objects.requireNonNull(e.getCause()));
    }
  }

  private int unreadable(IOException problem) {
    terminal.out().flush();
    String message = problem.getMessage();
    terminal.err().println("untether: " + (message == null ? problem.toString() : message));
    return ExitCode.PARTIAL;
  }

  @Command(
      name = "show",
      description = {
        "Shows what is known about a symbol, or about all symbols of a package.",
        "A symbol is shown over all releases, a package in the newest one, unless told otherwise."
      },
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "SYMBOL|PACKAGE", description = "runtime.load_g, or internal/cpu")
          String name,
      @Option(names = "--go", paramLabel = "RANGE", description = "Go releases: 1.23..1.27")
          @Nullable String releases,
      @Option(
              names = "--goroot",
              paramLabel = "DIR",
              description = "Read the Go installation in DIR instead of the data of a release")
          @Nullable Path goroot,
      @Mixin AccessView view,
      @Mixin Output output)
      throws Exception {
    CommandSpec own = spec("show");
    if (releases != null && goroot != null) {
      throw new ParameterException(
          own.commandLine(), "--go and --goroot: one installation is one release; give only one");
    }
    return reading(
        () -> {
          SortedSet<Target> targets = view.targets(own, "all");
          boolean json = view.isJson(own);
          List<SymbolView> views =
              output.parallel(() -> views(name, data(name, releases, goroot), targets));
          AccessReport report = new AccessReport(targets);
          output.write(
              terminal,
              out -> {
                if (json) {
                  report.writeViews(views, out);
                } else {
                  boolean single = views.stream().allMatch(it -> it.symbol().equals(name));
                  String text = single ? report.life(views) : report.table(views);
                  out.write(text.getBytes(UTF_8));
                }
              });
          return ExitCode.OK;
        });
  }

  private List<AccessData> data(String name, @Nullable String releases, @Nullable Path goroot)
      throws IOException {
    AccessSource source = new AccessSource(spec("show"));
    if (goroot != null) {
      return List.of(source.goroot(goroot));
    }
    List<AccessData> data = new ArrayList<>();
    if (releases != null) {
      ReleaseRange range = range(releases);
      for (int minor = range.first(); minor <= range.last(); minor++) {
        data.add(source.shipped(minor));
      }
      return data;
    }
    int newest = AccessData.releases().last();
    if (source.shipped(newest).packages().contains(name)) {
      return List.of(source.shipped(newest));
    }
    for (int minor : AccessData.releases()) {
      data.add(source.shipped(minor));
    }
    return data;
  }

  private ReleaseRange range(String text) {
    try {
      return ReleaseRange.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec("show").commandLine(),
          "--go " + text + ": expected a release or a range such as 1.23..1.27",
          e);
    }
  }

  /** Returns what is known of {@code name}, each symbol with its releases in order. */
  private List<SymbolView> views(String name, List<AccessData> data, SortedSet<Target> targets) {
    List<Configuration> configurations = AccessView.configurations(targets);
    if (data.stream().anyMatch(one -> one.packages().contains(name))) {
      return data.stream()
          .flatMap(
              one ->
                  one.symbols(name).parallelStream()
                      .flatMap(it -> existing(it, one, configurations)))
          .toList();
    }
    List<SymbolView> views =
        data.stream().flatMap(one -> SymbolView.of(name, one, configurations).stream()).toList();
    if (views.isEmpty()) {
      throw new ParameterException(
          spec("show").commandLine(),
          "--target: none of these targets is one of Go "
              + data.get(0).linker().version()
              + " to "
              + data.get(data.size() - 1).linker().version());
    }
    if (views.stream().noneMatch(it -> it.facts().isPresent() || it.blocked())) {
      throw new ParameterException(spec("show").commandLine(), unknown(name, data));
    }
    return views;
  }

  private static Stream<SymbolView> existing(
      String symbol, AccessData data, List<Configuration> configurations) {
    return SymbolView.of(symbol, data, configurations).stream()
        .filter(view -> view.facts().isPresent());
  }

  private static String unknown(String name, List<AccessData> data) {
    AccessData newest = data.get(data.size() - 1);
    SortedSet<String> siblings = newest.symbols(LinkTarget.of(name).packagePath());
    List<String> nearest = NearestWords.to(name, siblings.isEmpty() ? newest.packages() : siblings);
    return "no symbol and no package \""
        + name
        + "\" on these targets in the releases asked for"
        + "; nearest: "
        + String.join(", ", nearest);
  }

  @Command(
      name = "diff",
      description = {
        "Compares two releases: what the newer one rejects, accepts, removes, or gives another"
            + " signature, for linknames and for assembly.",
        "FROM and TO are releases, Go installations, or files made by `untether access import`."
      },
      mixinStandardHelpOptions = true)
  int diff(
      @Parameters(paramLabel = "FROM", description = "1.26, a GOROOT or a file") String from,
      @Parameters(paramLabel = "TO", description = "1.27, a GOROOT or a file") String to,
      @Parameters(
              paramLabel = "PACKAGE",
              arity = "0..*",
              description = "Packages to look at (default: all)")
          @Nullable List<String> packages,
      @Mixin AccessView view,
      @Mixin Output output)
      throws Exception {
    CommandSpec own = spec("diff");
    return reading(
        () -> {
          SortedSet<Target> targets = view.targets(own, "linux/amd64");
          boolean json = view.isJson(own);
          AccessSource source = new AccessSource(own);
          AccessData before = output.parallel(() -> source.of(from));
          AccessData after = output.parallel(() -> source.of(to));
          List<String> paths = packages == null ? List.of() : packages;
          check(paths, before, after);
          List<AccessChange> changes =
              output.parallel(
                  () ->
                      AccessChange.between(
                          before, after, paths, AccessView.configurations(targets)));
          String old = before.linker().version();
          String fresh = after.linker().version();
          AccessReport report = new AccessReport(targets);
          output.write(
              terminal,
              out -> {
                if (json) {
                  report.writeChanges(changes, old, fresh, out);
                } else {
                  out.write(report.text(changes, old, fresh).getBytes(UTF_8));
                }
              });
          return ExitCode.OK;
        });
  }

  private void check(List<String> paths, AccessData before, AccessData after) {
    for (String path : paths) {
      if (!before.packages().contains(path) && !after.packages().contains(path)) {
        throw new ParameterException(
            spec("diff").commandLine(),
            "no package \""
                + path
                + "\" in the standard library; nearest: "
                + String.join(", ", NearestWords.to(path, after.packages())));
      }
    }
  }

  @Command(
      name = "import",
      description = {
        "Makes the data of a Go installation from its sources, and writes it to a file.",
        "Nothing of the installation is run. The same sources give the same bytes."
      },
      mixinStandardHelpOptions = true)
  int importGoroot(
      @Option(
              names = "--goroot",
              paramLabel = "DIR",
              required = true,
              description = "The Go installation")
          Path goroot,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FILE",
              description = "The file to write (default: go1.N.bin in the current directory)")
          @Nullable Path file)
      throws Exception {
    return reading(
        () -> {
          long start = System.nanoTime();
          byte[] bytes;
          int release;
          try {
            release = GorootImport.release(goroot);
            bytes = GorootImport.bytes(goroot);
          } catch (NotGorootException e) {
            throw new ParameterException(
                spec("import").commandLine(),
                "--goroot " + goroot + ": no Go installation with its sources: " + e.getMessage(),
                e);
          }
          Path to = file == null ? Path.of("go1." + release + ".bin") : file;
          WholeFile.write(to, out -> out.write(bytes));
          double seconds = (System.nanoTime() - start) / 1e9;
          terminal
              .err()
              .println(
                  String.format(Locale.ROOT, "%s: %d bytes, %.1f s", to, bytes.length, seconds));
          return ExitCode.OK;
        });
  }
}
