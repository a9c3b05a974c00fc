package dev.untether.review.baseline;

import dev.untether.review.CheckFinding;
import dev.untether.review.Group;
import dev.untether.review.RuleInfo;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Findings that are known and not to be told again. What identifies one is its rule, symbol and
 * file and the text of its line, not the number of the line: it survives what happens elsewhere in
 * the file.
 */
public final class Baseline {
  /** The rule of entries that no finding corresponds to any more. */
  public static final RuleInfo FIXED =
      new RuleInfo("baseline-entry-fixed", Group.REVIEW, Severity.NOTE);

  private static final int DIGITS = 16;

  private final SortedMap<Entry, Integer> entries;

  private Baseline(SortedMap<Entry, Integer> entries) {
    this.entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /**
   * What identifies a finding.
   *
   * @param path the file, as the user of the baseline names it
   * @param rule the id of the rule
   * @param symbol the symbol; empty if it is about none
   * @param line a digest of the text of the line without the blanks around it; empty for findings
   *     about whole files
   */
  public record Entry(String path, String rule, String symbol, String line)
      implements Comparable<Entry> {
    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::path)
            .thenComparing(Entry::rule)
            .thenComparing(Entry::symbol)
            .thenComparing(Entry::line);

    @Override
    public int compareTo(Entry other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * What is left.
   *
   * @param findings the findings that are new, in the order given
   * @param known how many are not
   * @param fixed the entries for which there are fewer findings than before, in order
   */
  public record Result(List<CheckFinding> findings, int known, List<Entry> fixed) {
    /** Copies the lists. */
    public Result {
      findings = List.copyOf(findings);
      fixed = List.copyOf(fixed);
    }
  }

  /** Returns the baseline with these entries and how often each may occur. */
  public static Baseline of(SortedMap<Entry, Integer> entries) {
    return new Baseline(entries);
  }

  /**
   * Returns the baseline that holds all of {@code findings}.
   *
   * @param texts gives the text of a finding's path, if it is at hand
   * @param names turns the path of a finding into the one that entries have
   */
  public static Baseline of(
      Collection<CheckFinding> findings,
      Function<String, Optional<SourceText>> texts,
      UnaryOperator<String> names) {
    SortedMap<Entry, Integer> entries = new TreeMap<>();
    Function<String, Optional<SourceText>> known = remembered(texts);
    findings.forEach(it -> entries.merge(entry(it, known, names), 1, Integer::sum));
    return new Baseline(entries);
  }

  /** Returns the entries in order, with how often each may occur. */
  public SortedMap<Entry, Integer> entries() {
    return entries;
  }

  /**
   * Returns what is new among {@code findings}.
   *
   * @param texts gives the text of a finding's path, if it is at hand
   * @param names turns the path of a finding into the one that entries have
   */
  public Result apply(
      List<CheckFinding> findings,
      Function<String, Optional<SourceText>> texts,
      UnaryOperator<String> names) {
    Function<String, Optional<SourceText>> known = remembered(texts);
    SortedMap<Entry, Integer> rest = new TreeMap<>(entries);
    List<CheckFinding> left = new ArrayList<>();
    for (CheckFinding finding : findings) {
      Entry entry = entry(finding, known, names);
      Integer count = rest.get(entry);
      if (count == null) {
        left.add(finding);
      } else if (count == 1) {
        rest.remove(entry);
      } else {
        rest.put(entry, count - 1);
      }
    }
    return new Result(left, findings.size() - left.size(), List.copyOf(rest.keySet()));
  }

  /**
   * Returns what identifies a finding.
   *
   * @param texts gives the text of a finding's path, if it is at hand
   * @param names turns the path of a finding into the one that entries have
   */
  public static Entry entry(
      CheckFinding found,
      Function<String, Optional<SourceText>> texts,
      UnaryOperator<String> names) {
    String path = found.finding().path();
    int line = found.finding().position().line();
    String digest = line == 0 ? "" : texts.apply(path).map(text -> digest(text, line)).orElse("");
    return new Entry(names.apply(path), found.rule().id(), found.symbol().orElse(""), digest);
  }

  private static Function<String, Optional<SourceText>> remembered(
      Function<String, Optional<SourceText>> texts) {
    TreeMap<String, Optional<SourceText>> last = new TreeMap<>();
    return path -> {
      // Findings come by file, mostly: one text at a time is enough, and all may be too many.
      if (!last.containsKey(path)) {
        last.clear();
        last.put(path, texts.apply(path));
      }
      return last.getOrDefault(path, Optional.empty());
    };
  }

  private static String digest(SourceText text, int line) {
    if (line > text.lineCount()) {
      return "";
    }
    int end = line < text.lineCount() ? text.lineStart(line + 1) : text.length();
    byte[] bytes = text.slice(text.lineStart(line), end).strip().getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
