package dev.untether.module.linkname;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.golang.LinkTarget;
import dev.untether.module.ModuleTree;
import dev.untether.module.target.GoToolchain;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.module.target.Targets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares with go/parser and go/build, over a whole GOROOT and for every target. */
final class LinknameOracleTest {
  private static final ReleaseRange RELEASE = ReleaseRange.only(27);

  @Test
  void findsTheDirectivesOfTheStandardLibraryOnEachTargetThatHasThem() throws Exception {
    GoToolchain go = GoToolchain.require("go1.27.4");
    Path source = go.goroot().resolve("src").toRealPath();

    LinknameScan.Result result =
        new LinknameScan(ModuleTree.discover(source), Targets.known().of(RELEASE), RELEASE).run();

    Set<String> found = new TreeSet<>();
    for (LinknameReference reference : result.references()) {
      for (Target target : reference.targets()) {
        found.add(row(reference) + "\t" + target);
      }
    }
    Set<String> expected = new TreeSet<>(go.askForLinknames(source));
    assertThat(result.problems()).isEmpty();
    assertThat(expected).hasSizeGreaterThan(30_000);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void resolvesTheTargetsOfTheStandardLibrary() throws Exception {
    GoToolchain go = GoToolchain.require("go1.27.4");
    Path source = go.goroot().resolve("src").toRealPath();
    ModuleTree tree = ModuleTree.discover(source);
    var targets = Targets.known().of(RELEASE);
    var references = new LinknameScan(tree, targets, RELEASE).run().references();
    var scope = new DeclarationIndex.Scope(tree, Optional.empty(), targets, RELEASE);
    var wanted = references.stream().flatMap(it -> it.target().stream()).toList();

    var unresolved =
        DeclarationIndex.of(scope, wanted, references).resolve(references).stream()
            .filter(it -> it.target().isPresent() && !it.target().get().isExtern())
            .filter(it -> it.resolved().isEmpty())
            .map(LinknameReference::symbol)
            .distinct()
            .toList();

    // One is defined in assembly alone, the other by every program for itself.
    assertThat(unresolved).containsExactlyInAnyOrder("runtime.cmpstring", "main.main");
  }

  private static String row(LinknameReference reference) {
    return String.join(
        "\t",
        reference.file().relative(),
        Integer.toString(reference.position().line()),
        reference.localName(),
        reference.target().map(LinkTarget::raw).orElse(""),
        reference.kind().word());
  }
}
