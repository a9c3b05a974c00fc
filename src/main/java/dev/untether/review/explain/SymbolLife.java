package dev.untether.review.explain;

import dev.untether.access.Outcome;
import dev.untether.access.Rule;
import dev.untether.access.Slot;
import dev.untether.module.target.Target;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What became of a symbol over the releases, for a program that refers to it.
 *
 * @param symbol the linker's name
 * @param periods releases that do not differ, oldest first
 * @param signatures how it is declared, by release, oldest first; empty for what only assembly has
 * @param reasons why it is as it is
 */
public record SymbolLife(
    String symbol, List<Period> periods, List<Signature> signatures, List<Reason> reasons) {

  /** Copies the lists. */
  public SymbolLife {
    periods = List.copyOf(periods);
    signatures = List.copyOf(signatures);
    reasons = List.copyOf(reasons);
  }

  /** The two ways to refer to a symbol. */
  public enum Use {
    /** A {@code //go:linkname} in Go code. */
    PULL,
    /** A name in assembly. */
    ASSEMBLY
  }

  /**
   * Neighbouring releases that treat the symbol alike.
   *
   * @param first the N of the first one, Go 1.N
   * @param last the N of the last one
   * @param blocked whether the linker's list of blocked names has it
   * @param builtin whether the compiler's list of builtins has it
   * @param forms what it is where, the most common first
   */
  public record Period(int first, int last, boolean blocked, boolean builtin, List<Form> forms) {
    /** Copies the list. */
    public Period {
      forms = List.copyOf(forms);
    }

    boolean isLike(Period next) {
      return blocked == next.blocked
          && builtin == next.builtin
          && forms.stream()
              .map(Form::shown)
              .toList()
              .equals(next.forms.stream().map(Form::shown).toList());
    }
  }

  /**
   * A definition.
   *
   * @param kind what defines it
   * @param pushed whether it carries {@code //go:linkname}
   * @param pushedToStd whether it carries {@code //go:linknamestd}
   * @param definer the package that has it
   */
  public record Definition(Slot.Kind kind, boolean pushed, boolean pushedToStd, String definer) {}

  /**
   * What the linker says.
   *
   * @param outcome what happens
   * @param rule what decides it
   */
  public record Answer(Outcome outcome, Rule rule) {}

  /**
   * What a symbol is in some builds.
   *
   * @param definition its definition; empty where there is none
   * @param pull what the linker says to a pull in Go
   * @param assembly what it says to a reference in assembly
   * @param where the builds, in words
   * @param targets the targets of these builds, in the last release of the period
   */
  public record Form(
      Optional<Definition> definition,
      Outcome pull,
      Outcome assembly,
      String where,
      SortedSet<Target> targets) {
    /** Copies the set. */
    public Form {
      targets = new TreeSet<>(targets);
    }

    private List<Object> shown() {
      return List.of(definition, pull, assembly, where);
    }
  }

  /**
   * How neighbouring releases declare the symbol.
   *
   * @param first the N of the first one, Go 1.N
   * @param last the N of the last one
   * @param isData whether it is a variable
   * @param texts the signatures, or the types of a variable; several where targets differ
   */
  public record Signature(int first, int last, boolean isData, List<String> texts) {
    /** Copies the list. */
    public Signature {
      texts = List.copyOf(texts);
    }
  }

  /**
   * Why the linker says what it says.
   *
   * @param use to what
   * @param answer what it says
   * @param first the N of the first release for which this holds somewhere
   * @param last the N of the last one
   * @param source the line of the last one's source that says so, as a link; empty if none does
   */
  public record Reason(Use use, Answer answer, int first, int last, String source) {}

  /** Returns whether any release defines it. */
  public boolean exists() {
    return periods.stream()
        .flatMap(period -> period.forms().stream())
        .anyMatch(form -> form.definition().isPresent());
  }
}
