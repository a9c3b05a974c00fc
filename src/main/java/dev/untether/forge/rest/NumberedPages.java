package dev.untether.forge.rest;

import dev.untether.forge.ForgeException;
import dev.untether.forge.http.Answer;
import dev.untether.forge.http.ForgeClient;
import dev.untether.report.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A list whose pages have numbers. The {@code Link} header says whether there is another page; its
 * address is not followed: it is made of the server's own idea of its name, which behind a proxy
 * may be one that the token must not be sent to.
 */
public final class NumberedPages {
  /** An end to a list that has none. */
  private static final int MOST_PAGES = 2_000;

  private NumberedPages() {}

  /**
   * Returns the items of all pages.
   *
   * @param path with a query, to which the number of the page is added
   */
  public static List<Json> of(ForgeClient client, String path)
      throws ForgeException, InterruptedException {
    List<Json> all = new ArrayList<>();
    for (int number = 1; number <= MOST_PAGES; number++) {
      Answer answer = client.get(path + "&page=" + number);
      if (!(answer.json() instanceof Json.Items items)) {
        throw new ForgeException(
            ForgeException.Reason.UNREACHABLE,
            "GET " + path + ": expected a list; see that the address is that of the forge");
      }
      all.addAll(items.values());
      boolean hasNext =
          answer.headers().allValues("link").stream()
              .anyMatch(link -> link.contains("rel=\"next\""));
      if (!hasNext || items.values().isEmpty()) {
        return all;
      }
    }
    throw new ForgeException(
        ForgeException.Reason.UNREACHABLE,
        "GET " + path + ": the list has no end after " + MOST_PAGES + " pages");
  }
}
