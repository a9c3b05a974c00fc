package dev.untether.review.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.module.ModuleTree;
import dev.untether.module.dependency.AvailableVersions;
import dev.untether.module.dependency.ModuleVersion;
import dev.untether.module.target.ReleaseRange;
import dev.untether.module.target.Target;
import dev.untether.review.Advice;
import dev.untether.review.CheckFinding;
import dev.untether.review.LinkRules;
import dev.untether.review.ReleaseData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Since which version a dependency is without a finding. */
final class DependencyReviewTest {
  private static final String MODULE = "example.com/dep";
  private static final String REFUSED =
      """
      package dep

      import _ "unsafe"

      //go:linkname gcount runtime.gcount
      func gcount() int32

      func Use() int32 { return gcount() }
      """;
  private static final String PLAIN = "package dep\n\nfunc Use() int32 { return 1 }\n";

  @TempDir private Path root;
  private final List<AvailableVersions.Available> versions = new ArrayList<>();

  @BeforeEach
  void programThatUsesTheFirstVersion() throws IOException {
    write("main/go.mod", "module example.com/m\n\ngo 1.24\n");
    write(
        "main/main.go",
        "package main\n\nimport \"example.com/dep\"\n\nfunc main() { dep.Use() }\n");
    version("v1.0.0", REFUSED);
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void version(String version, String text) throws IOException {
    write(version + "/go.mod", "module example.com/dep\n");
    write(version + "/dep.go", text);
    known(version, Optional.of(root.resolve(version)));
  }

  private void known(String version, Optional<Path> directory) {
    versions.add(new AvailableVersions.Available(new ModuleVersion(MODULE, version), directory));
  }

  private CheckFinding finding() {
    ModuleTree main = ModuleTree.discover(root.resolve("main"));
    ModuleTree tree = ModuleTree.ofDependency(root.resolve("v1.0.0"), MODULE);
    var targets = new TreeSet<>(List.of(Target.parse("linux/amd64")));
    Linkage linkage = Linkage.of(main, List.of(tree));
    DependencyReview review =
        new DependencyReview(
            linkage,
            targets,
            ReleaseData.shipped(),
            List.of(new LinkRules(Advice.none())),
            path -> new AvailableVersions(path, versions),
            /* unlinkedToo= */ false);
    var found =
        review
            .check(
                List.of(
                    new DependencyReview.Dependency(
                        new ModuleVersion(MODULE, "v1.0.0"),
                        List.of(),
                        tree,
                        new ReleaseRange(24, 27))))
            .findings();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void oldestLaterVersionWithoutTheFindingIsNamed() throws IOException {
    version("v1.1.0", REFUSED);
    version("v1.2.0", PLAIN);
    version("v1.3.0", PLAIN);

    assertThat(finding().advised().message())
        .endsWith("v1.2.0 no longer does this: `go get example.com/dep@v1.2.0`");
  }

  @Test
  void versionsThatAreNoReleasesAreNotProposed() throws IOException {
    version("v1.1.0-rc.1", PLAIN);
    version("v1.1.0", PLAIN);

    assertThat(finding().fault().orElseThrow().fixedIn()).contains("v1.1.0");
  }

  @Test
  void newestVersionThatStillDoesItLeavesAFork() throws IOException {
    version("v1.1.0", REFUSED);

    assertThat(finding().advised().message())
        .endsWith("v1.1.0 still does this; or use a fork with a replace line");
  }

  @Test
  void versionThatIsOnlyHeardOfIsNotJudged() throws IOException {
    version("v1.1.0", REFUSED);
    known("v1.9.0", Optional.empty());

    assertThat(finding().advised().message())
        .contains("v1.9.0 is not on this machine: `go mod download example.com/dep@v1.9.0`")
        .doesNotContain("no longer");
  }

  @Test
  void olderVersionsAreNoWayOut() throws IOException {
    version("v0.9.0", PLAIN);

    assertThat(finding().fault().orElseThrow().fixedIn()).isEmpty();
    assertThat(finding().advised().message()).contains("no later version is on this machine");
  }

  @Test
  void packageThatNothingLinkedDoesNotHoldAnUpgradeBack() throws IOException {
    write("v1.0.0/unused/unused.go", "package unused\n");
    version("v1.1.0", PLAIN);
    write("v1.1.0/unused/unused.go", REFUSED.replace("package dep", "package unused"));

    assertThat(finding().fault().orElseThrow().fixedIn()).contains("v1.1.0");
  }
}
