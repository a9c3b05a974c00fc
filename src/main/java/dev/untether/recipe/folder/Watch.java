package dev.untether.recipe.folder;

import dev.untether.recipe.template.Problems;
import dev.untether.text.Position;

/** Passes mistakes on and remembers that there were some. */
final class Watch implements Problems.Reporter {
  private final Problems.Reporter target;
  private boolean triggered;

  Watch(Problems.Reporter target) {
    this.target = target;
  }

  boolean isTriggered() {
    return triggered;
  }

  @Override
  public void error(Position position, String message) {
    triggered = true;
    target.error(position, message);
  }
}
