package dev.untether.asm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.untether.asm.arch.Architecture;
import dev.untether.syntax.Node;
import dev.untether.syntax.SyntaxTree;
import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever the bytes, nothing throws, nothing hangs, and no byte is lost. Inputs are made from
 * fixed seeds: soups of words that mean something to the assembler, and the parser's case files
 * with bytes and words changed. {@code -Dfuzz.seconds=60} goes on with fresh seeds for that long.
 */
final class FuzzTest {
  private static final int INPUTS = 20_000;
  private static final long MAX_NANOS = 20_000_000_000L;

  private static final String[] WORDS = {
    "TEXT",
    "DATA",
    "GLOBL",
    "FUNCDATA",
    "PCDATA",
    "MOVQ",
    "CALL",
    "JMP",
    "RET",
    "B",
    "BL",
    "ADR",
    "NOP",
    "UNDEF",
    "LEAQ",
    "MOVM",
    "LMG",
    "PUSHQ",
    "SUB",
    "ADD",
    "JNE",
    "CMP",
    "A",
    "F",
    "G",
    "·x",
    "runtime·f",
    "a∕b·c",
    "AX",
    "SP",
    "FP",
    "SB",
    "PC",
    "R1",
    "R15",
    "RSP",
    "g",
    "R",
    "SPR",
    "V0",
    "const_x",
    "T__size",
    "NOSPLIT",
    "ABIInternal",
    "\n",
    "\n",
    "\n",
    "\r\n",
    " ",
    "\t",
    ";",
    ":",
    ",",
    ",",
    "(",
    ")",
    "(SB)",
    "(FP)",
    "(PC)",
    "(SP)",
    "[",
    "]",
    "+",
    "-",
    "*",
    "/",
    "%",
    "<",
    ">",
    "<>",
    "<<",
    ">>",
    "->",
    "@>",
    ".",
    "$",
    "$",
    "#",
    "&",
    "|",
    "^",
    "~",
    "!",
    "@",
    "?",
    "0",
    "1",
    "8",
    "16",
    "0x1F",
    "077",
    "99999999999999999999",
    "1.5",
    ".5",
    "1e",
    "0x",
    "'a'",
    "'\\n'",
    "'",
    "\"s\"",
    "\"",
    "\\",
    "\\\n",
    "\\ // c\n",
    "//",
    "/*",
    "*/",
    "// c\n",
    "/* c\n */",
    "#define ",
    "#define F(a, b) ",
    "#define A ",
    "#define G() ",
    "#undef A",
    "#include \"self.h\"\n",
    "#include \"textflag.h\"\n",
    "#ifdef A\n",
    "#ifndef GOARCH_arm\n",
    "#else\n",
    "#endif\n",
    "#line 3 \"x\"\n",
    "F(",
    "F(AX, BX)",
    "A A",
    "\uFEFF",
    "\f",
    "日",
    "٣",
    "\uD835\uDEFC",
  };

  @Test
  @Timeout(300)
  void nothingThrowsHangsOrLosesAByte() throws IOException {
    List<byte[]> seeds = seeds();
    for (int i = 0; i < INPUTS; i++) {
      check(seeds, i);
    }
  }

  @Test
  void goesOnAsLongAsItIsTold() throws IOException {
    int seconds = Integer.getInteger("fuzz.seconds", 0);
    List<byte[]> seeds = seeds();
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    long inputs = 0;
    for (long seed = start; System.nanoTime() < end; seed++) {
      check(seeds, seed);
      inputs++;
    }
    assertThat(inputs > 0).isEqualTo(seconds > 0);
  }

  @Test
  void deepNestingIsNoTrouble() throws IOException {
    for (String word :
        List.of("(", "[", "-", "~", "$", "F(", "#ifdef A\n", "a: ", "\\", "*", "x.")) {
      read(bytes("#define F(a, b) a\nTEXT ·f(SB), 4, $0\n\tMOVQ " + word.repeat(20_000) + "\n"));
      read(bytes("TEXT ·f(SB), 4, $" + word.repeat(20_000)));
    }
  }

  @Test
  @Timeout(120)
  void macrosThatDoubleForEverAreCutShort() throws IOException {
    StringBuilder doubling = new StringBuilder("#define M0 NOP; NOP\n");
    for (int i = 1; i < 90; i++) {
      doubling.append("#define M%d M%d; M%d\n".formatted(i, i - 1, i - 1));
    }
    read(bytes(doubling + "TEXT ·f(SB), 4, $0\n\tM89\n\tRET\n"));
    read(bytes("#define A A A\n\tA\n"));
    read(bytes("#define F(x) F(x x)\n\tF(NOP)\n"));
    read(bytes("#define F(x) x x x x x x x x\n\tF(F(F(F(F(F(F(F(F(F(NOP))))))))))\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (Path file : ParserCasesTest.sources()) {
      seeds.add(Files.readAllBytes(file));
    }
    return seeds;
  }

  private static void check(List<byte[]> seeds, long seed) {
    long begin = System.nanoTime();
    Random random = new Random(seed);
    byte[] input =
        random.nextInt(3) == 0
            ? soup(random)
            : mutated(seeds.get(random.nextInt(seeds.size())), seeds, random);
    try {
      read(input);
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
      throw new AssertionError("seed %d, input %s".formatted(seed, Arrays.toString(input)), e);
    }
    // Anybody may be slow on a busy machine, but not by that much.
    holds(System.nanoTime() - begin < MAX_NANOS, "too slow, seed", seed);
  }

  private static byte[] soup(Random random) {
    StringBuilder soup = new StringBuilder();
    for (int words = random.nextInt(60); words > 0; words--) {
      soup.append(WORDS[random.nextInt(WORDS.length)]);
      if (random.nextInt(3) == 0) {
        soup.append(' ');
      }
    }
    return bytes(soup.toString());
  }

  private static byte[] mutated(byte[] seed, List<byte[]> seeds, Random random) {
    byte[] input = seed;
    for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
      int from = random.nextInt(input.length + 1);
      int to = Math.min(input.length, from + random.nextInt(8));
      byte[] other = seeds.get(random.nextInt(seeds.size()));
      int start = random.nextInt(other.length + 1);
      byte[] insertion =
          switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            case 2 -> Arrays.copyOfRange(other, start, Math.min(other.length, start + 40));
            default -> bytes(WORDS[random.nextInt(WORDS.length)]);
          };
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(input, 0, from);
      out.writeBytes(insertion);
      out.write(input, to, input.length - to);
      input = out.toByteArray();
    }
    return input;
  }

  /** Does everything that can be done with a file, on every architecture. */
  private static void read(byte[] input) throws IOException {
    AsmFile file = AsmFile.parse("fuzz.s", SourceText.of(input));
    assertThat(ParserCasesTest.printed(file)).isEqualTo(input);
    assertWellFormed(file.tree());
    Headers self = name -> name.equals("self.h") ? Optional.of(file) : Optional.empty();
    Headers headers = self.orGo();
    Conditionals conditionals = Conditionals.of(file, headers);
    List<Set<String>> worlds = conditionals.worlds(Set.of("GOOS_linux", "GOARCH_arm"));
    for (Set<String> world : worlds.subList(0, Math.min(2, worlds.size()))) {
      List<Statement> statements = new StatementReader(file, headers, world).readAll();
      for (Statement statement : statements) {
        holds(statement.span().end() <= input.length, "statement", statement.span().end());
      }
      for (String goarch : Architecture.goarches()) {
        analyse(statements, Architecture.forGoarch(goarch).orElseThrow());
      }
    }
    Architecture architecture =
        Architecture.forGoarch(Architecture.goarches().get(input.length % 14)).orElseThrow();
    ReferenceReader.read(file, headers, architecture, worlds.get(0), SymbolReference::origin);
  }

  private static void analyse(List<Statement> statements, Architecture architecture) {
    // What was expanded to millions is long enough at its start.
    List<Statement> some = statements.subList(0, Math.min(statements.size(), 2_000));
    OperandParser operands = new OperandParser(architecture);
    for (Function function : Function.of(some, operands)) {
      ControlFlow flow = new ControlFlow(function, architecture, operands);
      StackDepth depth = new StackDepth(architecture, operands);
      Dataflow data = new Dataflow(architecture, operands);
      int progs = function.progs().size();
      for (int i = 0; i < progs; i++) {
        for (int next : flow.after(i).next()) {
          holds(next >= 0 && next < progs, "next Prog", next);
        }
        depth.growth(function.progs().get(i));
        data.reads(function.progs().get(i));
        data.defines(function.progs().get(i));
        data.mayWrite(function.progs().get(i), architecture.stackPointer());
      }
      depth.before(function, progs);
      function.frameSize(operands);
      function.hasNoFrame(operands);
    }
  }

  /** Tokens follow each other without a gap; nodes hold whole tokens and end with no trivia. */
  private static void assertWellFormed(SyntaxTree tree) {
    int at = 0;
    for (int i = 0; i < tree.tokenCount(); i++) {
      holds(tree.tokenStart(i) == at && tree.tokenEnd(i) > at, "token", i);
      at = tree.tokenEnd(i);
    }
    holds(at == tree.source().length(), "last byte", at);
    assertWellFormed(tree, tree.root());
  }

  private static void assertWellFormed(SyntaxTree tree, Node node) {
    int at = node.firstToken();
    for (Node child : node.nodes()) {
      int first = child.firstToken();
      int last = child.endToken() - 1;
      holds(first >= at && last >= first, "node", child.index());
      if (child.kind() != AsmKind.BAD) {
        boolean trivia = tree.tokenKind(first).isTrivia() || tree.tokenKind(last).isTrivia();
        holds(!trivia, "edge of node", child.index());
      }
      at = child.endToken();
      assertWellFormed(tree, child);
    }
    holds(at <= node.endToken(), "end of node", node.index());
  }

  // Asked too often for an assertion library.
  private static void holds(boolean condition, String what, long where) {
    if (!condition) {
      throw new AssertionError("malformed tree: " + what + " " + where);
    }
  }
}
