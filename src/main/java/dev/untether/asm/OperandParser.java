package dev.untether.asm;

import dev.untether.asm.Operand.Pseudo;
import dev.untether.asm.arch.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads one operand. Never fails: a form that is not known becomes {@link Operand.Other}.
 *
 * <p>https://github.com/golang/go/blob/go1.27.4/src/cmd/asm/internal/asm/parse.go ({@code operand})
 */
public final class OperandParser {
  private final Architecture architecture;
  private List<ExpandedToken> tokens = List.of();
  private int at;

  /** Makes a parser for operands of one architecture; not for use by several threads. */
  public OperandParser(Architecture architecture) {
    this.architecture = architecture;
  }

  /** Returns what the tokens of one operand mean. */
  public Operand parse(List<ExpandedToken> operand) {
    tokens = operand;
    at = 0;
    char prefix = is(AsmKind.DOLLAR) ? '$' : is(AsmKind.STAR) ? '*' : 0;
    if (prefix != 0) {
      at++;
    }
    int start = at;
    Optional<Operand> symbol = symbol(prefix);
    if (symbol.isPresent()) {
      return symbol.get();
    }
    at = start;
    return register(prefix)
        .or(() -> constantOrMemory(start, prefix))
        .orElseGet(() -> new Operand.Other(registers()));
  }

  /** Returns every register that the tokens of one operand name. */
  public List<String> registersOf(List<ExpandedToken> operand) {
    tokens = operand;
    return registers();
  }

  /**
   * Two registers with a minus between them in a list.
   *
   * @param first the lower end
   * @param last the upper end
   */
  record Range(String first, String last) {}

  /** Returns the ranges of a register list: {@code R3-R7} of {@code [R1,R3-R7]}. */
  List<Range> rangesOf(List<ExpandedToken> operand) {
    tokens = operand;
    List<Range> ranges = new ArrayList<>();
    for (int i = 1; i + 1 < operand.size(); i++) {
      if (kindAt(i) == AsmKind.MINUS && isRegisterAt(i - 1) && isRegisterAt(i + 1)) {
        ranges.add(new Range(textAt(i - 1), textAt(i + 1)));
      }
    }
    return ranges;
  }

  /** Returns the number at the end of a register's name, or -1. */
  static int numberOf(String register) {
    int start = register.length();
    while (start > 0 && Character.isDigit(register.charAt(start - 1))) {
      start--;
    }
    return start == register.length() || register.length() - start > 3
        ? -1
        : Integer.parseInt(register.substring(start));
  }

  /** Returns the value of an expression of plain numbers; empty when it is anything else. */
  OptionalLong constant(List<ExpandedToken> expression) {
    tokens = expression;
    at = 0;
    Expression read = new Expression();
    return read.read() && at == tokens.size() ? read.value() : OptionalLong.empty();
  }

  private boolean is(AsmKind kind) {
    return kindAt(at) == kind;
  }

  private AsmKind kindAt(int index) {
    return index < tokens.size() ? tokens.get(index).kind() : AsmKind.NEWLINE;
  }

  private String textAt(int index) {
    return index < tokens.size() ? tokens.get(index).text() : "";
  }

  // Symbols: name [<> | <ABI>] [±expression] (pseudo-register) [(index*scale)].

  private Optional<Operand> symbol(char prefix) {
    if (!is(AsmKind.IDENT) || isRegisterAt(at)) {
      return Optional.empty();
    }
    String name = textAt(at++);
    if (at == tokens.size()) {
      return prefix == 0 ? Optional.of(new Operand.Word(name)) : Optional.empty();
    }
    boolean isStatic = false;
    String abi = "ABI0";
    if (is(AsmKind.LESS)) {
      at++;
      if (is(AsmKind.IDENT)) {
        abi = textAt(at++);
      } else {
        isStatic = true;
      }
      if (!is(AsmKind.GREATER)) {
        return Optional.empty();
      }
      at++;
    }
    OptionalLong offset = OptionalLong.of(0);
    if (is(AsmKind.PLUS) || is(AsmKind.MINUS)) {
      Expression expression = new Expression();
      if (!expression.read()) {
        return Optional.empty();
      }
      offset = expression.value();
    }
    if (!is(AsmKind.LEFT_PAREN) || kindAt(at + 2) != AsmKind.RIGHT_PAREN) {
      return Optional.empty();
    }
    AsmKind after = kindAt(at + 3);
    // What may follow: the width of DATA, and on x86 an index, as in table<>(SB)(AX*8).
    boolean end = at + 3 == tokens.size() || after == AsmKind.SLASH || after == AsmKind.LEFT_PAREN;
    String base = textAt(at + 1);
    if (!end) {
      return Optional.empty();
    }
    SymbolName symbol = new SymbolName(name, abi, isStatic);
    return switch (base) {
      case "SB" -> Optional.of(new Operand.Symbol(symbol, offset, Pseudo.SB, prefix));
      case "FP" -> Optional.of(new Operand.Symbol(symbol, offset, Pseudo.FP, prefix));
      case "SP" ->
          isConstantName(name)
              ? Optional.empty()
              : Optional.of(new Operand.Symbol(symbol, offset, Pseudo.SP, prefix));
      case "PC" -> Optional.of(new Operand.PcRelative(offset));
      default -> Optional.empty();
    };
  }

  /**
   * Returns whether only go_asm.h makes such names, so that {@code name(SP)} is hardware memory.
   */
  private static boolean isConstantName(String name) {
    return name.startsWith("const_") || name.endsWith("__size");
  }

  // Registers.

  private boolean isRegisterAt(int index) {
    String text = textAt(index);
    return architecture.isRegister(text)
        || architecture.isRegisterPrefix(text)
            && kindAt(index + 1) == AsmKind.LEFT_PAREN
            && kindAt(index + 2) == AsmKind.INT
            && kindAt(index + 3) == AsmKind.RIGHT_PAREN;
  }

  private Optional<String> registerName() {
    if (!is(AsmKind.IDENT) || !isRegisterAt(at)) {
      return Optional.empty();
    }
    String name = textAt(at);
    if (architecture.isRegister(name)) {
      at++;
      return Optional.of(name);
    }
    String number = textAt(at + 2);
    at += 4;
    // R(10) is another spelling of g on arm: the name that other operands use goes before.
    return architecture
        .numberedRegister(name, numberOf(number))
        .or(() -> Optional.of(name + number));
  }

  private Optional<Operand> register(char prefix) {
    Optional<String> name = registerName();
    if (name.isEmpty()) {
      return is(AsmKind.LEFT_BRACKET)
          ? Optional.of(new Operand.RegisterList(registers()))
          : Optional.empty();
    }
    if (at == tokens.size()) {
      return Optional.of(new Operand.Register(name.get(), prefix == '*'));
    }
    return Optional.of(new Operand.Modified(name.get(), registers()));
  }

  private List<String> registers() {
    List<String> named = new ArrayList<>();
    int here = at;
    for (at = 0; at < tokens.size(); ) {
      Optional<String> name = registerName();
      if (name.isPresent()) {
        named.add(name.get());
      } else {
        at++;
      }
    }
    at = here;
    return List.copyOf(named);
  }

  // Constants and memory: [expression] [(base)] [(index*scale)].

  private Optional<Operand> constantOrMemory(int start, char prefix) {
    at = start;
    if (is(AsmKind.FLOAT) || is(AsmKind.STRING) || is(AsmKind.UNTERMINATED)) {
      return Optional.of(new Operand.Literal(textAt(at)));
    }
    if (prefix == '$' && is(AsmKind.MINUS) && kindAt(at + 1) == AsmKind.FLOAT) {
      return Optional.of(new Operand.Literal("-" + textAt(at + 1)));
    }
    OptionalLong offset = OptionalLong.of(0);
    if (!(is(AsmKind.LEFT_PAREN) && isRegisterAt(at + 1))) {
      if (is(AsmKind.LEFT_PAREN) && textAt(at + 1).equals("PC")) {
        return Optional.of(new Operand.PcRelative(offset));
      }
      Expression expression = new Expression();
      if (!expression.read()) {
        return Optional.empty();
      }
      offset = expression.value();
      if (at == tokens.size() || is(AsmKind.SLASH)) {
        return Optional.of(
            prefix == '$'
                ? new Operand.Immediate(offset)
                : new Operand.Memory("", "", offset, false));
      }
    }
    if (!is(AsmKind.LEFT_PAREN)) {
      return Optional.empty();
    }
    at++;
    if (textAt(at).equals("PC") && kindAt(at + 1) == AsmKind.RIGHT_PAREN) {
      return Optional.of(new Operand.PcRelative(offset));
    }
    return memory(offset, prefix == '$');
  }

  private Optional<Operand> memory(OptionalLong offset, boolean address) {
    Optional<String> first = registerName();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    if (is(AsmKind.RIGHT_PAREN) && at + 1 == tokens.size()) {
      return Optional.of(new Operand.Memory(first.get(), "", offset, address));
    }
    if (is(AsmKind.STAR)) {
      return Optional.of(new Operand.Memory("", first.get(), offset, address));
    }
    if (is(AsmKind.COMMA)) {
      return Optional.of(new Operand.RegisterList(registers()));
    }
    at = is(AsmKind.RIGHT_PAREN) ? at + 2 : at + 1;
    Optional<String> second = registerName();
    return second.isEmpty()
        ? Optional.empty()
        : Optional.of(new Operand.Memory(first.get(), second.get(), offset, address));
  }

  /**
   * An integer expression in the assembler's 64-bit unsigned arithmetic. Names, which only go_asm.h
   * can mean here, make its value unknown.
   */
  private final class Expression {
    private boolean known = true;
    private long result;

    OptionalLong value() {
      return known ? OptionalLong.of(result) : OptionalLong.empty();
    }

    /** Reads as far as the expression goes; returns whether there was one. */
    boolean read() {
      return sum(0);
    }

    private boolean sum(int depth) {
      if (!product(depth)) {
        return false;
      }
      long left = result;
      while (is(AsmKind.PLUS) || is(AsmKind.MINUS) || is(AsmKind.PIPE) || is(AsmKind.CARET)) {
        AsmKind operator = kindAt(at++);
        if (!product(depth)) {
          return false;
        }
        left =
            switch (operator) {
              case PLUS -> left + result;
              case MINUS -> left - result;
              case PIPE -> left | result;
              default -> left ^ result;
            };
      }
      result = left;
      return true;
    }

    private boolean product(int depth) {
      if (!factor(depth)) {
        return false;
      }
      long left = result;
      while (isProductOperator()) {
        AsmKind operator = kindAt(at++);
        if (!factor(depth)) {
          return false;
        }
        left = multiply(operator, left, result);
      }
      result = left;
      return true;
    }

    private boolean isProductOperator() {
      return switch (kindAt(at)) {
        case STAR, PERCENT, SHIFT_LEFT, SHIFT_RIGHT, AMPERSAND -> true;
        // In DATA, sym+8(SB)/8 is a width and no division: that one follows a parenthesis.
        case SLASH -> true;
        default -> false;
      };
    }

    private long multiply(AsmKind operator, long left, long right) {
      boolean shiftsAway = right < 0 || right > 63;
      return switch (operator) {
        case STAR -> left * right;
        case SHIFT_LEFT -> shiftsAway ? 0 : left << right;
        case SHIFT_RIGHT -> shiftsAway ? 0 : left >>> right;
        case AMPERSAND -> left & right;
        default -> divide(operator, left, right);
      };
    }

    private long divide(AsmKind operator, long left, long right) {
      if (right == 0) {
        known = false;
        return 0;
      }
      return operator == AsmKind.SLASH
          ? Long.divideUnsigned(left, right)
          : Long.remainderUnsigned(left, right);
    }

    private boolean factor(int depth) {
      // The assembler recurses without a limit; nobody writes such depths by hand.
      if (depth > 200) {
        return false;
      }
      AsmKind kind = kindAt(at);
      if (kind == AsmKind.IDENT && isRegisterAt(at)) {
        return false;
      }
      at++;
      switch (kind) {
        case PLUS -> {
          return factor(depth + 1);
        }
        case MINUS, TILDE -> {
          boolean read = factor(depth + 1);
          result = kind == AsmKind.MINUS ? -result : ~result;
          return read;
        }
        case INT -> number(textAt(at - 1));
        case CHAR -> {
          known &= textAt(at - 1).length() == 3;
          result = textAt(at - 1).charAt(1);
        }
        case IDENT -> {
          known = false;
          result = 0;
        }
        case LEFT_PAREN -> {
          boolean read = sum(depth + 1) && is(AsmKind.RIGHT_PAREN);
          at++;
          return read;
        }
        default -> {
          at--;
          return false;
        }
      }
      return true;
    }

    private void number(String text) {
      String digits = text.replace("_", "");
      try {
        result = parse(digits);
      } catch (NumberFormatException e) {
        known = false;
        result = 0;
      }
    }

    private static long parse(String digits) {
      if (digits.length() > 1 && digits.charAt(0) == '0') {
        return switch (Character.toLowerCase(digits.charAt(1))) {
          case 'x' -> Long.parseUnsignedLong(digits.substring(2), 16);
          case 'b' -> Long.parseUnsignedLong(digits.substring(2), 2);
          case 'o' -> Long.parseUnsignedLong(digits.substring(2), 8);
          default -> Long.parseUnsignedLong(digits.substring(1), 8);
        };
      }
      return Long.parseUnsignedLong(digits);
    }
  }
}
