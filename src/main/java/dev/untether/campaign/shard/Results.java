package dev.untether.campaign.shard;

import java.util.Comparator;
import java.util.List;

/**
 * What a run over a campaign came to: over one shard of it, or over those whose results were
 * merged.
 *
 * @param campaign the campaign's name
 * @param command what ran: plan, apply, status or close
 * @param digest of the campaign file, by which results of different files are told apart
 * @param shards what is in it, in order; {@link Shard#WHOLE} alone when nothing is missing
 * @param units in the order of repository and unit, each once
 * @param problems what could not be done, in the order of repository and message, each once
 */
public record Results(
    String campaign,
    String command,
    String digest,
    List<Shard> shards,
    List<Unit> units,
    List<Problem> problems) {

  /** Sorts and copies the lists. */
  public Results {
    shards = shards.stream().sorted().distinct().toList();
    units = units.stream().sorted(ORDER).toList();
    problems = problems.stream().sorted().distinct().toList();
  }

  private static final Comparator<Unit> ORDER =
      Comparator.comparing(Unit::repository).thenComparing(Unit::unit);

  /**
   * What became of a unit. Texts are empty where there is nothing to say.
   *
   * @param repository the name of its repository
   * @param unit its id within that
   * @param state a word in kebab-case
   * @param branch the branch that holds its change
   * @param pullRequest the page of its pull request
   * @param base the commit that its change starts from
   * @param content a digest of its change
   * @param reason why it is in this state
   */
  public record Unit(
      String repository,
      String unit,
      String state,
      String branch,
      String pullRequest,
      String base,
      String content,
      String reason) {

    /** Returns what tells it from all others of the campaign. */
    public String name() {
      return repository + "/" + unit;
    }
  }

  /**
   * What could not be done.
   *
   * @param repository the repository or module that it is about; empty for the campaign as a whole
   * @param message what happened and what to do about it
   */
  public record Problem(String repository, String message) implements Comparable<Problem> {
    /** Orders by repository, then by message. */
    @Override
    public int compareTo(Problem other) {
      int order = repository.compareTo(other.repository);
      return order != 0 ? order : message.compareTo(other.message);
    }
  }
}
