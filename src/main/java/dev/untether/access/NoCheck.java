package dev.untether.access;

import dev.untether.access.Situation.Decision;

/** Go 1.22 and before: whatever is defined may be referred to. */
final class NoCheck extends LinkerCheck {

  @Override
  Decision pull(Situation situation) {
    return byName(situation);
  }

  @Override
  Decision assembly(Situation situation) {
    return byName(situation);
  }

  @Override
  Decision byName(Situation situation) {
    return situation.defined(Rule.NOT_CHECKED);
  }

  @Override
  Decision definition(Situation situation, Slot slot) {
    return Decision.accept(Rule.NOT_CHECKED);
  }
}
