package dev.untether.forge.gitea;

import dev.untether.forge.ForgeException;
import dev.untether.forge.PullRequest;
import dev.untether.forge.PullRequest.State;
import dev.untether.forge.description.MetadataBlock;
import dev.untether.forge.rest.DraftTitle;
import dev.untether.forge.rest.Part;
import dev.untether.report.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A pull request as Gitea gives it.
 *
 * @param json of a list, or of one alone: the same
 */
record Pull(Json json) {
  /** What makes a draft unless a server is set up otherwise: WORK_IN_PROGRESS_PREFIXES. */
  static final DraftTitle TITLE =
      new DraftTitle(
          "WIP: ",
          Pattern.compile("(?:wip:|\\[wip]|draft:|\\[draft])\\s*", Pattern.CASE_INSENSITIVE));

  /** Returns whether its branch is in the project itself, not in a fork, which anybody may have. */
  boolean isOfProject() {
    Optional<Long> head = json.at("head").at("repo_id").number();
    return head.isPresent() && head.equals(json.at("base").at("repo_id").number());
  }

  boolean isOpen() {
    return state() == State.OPEN;
  }

  long number() throws ForgeException {
    return part().number("number");
  }

  /** Returns the title without what makes it that of a draft. */
  String title() {
    return TITLE.bare(json.at("title").text().orElse(""));
  }

  String body() {
    return json.at("body").text().orElse("");
  }

  String base() {
    return json.at("base").at("ref").text().orElse("");
  }

  String head() {
    return json.at("head").at("sha").text().orElse("");
  }

  boolean isDraft() {
    return json.at("draft").isTrue() || TITLE.isDraft(json.at("title").text().orElse(""));
  }

  /** Returns the texts of a field in each object of a list. */
  Set<String> names(String list, String field) {
    Set<String> names = new LinkedHashSet<>();
    json.at(list).items().forEach(item -> item.at(field).text().ifPresent(names::add));
    return names;
  }

  PullRequest read() throws ForgeException {
    Part part = part();
    // Once the branch is gone, ref is one that is kept for the pull request; label stays.
    String label = part.at("head").text("label");
    return new PullRequest(
        part.number("number"),
        part.page("html_url"),
        state(),
        isDraft(),
        label.isEmpty() ? part.at("head").text("ref") : label,
        head(),
        part.at("base").text("ref"),
        title(),
        body(),
        MetadataBlock.in(body()),
        part.time("created_at"));
  }

  /** Reads those whose branch is in the project. */
  static List<PullRequest> read(List<Json> list) throws ForgeException {
    List<PullRequest> requests = new ArrayList<>();
    for (Json json : list) {
      Pull pull = new Pull(json);
      if (pull.isOfProject()) {
        requests.add(pull.read());
      }
    }
    return requests;
  }

  private State state() {
    if (json.at("merged").isTrue()) {
      return State.MERGED;
    }
    return json.at("state").text().orElse("").equals("closed") ? State.CLOSED : State.OPEN;
  }

  Part part() {
    return new Part("pull request", json);
  }
}
