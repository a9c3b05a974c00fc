package dev.untether.access;

import java.util.List;

/**
 * The linker of one release, as programs for one target meet it: a {@link Panel} of one.
 *
 * <p>A verdict holds for programs that link the package which defines the symbol; where nothing
 * imports that package, the symbol is undefined instead. It holds for a reference that reaches the
 * object file, be it in code that never runs.
 */
public final class Judge {
  private final Panel panel;

  Judge(AccessData data, Configuration configuration) {
    this.panel = data.panel(List.of(configuration));
  }

  /** Returns what the linker will say to {@code reference}. */
  public Verdict judge(Reference reference) {
    return panel.judge(reference).get(0).verdict();
  }
}
