package dev.untether.forge.github;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.Metadata;
import dev.untether.forge.Project;
import dev.untether.forge.PullRequest;
import dev.untether.forge.PullRequest.State;
import dev.untether.forge.description.MetadataBlock;
import dev.untether.report.json.Json;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pull request as GitHub gives it, in lists and alone.
 *
 * @param json docs.github.com/rest/pulls/pulls
 */
record Pull(Project project, Json json) {

  /** Returns whether its branch is in the project itself, not in a fork, which anybody may have. */
  boolean isOfProject() {
    Optional<Long> head = json.at("head").at("repo").at("id").number();
    return head.isPresent() && head.equals(json.at("base").at("repo").at("id").number());
  }

  String branch() {
    return json.at("head").at("ref").text().orElse("");
  }

  String base() {
    return json.at("base").at("ref").text().orElse("");
  }

  String title() {
    return json.at("title").text().orElse("");
  }

  String body() {
    return json.at("body").text().orElse("");
  }

  boolean isOpen() {
    return state() == State.OPEN;
  }

  Optional<Metadata> metadata() {
    return MetadataBlock.in(body());
  }

  /** Returns the number. */
  long number() throws ForgeException {
    return json.at("number")
        .number()
        .orElseThrow(
            () ->
                new ForgeException(
                    Reason.UNREACHABLE,
                    "GitHub at "
                        + project.server()
                        + ": a pull request of "
                        + project.path()
                        + " has no number; see that the address is that of GitHub"));
  }

  /** Returns the texts of a field in each object of a list. */
  List<String> names(String list, String field) {
    return json.at(list).items().stream().flatMap(item -> text(item, field)).toList();
  }

  private static Stream<String> text(Json item, String field) {
    return item.at(field).text().stream();
  }

  PullRequest read() throws ForgeException {
    long number = number();
    return new PullRequest(
        number,
        page(number),
        state(),
        json.at("draft").isTrue(),
        branch(),
        json.at("head").at("sha").text().orElse(""),
        base(),
        title(),
        body(),
        metadata(),
        opened());
  }

  private State state() {
    if (!json.at("state").text().orElse("").equals("closed")) {
      return State.OPEN;
    }
    return json.at("merged_at").text().isPresent() ? State.MERGED : State.CLOSED;
  }

  private URI page(long number) {
    URI ours = URI.create(project.server() + "/");
    try {
      URI theirs = URI.create(json.at("html_url").text().orElse(""));
      if (ours.getScheme().equals(theirs.getScheme()) && theirs.getRawUserInfo() == null) {
        return theirs;
      }
    } catch (IllegalArgumentException e) {
      // Not an address; ours will do.
    }
    return ours.resolve(project.path() + "/pull/" + number);
  }

  private Instant opened() {
    try {
      return Instant.parse(json.at("created_at").text().orElse(""));
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
