package dev.untether.forge.gitlab;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.http.ForgeClient;
import dev.untether.forge.http.UriPart;
import dev.untether.report.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The people of a server, whom its interface wants by number. Groups cannot be asked for a review:
 * GitLab itself asks the groups that CODEOWNERS names for their approval.
 */
final class People {
  private final ForgeClient client;

  People(ForgeClient client) {
    this.client = client;
  }

  /** Returns the numbers of those that there are; one who has left does not lose the others. */
  Set<Long> ids(List<String> names) throws ForgeException, InterruptedException {
    Set<Long> ids = new LinkedHashSet<>();
    for (String name : names) {
      String bare = name.startsWith("@") ? name.substring(1) : name;
      if (!bare.isBlank() && !bare.contains("/")) {
        id(bare).ifPresent(ids::add);
      }
    }
    return ids;
  }

  private Optional<Long> id(String name) throws ForgeException, InterruptedException {
    List<Json> found;
    try {
      found = client.get("/users?username=" + UriPart.encoded(name)).json().items();
    } catch (ForgeException e) {
      // A server may keep its list of people from some tokens.
      if (e.reason() == Reason.FORBIDDEN || e.reason() == Reason.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return found.stream()
        .filter(
            person ->
                person.at("username").text().orElse("").toLowerCase(Locale.ROOT).equals(lower))
        .findFirst()
        .flatMap(person -> person.at("id").number());
  }
}
