package dev.untether.recipe.assembly;

import dev.untether.recipe.AssemblyMatch;
import dev.untether.recipe.Between;
import dev.untether.recipe.Callee;
import dev.untether.recipe.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Proves for one function that the steps of a match stand around an instruction: the steps before
 * it on every path that leads to it, the steps after it on every path that goes on from it.
 */
final class SequenceMatcher {
  private final View view;
  private final AssemblyMatch match;
  private final Paths paths;
  private final Slots slots;

  SequenceMatcher(View view, AssemblyMatch match) {
    this.view = view;
    this.match = match;
    this.paths = new Paths(view);
    this.slots = new Slots(view);
  }

  /** Returns the Progs that look like step {@code step}. */
  List<Integer> candidates(int step) {
    Callee callee = callee(step);
    return IntStream.range(1, view.size())
        .filter(prog -> Calls.matches(view, prog, callee))
        .boxed()
        .toList();
  }

  /**
   * Returns the site of Prog {@code prog} as step {@code step}.
   *
   * @throws Refusal when a step is missing on some path, or what must hold between them does not
   */
  Site prove(int prog, int step) throws Refusal {
    Set<Integer> last = Set.of(prog);
    for (int next = step + 1; next <= match.sequence().size(); next++) {
      last = forward(last, next);
    }
    Map<String, String> bound = new TreeMap<>();
    int later = prog;
    for (int before = step - 1; before >= 0; before--) {
      later = backward(later, before);
      bind(later, before, prog, bound);
    }
    return new Site(view, prog, bound);
  }

  private Callee callee(int step) {
    return ((Step.Call) match.sequence().get(step)).callee();
  }

  private Set<Integer> forward(Set<Integer> from, int next) throws Refusal {
    Set<Integer> reached = new HashSet<>();
    boolean toEnd = next == match.sequence().size();
    Paths.Guard guard = guard(next - 1, next);
    if (toEnd && guard.unread().isEmpty() && !guard.noCalls()) {
      return from;
    }
    for (int prog : from) {
      if (toEnd) {
        paths.forwardToEnd(prog, guard);
      } else {
        Callee callee = callee(next);
        reached.addAll(
            paths.forward(
                prog, p -> Calls.matches(view, p, callee), Calls.describe(callee), guard));
      }
    }
    return reached;
  }

  private int backward(int later, int before) throws Refusal {
    Callee callee = callee(before);
    Set<Integer> met =
        paths.backward(later, prog -> Calls.matches(view, prog, callee), Calls.describe(callee));
    if (met.size() != 1) {
      throw new Refusal("there is more than one " + Calls.describe(callee) + " before it");
    }
    int earlier = met.iterator().next();
    // The same guard as forwards; that every path from there leads here is not asked.
    Paths.Guard guard = guard(before, before + 1);
    for (int i = earlier + 1; i < later; i++) {
      paths.check(i, guard);
    }
    return earlier;
  }

  /** Collects what must hold between two neighbouring steps. */
  private Paths.Guard guard(int from, int to) {
    Set<String> unread = new HashSet<>();
    boolean noCalls = false;
    for (Between between : match.between()) {
      if (between.gap().from() > from || between.gap().to() < to) {
        continue;
      }
      if (between instanceof Between.NotCalls) {
        noCalls = true;
      } else if (between instanceof Between.NotReads notReads) {
        unread.addAll(watched(notReads));
      }
    }
    return new Paths.Guard(Set.copyOf(unread), noCalls, watchedMeaning(from));
  }

  private String watchedMeaning(int step) {
    return Calls.describe(callee(step)).replaceFirst("^a call of ", "") + " leaves changed";
  }

  private Set<String> watched(Between.NotReads notReads) {
    Set<String> registers = new HashSet<>();
    if (notReads.watched().contains(Between.Watched.G)) {
      view.architecture().g().ifPresent(g -> registers.add(view.data().canonical(g)));
    }
    if (notReads.watched().contains(Between.Watched.CLOBBERS)) {
      Step.Call call = (Step.Call) match.sequence().get(notReads.gap().from());
      call.clobbers()
          .ifPresent(
              it ->
                  it.on(view.architecture().goarch())
                      .forEach(register -> registers.add(view.data().canonical(register))));
    }
    return registers;
  }

  /** Binds the values that the indirect call {@code call} hands over, for use at {@code site}. */
  private void bind(int call, int step, int site, Map<String, String> bound) throws Refusal {
    if (!(callee(step) instanceof Callee.Indirect indirect)) {
      return;
    }
    paths.requireOneWayTo(site);
    String register = Calls.register(view, call).orElseThrow();
    if (indirect.through().isPresent()) {
      slots.require(slots.origin(register, call), indirect.through().get());
    }
    List<String> arguments = view.architecture().cArgumentRegisters();
    for (Callee.Passed passed : indirect.passes()) {
      if (passed.register() >= arguments.size()) {
        throw new Refusal("C passes no argument " + passed.register() + " in a register here");
      }
      Slots.Loaded loaded = slots.origin(arguments.get(passed.register()), call);
      slots.require(loaded, passed.value());
      if (passed.name().isPresent()) {
        bound.put(passed.name().get(), slots.again(loaded, call, site));
      }
    }
  }
}
