package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkTargetTest {

  @ParameterizedTest
  @CsvSource({
    "runtime.nanotime,                     runtime,                  ,         nanotime",
    "net/http.serverOptions,               net/http,                 ,         serverOptions",
    "a.b/c.d,                              a.b/c,                    ,         d",
    "gopkg.in/yaml%2ev3.parse,             gopkg.in/yaml.v3,         ,         parse",
    "net/http.(*Client).deadline,          net/http,                 (*Client), deadline",
    "reflect.(rtype).Align,                reflect,                  rtype,    Align",
    "runtime.funcInfo.entry,               runtime,                  funcInfo, entry",
    "a/b.F[c.d/e.T],                       a/b,                      ,         F",
    "a/b.(*L[go.shape.int]).Len,           a/b,                      (*L),     Len",
    "main.f,                               main,                     ,         f",
    "x/100%25.f,                           x/100%,                   ,         f",
    "x/%zz%2.f,                            x/%zz%2,                  ,         f",
  })
  void takesSymbolsApart(String symbol, String path, String receiver, String name) {
    LinkTarget target = LinkTarget.of(symbol);

    assertThat(target.packagePath()).isEqualTo(path);
    assertThat(target.receiver().map(type -> target.pointer() ? "(*" + type + ")" : type))
        .isEqualTo(java.util.Optional.ofNullable(receiver));
    assertThat(target.name()).isEqualTo(name);
    assertThat(target.raw()).isEqualTo(symbol);
    assertThat(target.isExtern()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "libc_pipe",
        "_cgo_setenv",
        "go:fipsinfo",
        "go:a.b",
        "type:.eq.T",
        ".x",
        "x.",
        "."
      })
  void symbolsOfNoPackageAreExtern(String symbol) {
    LinkTarget target = LinkTarget.of(symbol);

    assertThat(target.isExtern()).isTrue();
    assertThat(target.name()).isEqualTo(symbol);
    assertThat(target.receiver()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "runtime,          runtime.f",
    "a.b/c,            a.b/c.f",
    "gopkg.in/yaml.v3, gopkg.in/yaml%2ev3.f",
    "x/100%,           x/100%25.f",
    "x/\u00e9,         x/%c3%a9.f",
    "a.b,              a%2eb.f",
  })
  void symbolsOfDeclarationsAreEscapedAsTheCompilerDoes(String path, String symbol) {
    assertThat(LinkTarget.symbolOf(path, "f")).isEqualTo(symbol);
    assertThat(LinkTarget.of(symbol).packagePath()).isEqualTo(path);
  }
}
