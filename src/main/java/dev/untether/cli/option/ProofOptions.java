package dev.untether.cli.option;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.untether.module.dependency.GoEnvironment;
import dev.untether.module.dependency.ModuleCache;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.report.proof.ModuleProof;
import dev.untether.report.proof.ProofJson;
import dev.untether.report.proof.ProofMarkdown;
import dev.untether.report.proof.ProofPage;
import dev.untether.verify.Limits;
import dev.untether.verify.Prover;
import dev.untether.verify.Settings;
import dev.untether.verify.Toolchain;
import dev.untether.verify.Toolchains;
import dev.untether.verify.change.ProofScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The arguments that say how to build, and with what. */
public final class ProofOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--goroot",
      paramLabel = "DIR",
      description = "Build with this Go installation for its release; may be given several times")
  private List<Path> goroots = new ArrayList<>();

  @Option(
      names = "--allow-download",
      description = "Fetch Go releases that are not here, as the go command does")
  private boolean allowDownload;

  @Option(
      names = "--online",
      description = "Fetch modules that are not in the module cache (default: never)")
  private boolean online;

  @Option(
      names = "--run-tests",
      description =
          "Run the tests of the module too, before and after: code of strangers, with your rights."
              + " For other architectures where qemu-user is installed")
  private boolean runTests;

  @Option(
      names = "--cgo",
      description =
          "Build with cgo too, for this machine and where a cross gcc is installed: C code of"
              + " strangers is compiled, not run")
  private boolean cgo;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      description = "Write what was proven to DIR, as proof.md, proof.json and proof.html")
  private @Nullable Path evidence;

  /** Returns whether the user names installations to build with. */
  public boolean namesInstallations() {
    return !goroots.isEmpty();
  }

  /** Returns what to build, for what the user looks at. */
  public ProofScope scope(Inputs inputs) {
    return new ProofScope(
        inputs.releases(),
        inputs.hasReleases(),
        inputs.targets(),
        inputs.hasTargets(),
        cgo,
        allowDownload,
        Optional.empty());
  }

  /**
   * Returns what to build.
   *
   * @param asIs whether to build with all of the releases; else from each module's go line on
   * @param all whether to build for all of the targets; else for those that a change concerns
   */
  public ProofScope scope(
      ReleaseRange releases, boolean asIs, SortedSet<Target> targets, boolean all) {
    return new ProofScope(releases, asIs, targets, all, cgo, allowDownload, Optional.empty());
  }

  /**
   * Writes what a reviewer can keep, if asked for: the table, and everything behind it.
   *
   * @param summary the results in a sentence
   */
  public void writeEvidence(List<ModuleProof> proven, String summary) throws IOException {
    if (evidence == null) {
      return;
    }
    Files.createDirectories(evidence);
    WholeFile.write(
        evidence.resolve("proof.md"),
        out -> {
          for (ModuleProof each : proven) {
            out.write(ProofMarkdown.of(each.name(), each.proof()).getBytes(UTF_8));
          }
        });
    WholeFile.write(
        evidence.resolve("proof.json"),
        out -> {
          for (ModuleProof each : proven) {
            ProofJson.write(each.name(), each.proof(), out);
          }
        });
    WholeFile.write(
        evidence.resolve("proof.html"), out -> ProofPage.of(proven, summary).write(out));
  }

  /** Returns a prover that builds with as many jobs at a time as asked for. */
  public AtExit<Prover> open(int jobs) throws IOException {
    for (Path root : goroots) {
      if (Toolchain.in(root.toAbsolutePath()).isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "--goroot " + root + ": no Go that can be run (bin/go) in there");
      }
    }
    Path home = Path.of(System.getProperty("user.home", "."));
    GoEnvironment environment = GoEnvironment.of(System.getenv(), home);
    Optional<Path> moduleCache = ModuleCache.of(environment).root();
    Path caches = UserDirectories.cache(System.getenv()).resolve("untether").resolve("go");
    List<Path> places = new ArrayList<>(List.of(caches.resolve("mod")));
    moduleCache.ifPresent(places::add);
    List<Path> given = goroots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
    Toolchains toolchains = Toolchains.find(given, System.getenv(), places);
    String named = environment.get("GOPROXY");
    String proxy = named.isEmpty() ? "https://proxy.golang.org,direct" : named;
    Settings settings = new Settings(caches, moduleCache, online, proxy, runTests);
    return AtExit.closing(Prover.open(toolchains, settings, Limits.forJobs(jobs)));
  }
}
