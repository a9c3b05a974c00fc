package dev.untether.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.verify.code.Listing;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Links everything in a module once. {@code go build} of a library compiles it but asks the linker
 * nothing, so libraries are imported by generated programs, which exist in an overlay only. All go
 * into as few programs as possible first; only if that fails is each package linked by itself,
 * since the linker stops at the first thing that it refuses.
 */
final class CellBuilder {
  private static final String LINKED = "untetherlink";
  private static final int MAX_LIST_BYTES = 32 << 20;

  private final Workspace workspace;
  private final GoCommand go;
  private final Cell cell;
  private final TreeCopy tree;
  private final Closely closely;
  private final Path scratch;
  private final List<Run> runs = new ArrayList<>();
  private final Map<String, LinkResult> units = new TreeMap<>();

  /**
   * What is done beside linking the packages of the module.
   *
   * @param assembly the directories, in the copy, whose assembly is looked at closely
   * @param dependents whether what imports the module from others of its go.work is linked too
   * @param runTests whether to run the tests, where this machine can run them
   */
  record Closely(Set<Path> assembly, boolean dependents, boolean runTests) {}

  CellBuilder(Workspace workspace, Toolchain toolchain, Cell cell, TreeCopy tree, Closely closely)
      throws IOException {
    this.workspace = workspace;
    this.cell = cell;
    this.tree = tree;
    this.closely = closely;
    this.scratch = workspace.newDirectory("cell");
    this.go = new GoCommand(workspace, toolchain, cell).with("GOWORK", tree.goWork());
  }

  CellBuild build() throws IOException, InterruptedException {
    Run list = go.run(tree.module(), listArguments(), MAX_LIST_BYTES);
    runs.add(list);
    if (!list.succeeded() || !list.isWhole()) {
      return CellBuild.notProven(reason(list), runs);
    }
    List<ListedPackage> loaded = new ArrayList<>();
    List<ListedPackage> all = ListedPackage.parse(list.output());
    for (ListedPackage each : ListedPackage.reaching(tree.module(), all)) {
      if (each.problem().isEmpty()) {
        loaded.add(each);
      } else if (each.goFiles() > 0) {
        units.put(each.path(), notLoaded(each));
      }
    }
    Optional<String> hopeless = link(loaded);
    if (hopeless.isPresent()) {
      return CellBuild.notProven(hopeless.get(), runs);
    }
    List<ListedPackage> own =
        loaded.stream().filter(it -> it.moduleDirectory().equals(tree.module())).toList();
    for (ListedPackage each : own) {
      if (each.testFiles() > 0 && (each.assemblyFiles() > 0 || hasLinkname(each.directory()))) {
        Path program = newDirectory().resolve("test");
        Run run = run(List.of("test", "-c", "-trimpath", "-o", program.toString(), each.path()));
        units.put(each.path() + CellBuild.TEST, outcome(run, run.output()));
      }
    }
    if (closely.runTests()) {
      runTests(own);
    }
    List<ListedPackage> close =
        own.stream()
            .filter(it -> it.assemblyFiles() > 0 && closely.assembly().contains(it.directory()))
            .toList();
    return new CellBuild(Optional.empty(), units, vet(close), code(close), runs);
  }

  private List<String> listArguments() {
    List<String> arguments =
        new ArrayList<>(List.of("list", "-e", "-f", ListedPackage.FORMAT, "./..."));
    if (closely.dependents()) {
      tree.neighbours().forEach(it -> arguments.add(fromModule(it) + "/..."));
    }
    return arguments;
  }

  /** Returns a directory of the copy as the go command takes it for a package. */
  private String fromModule(Path directory) {
    String relative = tree.module().relativize(directory).toString().replace('\\', '/');
    return relative.startsWith("..") ? relative : "./" + relative;
  }

  private static LinkResult notLoaded(ListedPackage each) {
    boolean undecided = BuildMessages.whyNotProven(each.problem()).isPresent();
    return undecided ? LinkResult.undecided(each.problem()) : LinkResult.failed(each.problem());
  }

  private Path newDirectory() throws IOException {
    return Files.createTempDirectory(scratch, "out");
  }

  private Run run(List<String> arguments) throws IOException, InterruptedException {
    Run run = go.run(tree.module(), arguments);
    runs.add(run);
    return run;
  }

  private String reason(Run run) {
    if (run.wasKilled()) {
      return run.shown()
          + " took more than "
          + workspace.limits().perCommand().toSeconds()
          + " seconds and was stopped";
    }
    if (!run.isWhole()) {
      return run.shown() + " printed more than can be read";
    }
    return BuildMessages.whyNotProven(run.output()).orElse(run.output().strip());
  }

  private LinkResult outcome(Run run, String message) {
    if (run.succeeded()) {
      return LinkResult.LINKED;
    }
    boolean undecided = run.wasKilled() || BuildMessages.whyNotProven(run.output()).isPresent();
    return undecided ? LinkResult.undecided(reason(run)) : LinkResult.failed(shown(message));
  }

  /** Paths of the copy would differ from run to run. */
  private String shown(String message) {
    return message.replace(tree.module() + "/", "").strip();
  }

  /** Links all packages; returns why this port cannot link anything, if that is so. */
  private Optional<String> link(List<ListedPackage> packages)
      throws IOException, InterruptedException {
    List<ListedPackage> commands = packages.stream().filter(ListedPackage::isCommand).toList();
    Map<String, List<ListedPackage>> libraries =
        packages.stream()
            .filter(it -> !it.isCommand() && it.goFiles() > 0)
            .collect(
                Collectors.groupingBy(
                    ListedPackage::importableBelow, TreeMap::new, Collectors.toList()));
    if (commands.isEmpty() && libraries.isEmpty()) {
      return Optional.empty();
    }
    Programs programs = new Programs();
    libraries.forEach(programs::add);
    Run together = run(programs.build(commands.stream().map(ListedPackage::path).toList()));
    if (together.succeeded()) {
      commands.forEach(it -> units.put(it.path(), LinkResult.LINKED));
      libraries.values().forEach(all -> all.forEach(it -> units.put(it.path(), LinkResult.LINKED)));
      return Optional.empty();
    }
    Optional<String> why = BuildMessages.whyNotProven(together.output());
    if (why.filter(BuildMessages::needsCompiler).isPresent()) {
      return why;
    }
    linkEach(commands, libraries);
    if (units.values().stream().allMatch(LinkResult::isLinked)) {
      // Some symbols are in a program only because another package is.
      units.put("all packages together", outcome(together, together.output()));
    }
    return Optional.empty();
  }

  private void linkEach(List<ListedPackage> commands, Map<String, List<ListedPackage>> libraries)
      throws IOException, InterruptedException {
    for (ListedPackage command : commands) {
      Path program = newDirectory().resolve("program");
      Run run =
          run(
              List.of(
                  "build",
                  "-trimpath",
                  "-buildvcs=false",
                  "-o",
                  program.toString(),
                  command.path()));
      units.put(command.path(), outcome(run, run.output()));
    }
    Programs programs = new Programs();
    Map<String, String> programOf = new LinkedHashMap<>();
    libraries.forEach(
        (parent, all) ->
            all.forEach(it -> programOf.put(it.path(), programs.add(parent, List.of(it)))));
    if (programOf.isEmpty()) {
      return;
    }
    Run run = run(programs.build(List.of()));
    Map<String, String> said = BuildMessages.byPackage(run.output());
    String elsewhere =
        said.entrySet().stream()
            .filter(section -> !section.getKey().contains("/" + LINKED))
            .map(section -> ("# " + section.getKey()).strip() + "\n" + section.getValue())
            .collect(Collectors.joining());
    programOf.forEach(
        (path, program) -> {
          boolean linked = Files.exists(programs.linked(program));
          String own =
              said.entrySet().stream()
                  .filter(section -> section.getKey().endsWith("/" + program))
                  .map(Map.Entry::getValue)
                  .findFirst()
                  .orElse(said.containsKey(path) ? said.get(path) : elsewhere);
          units.put(path, linked ? LinkResult.LINKED : outcome(run, own));
        });
  }

  private List<String> vet(List<ListedPackage> packages) throws IOException, InterruptedException {
    if (packages.isEmpty()) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>(List.of("vet", "-asmdecl"));
    packages.forEach(it -> arguments.add(it.path()));
    return run(arguments)
        .output()
        .lines()
        .filter(line -> line.matches(".*\\.s:\\d+.*"))
        .map(line -> shown(line.replaceAll("(\\.s):\\d+(?::\\d+)?", "$1")))
        .sorted()
        .toList();
  }

  private Map<String, Listing> code(List<ListedPackage> packages)
      throws IOException, InterruptedException {
    Map<String, Listing> listings = new TreeMap<>();
    for (ListedPackage each : packages) {
      List<String> arguments = new ArrayList<>(List.of("build", "-trimpath", "-buildvcs=false"));
      arguments.add("-asmflags=-S");
      if (each.isCommand()) {
        arguments.addAll(List.of("-o", newDirectory().resolve("program").toString()));
      }
      arguments.add(each.path());
      Run run = go.run(tree.module(), arguments, workspace.limits().listingBytes());
      // The listing is an intermediate result; the evidence keeps the command, not its output.
      runs.add(new Run(run.command(), run.exit(), "", run.isWhole(), run.millis()));
      if (run.isWhole() && !run.wasKilled()) {
        Listing.read(cell.target().goarch(), run.output())
            .ifPresent(listing -> listings.put(each.path(), listing));
      }
    }
    return listings;
  }

  private void runTests(List<ListedPackage> packages) throws IOException, InterruptedException {
    Optional<List<String>> exec = TestRunner.exec(cell.target());
    if (exec.isEmpty()) {
      return;
    }
    for (ListedPackage each : packages) {
      LinkResult program = units.getOrDefault(each.path() + CellBuild.TEST, LinkResult.LINKED);
      if (each.testFiles() > 0 && program.isLinked()) {
        List<String> arguments = new ArrayList<>(List.of("test", "-count=1", "-trimpath"));
        arguments.addAll(exec.get());
        arguments.add(each.path());
        Run run = run(arguments);
        units.put(each.path() + CellBuild.RUN, outcome(run, run.output()));
      }
    }
  }

  private static boolean hasLinkname(Path directory) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.go")) {
      for (Path file : files) {
        if (Files.isRegularFile(file)
            && new String(Files.readAllBytes(file), ISO_8859_1).contains("//go:linkname ")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Generated programs, and one command that builds them. */
  private final class Programs {
    private final List<String> directories = new ArrayList<>();
    private final Map<Path, Path> overlay = new LinkedHashMap<>();
    private final Path sources;
    private final Path out;

    Programs() throws IOException {
      this.sources = newDirectory();
      this.out = newDirectory();
    }

    /** Adds a program that imports packages; returns the name of its directory and file. */
    String add(String parent, List<ListedPackage> packages) {
      String name = LINKED + directories.size();
      String module = packages.get(0).module();
      String below = parent.equals(module) ? "" : parent.substring(module.length() + 1) + "/";
      StringBuilder text = new StringBuilder("package main\n\nimport (\n");
      packages.forEach(it -> text.append("\t_ \"").append(it.path()).append("\"\n"));
      text.append(")\n\nfunc main() {}\n");
      Path source = sources.resolve(name + ".go");
      try {
        Files.writeString(source, text, UTF_8);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      Path directory = packages.get(0).moduleDirectory().resolve(below + name);
      overlay.put(directory.resolve("main.go"), source);
      directories.add(fromModule(directory));
      return name;
    }

    List<String> build(List<String> commands) throws IOException {
      Path file = sources.resolve("overlay.json");
      String entries =
          overlay.entrySet().stream()
              .map(it -> quoted(it.getKey()) + ":" + quoted(it.getValue()))
              .collect(Collectors.joining(","));
      Files.writeString(file, "{\"Replace\":{" + entries + "}}", UTF_8);
      List<String> arguments = new ArrayList<>(List.of("build", "-trimpath", "-buildvcs=false"));
      arguments.addAll(List.of("-overlay", file.toString(), "-o", out + "/"));
      arguments.addAll(commands);
      arguments.addAll(directories);
      return arguments;
    }

    Path linked(String program) {
      String suffix = cell.target().goos().equals("windows") ? ".exe" : "";
      return out.resolve(program + (cell.target().goarch().equals("wasm") ? "" : suffix));
    }

    private static String quoted(Path path) {
      return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
  }
}
