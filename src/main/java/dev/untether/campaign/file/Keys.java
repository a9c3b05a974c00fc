package dev.untether.campaign.file;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The keys of a campaign file, mapping by mapping; {@code campaign.schema.json} has the same. */
final class Keys {
  static final List<String> CAMPAIGN =
      List.of(
          "name",
          "sources",
          "recipes",
          "recipe-folder",
          "go",
          "targets",
          "include-generated",
          "copies",
          "split",
          "wording",
          "review",
          "limits",
          "waves",
          "verify",
          "opt-out",
          "exclude");

  /** What a source is told by: each has exactly one of these. */
  static final List<String> SOURCE = List.of("path", "repository", "repositories", "organisation");

  static final List<String> PATH_SOURCE = List.of("path", "include");
  static final List<String> REPOSITORY_SOURCE = List.of("repository", "branch");
  static final List<String> REPOSITORIES_SOURCE = List.of("repositories");
  static final List<String> ORGANISATION_SOURCE =
      List.of("organisation", "server", "forge", "include");
  static final List<String> RECIPE = List.of("id", "options");
  static final List<String> SPLIT = List.of("by", "depth", "max-files");
  static final List<String> WORDING = List.of("branch", "title");
  static final List<String> REVIEW =
      List.of("draft", "labels", "owners", "reviewers", "assignees", "auto-merge");
  static final List<String> LIMITS = List.of("per-hour", "open", "windows");
  static final List<String> WINDOW = List.of("days", "from", "to", "zone");
  static final List<String> WAVE = List.of("name", "units", "gate");

  static final List<String> FORGES = List.of("github", "gitlab", "gitea", "forgejo");
  static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private Keys() {}

  /** Returns the words for the constants of an enum: their names in kebab-case. */
  static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Stream.of(type.getEnumConstants()).map(Keys::word).toList();
  }

  /** Returns the word for a constant. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
