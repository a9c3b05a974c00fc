package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.SourceText;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoFileTest {

  @Test
  void readsImportsInEveryForm() {
    GoFile file =
        parse(
            "package p\nimport \"a\"\nimport b `c/d`\nimport (\n\t_ \"unsafe\"; . \"e\"\n)\n"
                + "import (\"C\")");

    assertThat(file.imports())
        .extracting(one -> one.name().orElse("") + " " + one.path())
        .containsExactly(" a", "b c/d", "_ unsafe", ". e", " C");
    assertThat(file.importsUnsafe()).isTrue();
    assertThat(file.importsC()).isTrue();
    assertThat(file.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "func f()                                   # ()",
        "func f() { return }                        # ()",
        "func f(a int,b ...string)(c,d error){}     # (a int, b ...string) (c, d error)",
        "func f() struct{ x int } { return x }      # () struct{ x int }",
        "func f() interface{}                       # () interface{}",
        "func f() (map[string]struct{}) {}          # () (map[string]struct{})",
        "func f() func(int) []chan<- bool {}        # () func(int) []chan<- bool",
        "func f(/* a */ b [2] int /* c */,) pkg . T # (b [2]int) pkg.T",
        "func f(a [N]byte, b List[N]) [N]byte       # (a [N]byte, b List[N]) [N]byte",
        "func f[T any,U interface{~int|~string}](T) # [T any, U interface{ ~int | ~string }](T)",
        "func (t * T) f() <-chan int {}             # () <-chan int",
        "func (List[K]) f[V any]() V {}             # [V any]() V",
      })
  void givesSignaturesInNormalForm(String declaration, String signature) {
    assertThat(function(declaration).signature()).isEqualTo(signature);
  }

  @Test
  void givesOneNormalFormToSignaturesThatDifferInLayoutOnly() {
    String wide =
        "func f(\n\ta int, // first\n\tb struct {\n\t\tx int\n\t\ty int\n\t},\n) (\n\terror,\n)";
    String tight = "func f(a int,b struct{x int;y int})(error)";

    assertThat(function(wide).signature()).isEqualTo(function(tight).signature());
  }

  @Test
  void tellsBodiesFromBracesOfTypes() {
    assertThat(function("func f() struct{}").hasBody()).isFalse();
    assertThat(function("func f() struct{} {}").hasBody()).isTrue();
    assertThat(function("func f() interface{ M() }\n{\n}").hasBody()).isFalse();
    assertThat(function("func f(x struct{}) {}").hasBody()).isTrue();
    assertThat(function("func f() map[struct{}]int").hasBody()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "func (T) f()            | T",
        "func (t T) f()          | T",
        "func (t *T) f() {}      | (*T)",
        "func (*T) f() {}        | (*T)",
        "func (t (*T)) f() {}    | (*T)",
        "func (_ *T[K, V]) f()   | (*T)",
        "func (T[_]) f()         | T",
        "func (t *T,) f()        | (*T)",
        "func (t *pkg.T) f()     | (*)",
        "func () f()             | ''",
        "func (a T, b U) f()     | ''",
      })
  void readsReceivers(String declaration, String receiver) {
    FunctionDeclaration function = function(declaration);

    assertThat(function.receiver().map(Receiver::toString)).contains(receiver);
    assertThat(function.isLinkable()).isFalse();
  }

  @Test
  void readsVariablesAndConstantsOneByOne() {
    GoFile file =
        parse(
            """
            package p
            var a int
            var b, c = f()
            var (
            \td *T = nil
            \te func() int
            )
            const (
            \tx = iota
            \ty
            )
            var g = func() { var inner int; _ = inner }
            """);

    assertThat(file.declarations())
        .extracting(
            one -> {
              ValueDeclaration value = (ValueDeclaration) one;
              return value.name() + ":" + value.type() + ":" + value.hasValue();
            })
        .containsExactly(
            "a:int:false",
            "b::true",
            "c::true",
            "d:*T:true",
            "e:func() int:false",
            "x::true",
            "y::false",
            "g::true");
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void readsTypesAndAliases() {
    GoFile file =
        parse("package p\ntype (\n\tA = B\n\tC struct{ f func() }\n)\ntype D[T any] = E[T]");

    assertThat(file.declarations())
        .extracting(one -> one.name() + ((TypeDeclaration) one).alias())
        .containsExactly("Atrue", "Cfalse", "Dtrue");
  }

  @Test
  void declarationsSpanFromTheirKeywordToTheirEnd() {
    String text = "package p\n\n// doc\nfunc f() int { return 1 } // end\nvar (a = 1; b int)\n";

    assertThat(parse(text).declarations())
        .extracting(one -> SourceText.of(text).slice(one.span()))
        .containsExactly("func f() int { return 1 }", "var (a = 1; b int)", "var (a = 1; b int)");
  }

  @Test
  void onlyFunctionsAndVariablesOfThePackageAreLinkable() {
    GoFile file =
        parse(
            """
            package p
            func f()
            func _() {}
            func init() {}
            func (T) m() {}
            var v, _ int
            const c = 1
            type T int
            func main() {}
            """);

    assertThat(file.declarations().stream().filter(Declaration::isLinkable).map(Declaration::name))
        .containsExactly("f", "v", "main");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "func (\n",
        "func f( {\n",
        "func f() int {\n\tif {\n",
        "func 1f() {}\n",
        "func f() = 3\n",
        "var (\n\ta int\n",
        "var a = [1\n",
        "var 1\n",
        "import 1\n",
        "import (\n",
        "type\n",
        "type T struct {\n",
        "}\n",
        "foo := 1\n",
        "<<<<<<< HEAD\n",
        "const a = }\n",
        "func f() { ) }\n}\n",
        "x `\n`\n",
      })
  void goesOnBehindWhatIsNoGo(String damage) {
    GoFile file = parse("package p\n\nfunc before()\n\n" + damage + "\nfunc behind()\n");

    assertThat(file.declarations()).extracting(Declaration::name).contains("before", "behind");
    assertThat(file.problems()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                      | a.go:1:1: warning: expected a package clause, found the end of the file",
        "'func f()'              | a.go:1:1: warning: expected a package clause, found \"func\"",
        "'package _'             | a.go:1:1: warning: expected a package clause, found \"package\"",
        "'package p; )'          | a.go:1:12: warning: expected a declaration, found \")\"",
        "'package p; func f() 3' | a.go:1:21: warning: expected a declaration, found \"3\"",
        "'package p; var'        | a.go:1:15: warning: expected a declaration, found the end of the file",
      })
  void namesTheFirstProblem(String text, String problem) {
    assertThat(parse(text).problems().get(0)).hasToString(problem + " [go-syntax]");
  }

  @Test
  void reportsWhatNoGoFileMayHold() {
    assertThat(parse("package p\n// a\u0000b\n").problems())
        .extracting(Finding::message)
        .containsExactly("a NUL byte");
    assertThat(parse("package p\nfunc f() { x(\"a) }\n").problems())
        .extracting(Finding::message)
        .contains("a literal or comment without its end");
    byte[] latin = {'p', 'a', 'c', 'k', 'a', 'g', 'e', ' ', 'p', '/', '/', (byte) 0xE9};
    assertThat(GoFile.parse("a.go", SourceText.of(latin)).problems())
        .extracting(Finding::message)
        .containsExactly("not UTF-8");
  }

  @Test
  void reportsOnlyTheFirstOfManyProblems() {
    assertThat(parse("package p\n" + "func\n".repeat(1000)).problems()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "func f() {\n",
        "func f(\n",
        "func f[(]\n",
        "var a = (\n",
        "var (\n",
        "func f[(\n",
        "}",
        "{",
        "(",
        "type T [\n",
      })
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void takesNoMoreThanATimeInProportionForBrokenFiles(String line) {
    String many = line.repeat(200_000);

    assertThat(parse("package p\n" + many).problems()).isNotEmpty();
    assertThat(parse("package p\n" + many + ")".repeat(200_000)).problems()).hasSizeLessThan(11);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void takesNoMoreThanATimeInProportionForOneLongLine() {
    String one = "var \u00e9 int; func (T) f(); /*go:linkname a b.c*/ ";

    GoFile file = parse("package p; " + one.repeat(100_000));

    assertThat(file.declarations()).hasSize(200_000);
    assertThat(file.declarations().get(199_998).position())
        .isEqualTo(new Position(1, 1 + 11 + 99_999 * one.length() + 4));
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void keepsNothingOfTheFileButFacts() {
    assertThat(parse("package p\n")).isEqualTo(parse("package p\n\n// more\n"));
  }

  @Test
  void unquotesImportPaths() {
    assertThat(StringLiteral.valueOf("\"a\\x62\\143\\u0064\\U00000065\\t\\\"\\\\\""))
        .isEqualTo("abcde\t\"\\");
    assertThat(StringLiteral.valueOf("`a\\x62\r`")).isEqualTo("a\\x62");
    assertThat(StringLiteral.valueOf("\"\\xC3\\xA9\u00e9\"")).isEqualTo("\u00e9\u00e9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\x6", "\\q", "\\400", "\\uD8", "\\U00110000", "\\8"})
  void leavesWrongEscapesAlone(String inner) {
    assertThat(StringLiteral.valueOf('"' + inner + '"')).isEqualTo(inner);
  }

  private static GoFile parse(String text) {
    return GoFile.parse("a.go", SourceText.of(text));
  }

  private static FunctionDeclaration function(String declaration) {
    List<Declaration> declarations = parse("package p\n" + declaration + "\n").declarations();
    return (FunctionDeclaration) declarations.get(0);
  }
}
