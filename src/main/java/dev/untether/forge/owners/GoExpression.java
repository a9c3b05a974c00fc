package dev.untether.forge.owners;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A regular expression of Go, as a machine that is in all its states at once: the time is the
 * length of the text times that of the program, whatever a stranger wrote. Java's own expressions
 * can take exponential time.
 */
final class GoExpression {
  /** How many instructions there may be: {@code {n,m}} repeats what it stands behind. */
  static final int MAX_PROGRAM = 4_000;

  private final List<Instruction> program;
  private final boolean anchored;

  /** What the machine does in a state. */
  private enum Code {
    TAKE,
    SPLIT,
    ASSERT,
    MATCH
  }

  private record Instruction(Code code, IntPredicate set, Place place, int next, int other) {}

  /** Conditions on a place in the text. */
  enum Place {
    START,
    END,
    LINE_START,
    LINE_END,
    WORD_EDGE,
    NO_WORD_EDGE
  }

  /** A part of an expression. */
  sealed interface Node {
    /** One character. */
    record Take(IntPredicate set) implements Node {}

    /** One after the other. */
    record All(List<Node> nodes) implements Node {}

    /** One of them. */
    record Any(List<Node> nodes) implements Node {}

    /**
     * The same, several times.
     *
     * @param max -1 for any number
     */
    record Repeat(Node node, int min, int max) implements Node {}

    /** No character. */
    record At(Place place) implements Node {}
  }

  private GoExpression(List<Instruction> program, boolean anchored) {
    this.program = program;
    this.anchored = anchored;
  }

  /** Thrown within when a program gets too long. */
  static final class TooLong extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** Returns the machine for an expression. */
  static GoExpression of(Node node) throws TooLong {
    Compilation compilation = new Compilation();
    int match = compilation.add(new Instruction(Code.MATCH, c -> false, Place.START, -1, -1));
    int start = compilation.compile(node, match);
    compilation.program.add(new Instruction(Code.SPLIT, c -> false, Place.START, start, start));
    return new GoExpression(List.copyOf(compilation.program), isAnchored(node));
  }

  /** Returns whether it can begin at the start of a text alone. */
  private static boolean isAnchored(Node node) {
    if (node instanceof Node.All all) {
      return !all.nodes().isEmpty() && isAnchored(all.nodes().get(0));
    }
    return node instanceof Node.Any any
        ? any.nodes().stream().allMatch(GoExpression::isAnchored)
        : node.equals(new Node.At(Place.START));
  }

  /** Compiles from the end to the start: where a part goes on is known before the part. */
  private static final class Compilation {
    private final List<Instruction> program = new ArrayList<>();
    private int steps;

    int add(Instruction instruction) throws TooLong {
      if (program.size() >= MAX_PROGRAM) {
        throw new TooLong();
      }
      program.add(instruction);
      return program.size() - 1;
    }

    int compile(Node node, int next) throws TooLong {
      // What takes no character adds no instruction, however often it is repeated.
      if (++steps > 10 * MAX_PROGRAM) {
        throw new TooLong();
      }
      if (node instanceof Node.Take take) {
        return add(new Instruction(Code.TAKE, take.set(), Place.START, next, -1));
      }
      if (node instanceof Node.At at) {
        return add(new Instruction(Code.ASSERT, c -> false, at.place(), next, -1));
      }
      if (node instanceof Node.All all) {
        int to = next;
        for (int i = all.nodes().size() - 1; i >= 0; i--) {
          to = compile(all.nodes().get(i), to);
        }
        return to;
      }
      if (node instanceof Node.Any any) {
        int start = compile(any.nodes().get(0), next);
        for (Node other : any.nodes().subList(1, any.nodes().size())) {
          start = split(start, compile(other, next));
        }
        return start;
      }
      return repeat((Node.Repeat) node, next);
    }

    private int repeat(Node.Repeat repeat, int next) throws TooLong {
      int to = next;
      if (repeat.max() < 0) {
        int loop = split(next, next);
        int start = compile(repeat.node(), loop);
        program.set(loop, new Instruction(Code.SPLIT, c -> false, Place.START, start, next));
        to = loop;
      }
      for (int i = repeat.min(); i < repeat.max(); i++) {
        to = split(compile(repeat.node(), to), next);
      }
      for (int i = 0; i < repeat.min(); i++) {
        to = compile(repeat.node(), to);
      }
      return to;
    }

    private int split(int one, int other) throws TooLong {
      return add(new Instruction(Code.SPLIT, c -> false, Place.START, one, other));
    }
  }

  /** Returns whether some part of the text is like this. */
  boolean matches(String text) {
    States states = new States(program.size());
    States following = new States(program.size());
    int at = 0;
    while (true) {
      boolean begins = at == 0 || !anchored;
      if (begins && follow(states, program.size() - 1, text, at)) {
        return true;
      }
      if (at >= text.length() || (states.count == 0 && !begins)) {
        return false;
      }
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      following.clear();
      for (int i = 0; i < states.count; i++) {
        Instruction instruction = program.get(states.list[i]);
        if (instruction.code() == Code.TAKE
            && instruction.set().test(c)
            && follow(following, instruction.next(), text, at)) {
          return true;
        }
      }
      States swapped = states;
      states = following;
      following = swapped;
    }
  }

  /** Adds what is reached without a character, and returns whether the end is. */
  private boolean follow(States states, int from, String text, int at) {
    int[] stack = states.stack;
    int depth = 0;
    stack[depth++] = from;
    while (depth > 0) {
      int state = stack[--depth];
      if (!states.add(state)) {
        continue;
      }
      Instruction instruction = program.get(state);
      switch (instruction.code()) {
        case MATCH -> {
          return true;
        }
        case SPLIT -> {
          stack[depth++] = instruction.other();
          stack[depth++] = instruction.next();
        }
        case ASSERT -> {
          if (holds(instruction.place(), text, at)) {
            stack[depth++] = instruction.next();
          }
        }
        case TAKE -> {
          // Waits for a character.
        }
      }
    }
    return false;
  }

  private static boolean holds(Place place, String text, int at) {
    return switch (place) {
      case START -> at == 0;
      case END -> at == text.length();
      case LINE_START -> at == 0 || text.charAt(at - 1) == '\n';
      case LINE_END -> at == text.length() || text.charAt(at) == '\n';
      case WORD_EDGE -> isWordEdge(text, at);
      case NO_WORD_EDGE -> !isWordEdge(text, at);
    };
  }

  private static boolean isWordEdge(String text, int at) {
    boolean before = at > 0 && isWord(text.charAt(at - 1));
    boolean after = at < text.length() && isWord(text.charAt(at));
    return before != after;
  }

  /** Returns whether Go counts a character to words. */
  static boolean isWord(int c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }

  /** The states that the machine is in. */
  private static final class States {
    private final boolean[] in;
    private final int[] list;
    // Every state pushes two at most, once.
    private final int[] stack;
    private int count;

    States(int size) {
      in = new boolean[size];
      list = new int[size];
      stack = new int[2 * size + 2];
    }

    boolean add(int state) {
      if (in[state]) {
        return false;
      }
      in[state] = true;
      list[count++] = state;
      return true;
    }

    void clear() {
      Arrays.fill(in, false);
      count = 0;
    }
  }
}
