package dev.untether.access;

import dev.untether.access.Reference.VariablePull;
import dev.untether.access.Situation.Decision;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What becomes of a pulled variable: unlike a function without a body it is a definition of its
 * own, which the linker merges with the library's.
 */
final class VariableCheck {
  private final LinkerFacts linker;
  private final LinkerCheck check;
  private final int pointerSize;

  VariableCheck(LinkerFacts linker, LinkerCheck check, int pointerSize) {
    this.linker = linker;
    this.check = check;
    this.pointerSize = pointerSize;
  }

  Decision decide(VariablePull pull, Optional<SymbolFacts> facts, Situation situation) {
    if (situation.slot().filter(slot -> slot.kind() == Slot.Kind.THREAD_LOCAL).isPresent()) {
      return Decision.reject(
          linker.largerVariableWins() ? Rule.DUPLICATE_DEFINITION : Rule.THREAD_LOCAL_REPLACED);
    }
    if (pull.initialised()) {
      return initialised(situation.slot());
    }
    if (linker.checks() && situation.symbol().indexOf('.') < 0) {
      return Decision.accept(Rule.NO_PACKAGE_IN_NAME);
    }
    Optional<Decision> listed = situation.listed();
    if (linker.checks() && listed.filter(d -> d.outcome() == Outcome.REJECTED).isPresent()) {
      return listed.get();
    }
    if (facts.isEmpty() || situation.slot().isEmpty()) {
      return Decision.accept(Rule.NEW_VARIABLE);
    }
    Slot slot = situation.slot().get();
    if (slot.kind() == Slot.Kind.WRAPPER && linker.checksAssembly()) {
      // Since that release, too, a variable takes the place of a symbol that may be duplicated.
      return Decision.reject(Rule.VARIABLE_FOR_FUNCTION);
    }
    Decision decision = check.byName(situation);
    return decision.outcome() == Outcome.REJECTED && linker.largerVariableWins()
        ? larger(pull, facts.get(), slot).orElse(decision)
        : decision;
  }

  private static Decision initialised(Optional<Slot> slot) {
    if (slot.isEmpty()) {
      return Decision.accept(Rule.NEW_VARIABLE);
    }
    return switch (slot.get().kind()) {
      case ZEROED_VARIABLE -> Decision.accept(Rule.OVERRIDDEN_VARIABLE);
      case INITIALISED_VARIABLE -> new Decision(Outcome.UNCERTAIN, Rule.MAYBE_DUPLICATE_DEFINITION);
      default -> Decision.reject(Rule.DUPLICATE_DEFINITION);
    };
  }

  /** Returns whether the user's variable takes the library's place; empty if it does not. */
  private Optional<Decision> larger(VariablePull pull, SymbolFacts facts, Slot slot) {
    String written = facts.signature();
    if (!slot.kind().isData()
        || slot.kind() == Slot.Kind.ASSEMBLY_DATA
        || pull.writtenType().isEmpty()
        || pull.type().equals(written)) {
      return Optional.empty();
    }
    OptionalInt mine = pull.size(pointerSize);
    OptionalInt theirs = facts.zeroSized() ? OptionalInt.of(0) : TypeSize.of(written, pointerSize);
    boolean known = mine.isPresent() && theirs.isPresent();
    if (known && mine.getAsInt() <= theirs.getAsInt()
        || mine.orElse(Integer.MAX_VALUE) <= 1 && !facts.zeroSized()) {
      return Optional.empty();
    }
    if (known && slot.kind() == Slot.Kind.ZEROED_VARIABLE) {
      return Optional.of(Decision.accept(Rule.LARGER_VARIABLE));
    }
    return Optional.of(new Decision(Outcome.UNCERTAIN, Rule.MAYBE_LARGER_VARIABLE));
  }
}
