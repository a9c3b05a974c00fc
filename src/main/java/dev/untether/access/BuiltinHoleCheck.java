package dev.untether.access;

import dev.untether.access.Situation.Decision;

/** Go 1.23: as later, but a pull of a builtin is encoded by number and so never checked. */
final class BuiltinHoleCheck extends GoDefinitionCheck {

  @Override
  Decision pull(Situation situation) {
    return situation.isBuiltin() ? situation.defined(Rule.BUILTIN) : byName(situation);
  }
}
