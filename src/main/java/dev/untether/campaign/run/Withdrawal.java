package dev.untether.campaign.run;

import dev.untether.forge.Metadata;
import dev.untether.forge.PullRequest;

/**
 * The mark on pull requests that we closed ourselves. What people close stays closed; what we
 * closed, since there was nothing to do any more, is opened anew when there is. The mark is in the
 * pull request, so that every machine sees it.
 */
final class Withdrawal {
  private static final String MARK = "withdrawn";

  private Withdrawal() {}

  /** Returns what a pull request says to programs once we close it. */
  static Metadata of(Metadata metadata) {
    return new Metadata(
        metadata.campaign(), metadata.unit(), metadata.base(), MARK, metadata.recipes());
  }

  /** Returns whether we closed it, or were about to. */
  static boolean marks(PullRequest request) {
    return request.metadata().filter(it -> it.content().equals(MARK)).isPresent();
  }
}
