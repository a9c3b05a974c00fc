package dev.untether.access;

import java.util.List;
import java.util.Optional;

/**
 * All that the linker looks at when it comes to one reference.
 *
 * @param linker the release's own rules
 * @param regabi whether the architecture has two calling conventions
 * @param referrer the package that refers
 * @param symbol the name it refers to
 * @param abi the calling convention it asks for
 * @param slot what is defined in that convention
 * @param other what is defined in the other one
 * @param named whether another reference made the linker note the name in the other convention
 */
record Situation(
    LinkerFacts linker,
    boolean regabi,
    String referrer,
    String symbol,
    Abi abi,
    Optional<Slot> slot,
    Optional<Slot> other,
    boolean named) {

  /** Where there are no wrappers, a builtin answers to every convention. */
  boolean isBuiltin() {
    Integer number = linker.builtins().get(symbol);
    return number != null && (!regabi || number == abi.number());
  }

  Decision defined(Rule rule) {
    return slot.isPresent() ? Decision.accept(rule) : undefined();
  }

  Decision undefined() {
    Rule rule = other.isPresent() ? Rule.WRONG_ABI : Rule.NOT_DEFINED;
    return new Decision(Outcome.UNDEFINED, rule);
  }

  /** Returns whether the list of blocked names has something to say, and what. */
  Optional<Decision> listed() {
    List<String> allowed = linker.blocked().get(symbol);
    if (allowed == null) {
      return Optional.empty();
    }
    return Optional.of(
        allowed.contains(referrer) ? defined(Rule.ALLOWED_BY_LIST) : Decision.reject(Rule.BLOCKED));
  }

  /**
   * An outcome and what decides it.
   *
   * @param outcome the outcome
   * @param rule the rule
   */
  record Decision(Outcome outcome, Rule rule) {
    static Decision accept(Rule rule) {
      return new Decision(Outcome.ACCEPTED, rule);
    }

    static Decision reject(Rule rule) {
      return new Decision(Outcome.REJECTED, rule);
    }
  }
}
