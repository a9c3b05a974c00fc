package dev.untether.asm;

import dev.untether.text.Span;
import java.util.List;

/**
 * One statement as the assembler's parser sees it: {@code label: word.suffix operand, operand}.
 *
 * @param labels the names of the labels that stand before it
 * @param word the opcode or directive
 * @param suffixes the words after its dots
 * @param operands the tokens of each operand
 */
public record Statement(
    List<ExpandedToken> labels,
    ExpandedToken word,
    List<String> suffixes,
    List<List<ExpandedToken>> operands) {

  /** Copies the lists. */
  public Statement {
    labels = List.copyOf(labels);
    suffixes = List.copyOf(suffixes);
    operands = List.copyOf(operands);
  }

  /** Returns the opcode or directive without suffixes. */
  public String opcode() {
    return word.text();
  }

  /**
   * Returns whether the assembler makes an instruction ({@code Prog}) of it, which n(PC) counts.
   */
  public boolean isProg() {
    return !opcode().equals("DATA") && !opcode().equals("GLOBL");
  }

  /**
   * Returns whether every token stands in the assembled file itself, so that the statement is one
   * place that can be edited.
   */
  public boolean isDirect() {
    if (!word.isDirect()) {
      return false;
    }
    for (List<ExpandedToken> operand : operands) {
      for (ExpandedToken token : operand) {
        if (!token.isDirect()) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Returns the bytes from the opcode to the end of the last operand in the assembled file; for a
   * statement that came out of a macro, the bytes of the outermost calls.
   */
  public Span span() {
    int start = word.outermost().span().start();
    int end = word.outermost().span().end();
    for (List<ExpandedToken> operand : operands) {
      for (ExpandedToken token : operand) {
        Span span = token.outermost().span();
        start = Math.min(start, span.start());
        end = Math.max(end, span.end());
      }
    }
    return new Span(start, end);
  }
}
