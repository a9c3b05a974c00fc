package dev.untether.forge.rest;

import dev.untether.forge.ForgeException;
import dev.untether.report.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A part of an answer, of which some fields must be there.
 *
 * @param what what it is, for messages: {@code merge request}
 */
public record Part(String what, Json json) {

  /** Returns a text that must be there. */
  public String text(String name) throws ForgeException {
    return json.at(name).text().orElseThrow(() -> senseless(name, "a text"));
  }

  /** Returns a whole number that must be there. */
  public long number(String name) throws ForgeException {
    return json.at(name).number().orElseThrow(() -> senseless(name, "a number"));
  }

  /** Returns a time that must be there. */
  public Instant time(String name) throws ForgeException {
    String text = text(name);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw senseless(name, "a time");
    }
  }

  /** Returns an address of the web that must be there. */
  public URI page(String name) throws ForgeException {
    try {
      return new URI(text(name));
    } catch (URISyntaxException e) {
      throw senseless(name, "an address");
    }
  }

  /** Returns an object within it; one without fields if it is not there. */
  public Part at(String name) {
    return new Part(what + "." + name, json.at(name));
  }

  private ForgeException senseless(String name, String wanted) {
    return new ForgeException(
        ForgeException.Reason.UNREACHABLE,
        "the forge's answer makes no sense: expected "
            + wanted
            + " in field "
            + name
            + " of a "
            + what
            + "; see that its release is one that is still maintained");
  }
}
