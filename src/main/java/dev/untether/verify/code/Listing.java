package dev.untether.verify.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code go tool asm -S} prints, as far as it says what the processor will do: without lines
 * and columns of the source, and with what depends on distances taken apart.
 *
 * @param symbols functions and data, in the order of the listing
 */
public record Listing(List<Symbol> symbols) {
  private static final Pattern HEADER = Pattern.compile(" S[A-Z]+(?:<\\d+>)? ");
  private static final Pattern SIZE = Pattern.compile(" size=(\\d+)");
  private static final Pattern INSTRUCTION =
      Pattern.compile("\t0x[0-9a-f]+ (\\d+) \\((?:.*?[/\\\\])?([^/\\\\]*?):\\d+\\)\t(.*)");
  private static final Pattern HEX = Pattern.compile("\t0x[0-9a-f]+((?: [0-9a-f]{2}){1,16})  .*");
  private static final Pattern RELOCATION = Pattern.compile("\trel (\\d+)\\+(.*)");
  // Only the target of a branch is written as a number without any mark.
  private static final Pattern BRANCH = Pattern.compile("(.*[\t ])(\\d+)");
  // On riscv64 it is written as the distance.
  private static final Pattern RISCV_BRANCH = Pattern.compile("((?:B|JAL).* )\\$(-?\\d+)");

  /**
   * A function or a piece of data.
   *
   * @param file the name of the file, without directories, in which a function begins; empty for
   *     data, of which the listing does not say it
   * @param header name, kind, flags, frame; without the size
   * @param code its instructions; empty for data
   * @param data its bytes and relocations; empty for functions
   */
  record Symbol(String file, String header, List<Instruction> code, String data) {

    /** Returns its name, as the linker knows it. */
    String name() {
      int end = header.indexOf(' ');
      return end < 0 ? header : header.substring(0, end);
    }
  }

  /**
   * One instruction.
   *
   * @param pc its offset in the function
   * @param text what it does, without the target of a branch
   * @param targets the offsets of the instructions that it jumps to or reads as constants
   * @param bytes its encoding, in which an offset into a pool of constants is blanked
   * @param relocations what the linker fills in, relative to the instruction
   */
  record Instruction(
      int pc, String text, List<Integer> targets, String bytes, List<String> relocations) {

    boolean isCallOf(String symbol) {
      return text.equals("CALL\t" + symbol + "(SB)") || text.equals("JAL\tX1, " + symbol + "(SB)");
    }
  }

  /** Copies the list. */
  public Listing {
    symbols = List.copyOf(symbols);
  }

  /**
   * Returns what {@code go build -asmflags=-S} printed of one package; empty if it printed
   * something else, such as errors.
   */
  public static Optional<Listing> read(String goarch, String output) {
    try {
      return Optional.of(parse(goarch, output));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  /**
   * Parses the listing of a file that was assembled for {@code goarch}.
   *
   * @throws IllegalStateException naming the first line that is not understood
   */
  public static Listing parse(String goarch, String listing) {
    List<Symbol> symbols = new ArrayList<>();
    SymbolReader reader = new SymbolReader(goarch, "");
    for (String line : listing.lines().toList()) {
      if (line.startsWith("# ")) {
        // The go command says which package follows.
        continue;
      }
      if (line.startsWith("\t")) {
        reader.line(line);
      } else if (!line.isBlank()) {
        if (!HEADER.matcher(line).find()) {
          throw new IllegalStateException("not understood: " + line);
        }
        reader.finish(symbols);
        reader = new SymbolReader(goarch, line);
      }
    }
    reader.finish(symbols);
    return new Listing(symbols);
  }

  private static final class SymbolReader {
    private final String goarch;
    private final String header;
    private final List<Matcher> instructions = new ArrayList<>();
    private final List<String> bytes = new ArrayList<>();
    private final Map<Integer, String> relocations = new HashMap<>();
    private final StringBuilder data = new StringBuilder();

    SymbolReader(String goarch, String header) {
      this.goarch = goarch;
      this.header = header;
    }

    void line(String line) {
      Matcher instruction = INSTRUCTION.matcher(line);
      if (instruction.matches()) {
        instructions.add(instruction);
        return;
      }
      data.append(line).append('\n');
      Matcher hex = HEX.matcher(line);
      Matcher relocation = RELOCATION.matcher(line);
      if (hex.matches()) {
        bytes.addAll(List.of(hex.group(1).strip().split(" ")));
      } else if (relocation.matches()) {
        relocations.merge(
            Integer.parseInt(relocation.group(1)), relocation.group(2), (a, b) -> a + "; " + b);
      } else {
        throw new IllegalStateException("not understood: " + line);
      }
    }

    void finish(List<Symbol> symbols) {
      if (header.isEmpty()) {
        return;
      }
      if (instructions.isEmpty()) {
        symbols.add(new Symbol("", header, List.of(), data.toString()));
        return;
      }
      List<Instruction> code = new ArrayList<>();
      for (int i = 0; i < instructions.size(); i++) {
        int end = i + 1 < instructions.size() ? pc(i + 1) : codeEnd();
        code.add(instruction(pc(i), end, instructions.get(i).group(3)));
      }
      String file = instructions.get(0).group(2);
      symbols.add(new Symbol(file, SIZE.matcher(header).replaceFirst(""), code, ""));
    }

    private int pc(int instruction) {
      return Integer.parseInt(instructions.get(instruction).group(1));
    }

    /** Functions are filled up with zeros, whose number depends on the length of the code. */
    private int codeEnd() {
      int end = bytes.size();
      while (end > pc(instructions.size() - 1) + 2 && bytes.get(end - 1).equals("00")) {
        end--;
      }
      return end;
    }

    private Instruction instruction(int pc, int end, String printed) {
      List<Integer> targets = new ArrayList<>();
      String text = printed;
      Matcher branch = BRANCH.matcher(printed);
      if (branch.matches()) {
        text = branch.group(1) + "TARGET";
        targets.add(Integer.parseInt(branch.group(2)));
      }
      Matcher distance = RISCV_BRANCH.matcher(printed);
      if (goarch.equals("riscv64") && distance.matches()) {
        text = distance.group(1) + "TARGET";
        targets.add(pc + Integer.parseInt(distance.group(2)));
      }
      List<String> code = new ArrayList<>(bytes.subList(pc, Math.max(pc, end)));
      if (goarch.equals("arm")) {
        blankPoolOffsets(pc, code, targets);
      }
      List<String> filledIn = new ArrayList<>();
      for (int at = pc; at < end; at++) {
        String relocation = relocations.get(at);
        if (relocation != null) {
          filledIn.add(at - pc + "+" + relocation);
          if (relocation.contains("R_CALLMIPS") || relocation.contains("R_JMPMIPS")) {
            // Its own offset stands there, until the linker overwrites it.
            code.replaceAll(each -> "..");
          }
        }
      }
      return new Instruction(pc, text, targets, String.join(" ", code), filledIn);
    }

    /** Takes LDR Rt, [PC, #n] apart, by which arm reads constants that stand behind the code. */
    private static void blankPoolOffsets(int pc, List<String> code, List<Integer> targets) {
      for (int at = 0; at + 4 <= code.size(); at += 4) {
        int word = 0;
        for (int i = 3; i >= 0; i--) {
          word = word << 8 | Integer.parseInt(code.get(at + i), 16);
        }
        if ((word & 0x0F7F0000) == 0x051F0000) {
          int offset = word & 0xFFF;
          boolean up = (word & 0x00800000) != 0;
          targets.add(pc + at + 8 + (up ? offset : -offset));
          code.set(at, "..");
          code.set(at + 1, code.get(at + 1).charAt(0) + ".");
        }
      }
    }
  }
}
