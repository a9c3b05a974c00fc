package dev.untether.forge.http;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Link} header of a list with pages (RFC 8288). */
final class NextLink {
  private static final int LONGEST = 16_384;
  private static final Pattern LINK =
      Pattern.compile("<([^<>]*)>((?:\\s*;\\s*[^\\s=;,]+=(?:\"[^\"]*\"|[^\\s\",;]*))*)");
  private static final Pattern NEXT =
      Pattern.compile(";\\s*rel=(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next(?![^\\s;,]))");

  private NextLink() {}

  /** Returns where the next page is, if there is one. */
  static Optional<String> in(HttpHeaders headers) {
    for (String value : headers.allValues("link")) {
      if (value.length() > LONGEST) {
        continue;
      }
      Matcher link = LINK.matcher(value);
      while (link.find()) {
        if (NEXT.matcher(link.group(2)).find()) {
          return Optional.of(link.group(1));
        }
      }
    }
    return Optional.empty();
  }
}
