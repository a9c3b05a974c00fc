package dev.untether.review.suppression;

import dev.untether.text.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A comment {@code untether:ignore RULE[,RULE] [until=go1.29|2027-03-01] reason}.
 *
 * @param path the file, relative to the tree
 * @param position the comment
 * @param rules the ids of the rules that are to keep quiet
 * @param until when that ends
 * @param badUntil what stands behind {@code until=} if it is neither a release nor a date
 * @param reason why; empty if nobody says
 * @param lines the lines of the file that it covers
 */
public record Suppression(
    String path,
    Position position,
    List<String> rules,
    Optional<End> until,
    Optional<String> badUntil,
    String reason,
    Lines lines) {

  /** Copies the list. */
  public Suppression {
    rules = List.copyOf(rules);
  }

  /** When a suppression ends. */
  public sealed interface End {
    /** Returns the word behind {@code until=}. */
    String word();
  }

  /**
   * It ends with a release.
   *
   * @param minor the N of the first Go 1.N for which the rule speaks again
   */
  public record Release(int minor) implements End {
    @Override
    public String word() {
      return "go1." + minor;
    }
  }

  /**
   * It ends on a day.
   *
   * @param day the first day on which the rule speaks again
   */
  public record Day(LocalDate day) implements End {
    @Override
    public String word() {
      return day.toString();
    }
  }

  /**
   * Lines of a file, both ends included.
   *
   * @param first the first; 0 for a whole file, which also covers findings without a line
   * @param last the last
   */
  public record Lines(int first, int last) {
    static final Lines ALL = new Lines(0, Integer.MAX_VALUE);

    boolean contain(int line) {
      return first <= line && line <= last;
    }
  }

  /** Returns whether it is about a finding of a rule at a place, whatever the day. */
  boolean covers(String rule, String file, int line) {
    return path.equals(file) && rules.contains(rule) && lines.contain(line);
  }
}
