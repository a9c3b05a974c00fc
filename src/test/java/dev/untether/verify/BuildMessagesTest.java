package dev.untether.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BuildMessagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "android/arm requires external (cgo) linking, but cgo is not enabled",
        "p.go:3:8: no required module provides package github.com/x/y; to add it:",
        "go: x@v1.0.0: missing go.sum entry for go.mod file; to add it:",
        "go: go.mod requires go >= 1.27 (running go 1.26.8; GOTOOLCHAIN=local)",
        "p.go:3:8: github.com/x/y@v1.2.3: module lookup disabled by GOPROXY=off",
      })
  void whatNeverCameToTheCodeProvesNothing(String line) {
    assertThat(BuildMessages.whyNotProven("# m\n" + line + "\nmore\n")).contains(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "link: m/p: invalid reference to runtime.schedinit",
        "./p.go:3:6: missing function body",
        "m.f: relocation target runtime.nothing not defined",
      })
  void whatIsWrongWithTheCodeDoes(String line) {
    assertThat(BuildMessages.whyNotProven("# m\n" + line + "\n")).isEmpty();
  }

  @Test
  void messagesBelongToThePackageAboveThem() {
    String output = "go: note\n# m/a\na.go:1:1: x\na.go:2:1: y\n# m/b [m/b.test]\nlink: z\n";

    assertThat(BuildMessages.byPackage(output))
        .containsEntry("", "go: note\n")
        .containsEntry("m/a", "a.go:1:1: x\na.go:2:1: y\n")
        .containsEntry("m/b", "link: z\n")
        .hasSize(3);
  }
}
