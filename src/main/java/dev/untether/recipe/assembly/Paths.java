package dev.untether.recipe.assembly;

import dev.untether.asm.ControlFlow.Ending;
import dev.untether.asm.ControlFlow.Flow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Walks every path between two instructions of a function. */
final class Paths {
  /** Hand-written functions stay far below; a hostile one must not cost minutes. */
  private static final int MAX_STATES = 100_000;

  /**
   * What must hold on the way.
   *
   * @param unread registers that nothing may read before writing them
   * @param noCalls whether calls are forbidden
   * @param why what the registers are, for the message
   */
  record Guard(Set<String> unread, boolean noCalls, String why) {}

  private record State(int index, Set<String> unread) {}

  private final View view;

  Paths(View view) {
    this.view = view;
  }

  /**
   * Returns the Progs fulfilling {@code goal} that are reached first on the paths that start behind
   * {@code from}.
   *
   * @param name how messages call the goal
   * @throws Refusal when a path leaves the function before, or breaks the guard
   */
  Set<Integer> forward(int from, IntPredicate goal, String name, Guard guard) throws Refusal {
    Set<Integer> reached = new TreeSet<>();
    Deque<State> open = new ArrayDeque<>();
    Set<State> seen = new HashSet<>();
    push(view.flow().after(from), from, guard.unread(), open, name);
    while (!open.isEmpty()) {
      State state = open.pop();
      if (!seen.add(state)) {
        continue;
      }
      if (seen.size() > MAX_STATES) {
        throw new Refusal("the function has too many paths to follow");
      }
      if (goal.test(state.index())) {
        reached.add(state.index());
        continue;
      }
      check(state.index(), new Guard(state.unread(), guard.noCalls(), guard.why()));
      Set<String> unread = new HashSet<>(state.unread());
      unread.removeAll(view.data().defines(view.prog(state.index())));
      push(view.flow().after(state.index()), state.index(), Set.copyOf(unread), open, name);
    }
    if (reached.isEmpty()) {
      throw new Refusal("no path leads to " + name);
    }
    return reached;
  }

  /**
   * Checks the guard on every path from behind {@code from} to where the function is left.
   *
   * @throws Refusal when it is broken
   */
  void forwardToEnd(int from, Guard guard) throws Refusal {
    Deque<State> open = new ArrayDeque<>();
    Set<State> seen = new HashSet<>();
    view.flow().after(from).next().forEach(next -> open.push(new State(next, guard.unread())));
    while (!open.isEmpty()) {
      State state = open.pop();
      if (seen.size() > MAX_STATES) {
        throw new Refusal("the function has too many paths to follow");
      }
      if (seen.add(state)) {
        check(state.index(), new Guard(state.unread(), guard.noCalls(), guard.why()));
        Set<String> unread = new HashSet<>(state.unread());
        unread.removeAll(view.data().defines(view.prog(state.index())));
        for (int next : view.flow().after(state.index()).next()) {
          open.push(new State(next, Set.copyOf(unread)));
        }
      }
    }
  }

  private void push(Flow flow, int from, Set<String> unread, Deque<State> open, String name)
      throws Refusal {
    if (flow.ending() == Ending.LEAVES) {
      throw new Refusal(
          "control may leave the function in line " + view.line(from) + " before " + name);
    }
    if (flow.next().isEmpty() && flow.ending() != Ending.STOPS) {
      throw new Refusal("the function ends in line " + view.line(from) + " before " + name);
    }
    for (int next : flow.next()) {
      open.push(new State(next, unread));
    }
  }

  /**
   * Checks one Prog.
   *
   * @throws Refusal when it breaks the guard
   */
  void check(int index, Guard guard) throws Refusal {
    Set<String> read = new TreeSet<>(view.data().reads(view.prog(index)));
    read.retainAll(guard.unread());
    if (!read.isEmpty()) {
      throw new Refusal(
          "line "
              + view.line(index)
              + " may read "
              + String.join(", ", read)
              + ", which "
              + guard.why());
    }
    if (guard.noCalls() && view.isCall(index)) {
      throw new Refusal(
          "line " + view.line(index) + " calls " + Calls.describe(view, index) + " in between");
    }
  }

  /**
   * Returns the Progs fulfilling {@code goal} that are met first on the paths that lead to {@code
   * to}, walked backwards.
   *
   * @throws Refusal when {@code to} can be reached from the entry without meeting one
   */
  Set<Integer> backward(int to, IntPredicate goal, String name) throws Refusal {
    List<List<Integer>> before = predecessors();
    Set<Integer> met = new TreeSet<>();
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(before.get(to));
    while (!open.isEmpty()) {
      int index = open.pop();
      if (!seen.add(index)) {
        continue;
      }
      if (goal.test(index)) {
        met.add(index);
      } else if (index == 0) {
        throw new Refusal("it can be reached without " + name + " before it");
      } else {
        open.addAll(before.get(index));
      }
    }
    return met;
  }

  private List<List<Integer>> predecessors() {
    List<List<Integer>> before = new ArrayList<>();
    for (int i = 0; i < view.size(); i++) {
      before.add(new ArrayList<>());
    }
    for (int i = 0; i < view.size(); i++) {
      for (int next : view.flow().after(i).next()) {
        before.get(next).add(i);
      }
    }
    return before;
  }

  /**
   * Checks that only one way leads from the entry to Prog {@code to}: through every Prog between.
   * Branches may leave it, but none may come back into it.
   *
   * @throws Refusal when there is another way
   */
  void requireOneWayTo(int to) throws Refusal {
    for (int i = 1; i < view.size(); i++) {
      List<Integer> next = view.flow().after(i).next();
      for (int target : next) {
        if (target <= to && target != i + 1) {
          throw new Refusal(
              "line " + view.line(i) + " branches to line " + view.line(target) + " before it");
        }
      }
      if (i < to && !next.contains(i + 1)) {
        throw new Refusal("control does not go on from line " + view.line(i) + " to it");
      }
    }
  }
}
