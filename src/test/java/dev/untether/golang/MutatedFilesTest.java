package dev.untether.golang;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.golang.linkname.Compilation;
import dev.untether.golang.linkname.PackageLinknames;
import dev.untether.text.SourceText;
import dev.untether.text.Span;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a file: no exception, no lost byte, no place outside of the file. */
final class MutatedFilesTest {
  private static final String[] PIECES = {
    "func ",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "`",
    "\\",
    "/*",
    "*/",
    "//",
    "\n",
    "\r\n",
    "\u0000",
    "\ufeff",
    "//go:linkname a b.c\n",
    "//go:linkname\t",
    "/*go:linkname x y*/",
    "var ",
    "=",
    "type ",
    "import \"C\"\n",
    "package p\n",
    "0x",
    "1e+",
    "...",
    "<-",
    "&^=",
    "\u00e9",
    "\u20ac",
    ";",
    ",",
    "struct",
    "interface",
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void holdTheirBytesAndThrowNothing(long seed) throws Exception {
    Random random = new Random(seed);
    List<byte[]> seeds = new ArrayList<>();
    for (LinknameCase one : LinknameCase.all()) {
      one.files().values().forEach(text -> seeds.add(text.bytes()));
    }
    for (int round = 0; round < 4000; round++) {
      byte[] bytes = seeds.get(random.nextInt(seeds.size()));
      for (int i = random.nextInt(6); i >= 0; i--) {
        bytes = mutate(bytes, seeds, random);
      }
      check(SourceText.of(bytes), random);
    }
  }

  private static void check(SourceText source, Random random) {
    assertThat(TokenChecks.joined(source)).isEqualTo(source.bytes());
    GoFile file = GoFile.parse("a.go", source);
    Span all = new Span(0, source.length());
    for (Declaration declaration : file.declarations()) {
      assertThat(all.contains(declaration.span())).isTrue();
      assertThat(declaration.span().contains(declaration.nameSpan())).isTrue();
      assertThat(source.slice(declaration.nameSpan())).isEqualTo(declaration.name());
    }
    for (LinknameDirective directive : file.directives()) {
      assertThat(source.slice(directive.span())).isEqualTo(directive.text());
      assertThat(LinknameSearch.mayConcern(source.bytes())).isTrue();
    }
    Compilation compilation =
        new Compilation(21 + random.nextInt(7), 16 + random.nextInt(12), random.nextBoolean());
    PackageLinknames found = PackageLinknames.of(List.of(file, file), compilation);
    assertThat(found.findings()).isSorted();
  }

  private static byte[] mutate(byte[] bytes, List<byte[]> seeds, Random random) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(20));
    ByteArrayOutputStream mutated = new ByteArrayOutputStream(bytes.length + 64);
    mutated.write(bytes, 0, from);
    switch (random.nextInt(5)) {
      case 0 -> mutated.write(random.nextInt(256));
      case 1 -> mutated.writeBytes(SourceText.of(PIECES[random.nextInt(PIECES.length)]).bytes());
      case 2 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int start = random.nextInt(other.length + 1);
        mutated.write(other, start, random.nextInt(other.length - start + 1));
      }
      case 3 -> mutated.write(bytes, from, bytes.length - from);
      default -> {}
    }
    mutated.write(bytes, to, bytes.length - to);
    return mutated.toByteArray();
  }
}
