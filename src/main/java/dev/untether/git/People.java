package dev.untether.git;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Who makes a commit, as git would find out.
 *
 * @param author who wrote the change
 * @param committer who made the commit
 */
record People(PersonIdent author, PersonIdent committer) {
  static final String SIGN_OFF = "Signed-off-by";

  // https://git-scm.com/docs/git-commit#_date_formats, the forms that machines write.
  private static final Pattern RAW = Pattern.compile("@?(\\d{1,18}) ([+-]\\d{4})");

  /**
   * Returns the people of now.
   *
   * @throws GitException when a name or an address is not known
   */
  static People of(GitSettings settings, Instant now, ZoneId zone) throws GitException {
    return new People(
        person("author", settings, now, zone), person("committer", settings, now, zone));
  }

  private static PersonIdent person(String role, GitSettings settings, Instant now, ZoneId zone)
      throws GitException {
    String prefix = "GIT_" + role.toUpperCase(Locale.ROOT) + "_";
    Optional<String> name = find(settings, prefix + "NAME", role + ".name", "user.name");
    Optional<String> email =
        find(settings, prefix + "EMAIL", role + ".email", "user.email")
            .or(() -> settings.variable("EMAIL"));
    if (name.isEmpty() || email.isEmpty()) {
      String missing = name.isEmpty() ? "user.name" : "user.email";
      throw new GitException(
          "git does not know who the "
              + role
              + " is; `git config --global "
              + missing
              + " …` tells it");
    }
    Optional<String> date = settings.variable(prefix + "DATE");
    if (date.isPresent()) {
      return dated(name.get(), email.get(), prefix + "DATE", date.get());
    }
    return new PersonIdent(name.get(), email.get(), now, zone);
  }

  private static Optional<String> find(
      GitSettings settings, String variable, String special, String general) {
    return settings
        .variable(variable)
        .or(() -> settings.get(special))
        .or(() -> settings.get(general));
  }

  private static PersonIdent dated(String name, String email, String variable, String date)
      throws GitException {
    try {
      Matcher raw = RAW.matcher(date);
      if (raw.matches()) {
        Instant when = Instant.ofEpochSecond(Long.parseLong(raw.group(1)));
        return new PersonIdent(name, email, when, ZoneOffset.of(raw.group(2)));
      }
      OffsetDateTime when = OffsetDateTime.parse(date);
      return new PersonIdent(name, email, when.toInstant(), when.getOffset());
    } catch (DateTimeException e) {
      throw new GitException(
          variable
              + "="
              + date
              + ": expected seconds and zone as in \"1700000000 +0000\", or"
              + " \"2026-11-21T10:00:00+00:00\"",
          e);
    }
  }

  /** Returns the line by which the committer vouches for the change. */
  String signOff() {
    return SIGN_OFF + ": " + committer.getName() + " <" + committer.getEmailAddress() + ">";
  }
}
