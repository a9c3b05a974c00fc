package dev.untether.module.target;

import java.util.function.Predicate;

/** A condition over build tags. */
sealed interface TagExpression {

  /** Returns whether the condition holds when {@code isSet} tells which tags do. */
  default boolean holds(Predicate<String> isSet) {
    return holds((tag, positive) -> isSet.test(tag) == positive);
  }

  /**
   * Returns whether the condition holds when {@code literals} tells which tags, or negated tags,
   * hold. Negations are pushed down to the tags, so that both a tag and its negation can be allowed
   * at once; see {@link SettingSearch}.
   */
  default boolean holds(Literals literals) {
    return holds(literals, /* positive= */ true);
  }

  boolean holds(Literals literals, boolean positive);

  /** Returns the expression as gofmt spaces and parenthesises it. */
  String text();

  /** What is known about a tag ({@code positive}) and about its negation. */
  @FunctionalInterface
  interface Literals {
    boolean allows(String tag, boolean positive);
  }

  record Tag(String name) implements TagExpression {
    @Override
    public String text() {
      return name;
    }

    @Override
    public boolean holds(Literals literals, boolean positive) {
      return literals.allows(name, positive);
    }
  }

  record Not(TagExpression operand) implements TagExpression {
    @Override
    public String text() {
      boolean simple = operand instanceof Tag || operand instanceof Not;
      return simple ? "!" + operand.text() : "!(" + operand.text() + ")";
    }

    @Override
    public boolean holds(Literals literals, boolean positive) {
      return operand.holds(literals, !positive);
    }
  }

  record And(TagExpression left, TagExpression right) implements TagExpression {
    @Override
    public String text() {
      return text(left) + " && " + text(right);
    }

    private static String text(TagExpression side) {
      return side instanceof Or ? "(" + side.text() + ")" : side.text();
    }

    @Override
    public boolean holds(Literals literals, boolean positive) {
      // Both sides always, so that whoever collects tags sees every one.
      boolean l = left.holds(literals, positive);
      boolean r = right.holds(literals, positive);
      return positive ? l && r : l || r;
    }
  }

  record Or(TagExpression left, TagExpression right) implements TagExpression {
    @Override
    public String text() {
      return text(left) + " || " + text(right);
    }

    private static String text(TagExpression side) {
      return side instanceof And ? "(" + side.text() + ")" : side.text();
    }

    @Override
    public boolean holds(Literals literals, boolean positive) {
      boolean l = left.holds(literals, positive);
      boolean r = right.holds(literals, positive);
      return positive ? l || r : l && r;
    }
  }
}
