package dev.untether.access;

import dev.untether.access.Situation.Decision;

/** Go 1.24 to 1.26: what Go code defines must be pushed; assembly and wrappers pass. */
sealed class GoDefinitionCheck extends LinkerCheck permits BuiltinHoleCheck {

  @Override
  Decision pull(Situation situation) {
    return byName(situation);
  }

  @Override
  final Decision definition(Situation situation, Slot slot) {
    if (slot.kind().isAssembly()) {
      // The go command does not tell the assembler that it assembles the standard library.
      return Decision.accept(Rule.ASSEMBLY_NOT_CHECKED);
    }
    if (slot.pushed()) {
      return Decision.accept(Rule.PUSHED);
    }
    return slot.kind() == Slot.Kind.WRAPPER
        ? Decision.accept(Rule.ABI_WRAPPER)
        : Decision.reject(Rule.NOT_PUSHED);
  }
}
