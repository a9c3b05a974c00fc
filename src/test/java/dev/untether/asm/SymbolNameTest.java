package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SymbolNameTest {
  @Test
  void aLeadingDotStandsForThePackage() {
    SymbolName name = new SymbolName(".f", "ABI0", false);
    assertThat(name.qualified("example.com/a/b%2ec")).isEqualTo("example.com/a/b%2ec.f");
    assertThat(name.local()).isEqualTo("f");
  }

  @Test
  void aFullNameKeepsItsPackage() {
    SymbolName name = new SymbolName("runtime.f", "ABI0", false);
    assertThat(name.qualified("example.com/a")).isEqualTo("runtime.f");
    assertThat(name.local()).isEqualTo("f");
  }

  @ParameterizedTest
  @CsvSource({
    "runtime.load_g, runtime, load_g",
    "net/http.Serve, net/http, Serve",
    "example.com/a/b.T.Method, example.com/a/b, T.Method",
    "example.com/a/b%2ec.f, example.com/a/b.c, f",
    "crosscall2, '', crosscall2",
    "golang.org/x/y.f, golang.org/x/y, f",
  })
  void theLinkersNameIsPackageAndName(String qualified, String packagePath, String local) {
    assertThat(SymbolName.packageOf(qualified)).isEqualTo(packagePath);
    assertThat(SymbolName.nameOf(qualified)).isEqualTo(local);
  }
}
