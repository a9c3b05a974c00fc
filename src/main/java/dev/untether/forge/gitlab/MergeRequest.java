package dev.untether.forge.gitlab;

import dev.untether.forge.Checks;
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
 * A merge request as GitLab gives it: docs.gitlab.com/api/merge_requests.
 *
 * @param json of a list, or of one alone, which says more
 */
record MergeRequest(Json json) {
  /** What GitLab takes for a draft: docs.gitlab.com/user/project/merge_requests/drafts. */
  static final DraftTitle TITLE =
      new DraftTitle(
          "Draft: ",
          Pattern.compile(
              "(?:draft:|\\[draft]|\\(draft\\)|wip:|\\[wip])\\s*", Pattern.CASE_INSENSITIVE));

  /** Returns whether its branch is in the project itself, not in a fork, which anybody may have. */
  boolean isOfProject() {
    Optional<Long> source = json.at("source_project_id").number();
    return source.isPresent() && source.equals(json.at("target_project_id").number());
  }

  boolean isOpen() {
    return json.at("state").text().orElse("").equals("opened");
  }

  long number() throws ForgeException {
    return part().number("iid");
  }

  /** Returns the title without what makes it that of a draft. */
  String title() {
    return TITLE.bare(json.at("title").text().orElse(""));
  }

  String description() {
    return json.at("description").text().orElse("");
  }

  String base() {
    return json.at("target_branch").text().orElse("");
  }

  boolean isDraft() {
    return json.at("draft").isTrue()
        || json.at("work_in_progress").isTrue()
        || TITLE.isDraft(json.at("title").text().orElse(""));
  }

  /** Returns whether it is to be merged once its pipeline succeeds. */
  boolean isToMerge() {
    return json.at("merge_when_pipeline_succeeds").isTrue();
  }

  Set<String> labels() {
    Set<String> labels = new LinkedHashSet<>();
    json.at("labels").items().forEach(label -> label.text().ifPresent(labels::add));
    return labels;
  }

  /** Returns the numbers of the people in a list of it. */
  Set<Long> people(String list) {
    Set<Long> ids = new LinkedHashSet<>();
    json.at(list).items().forEach(person -> person.at("id").number().ifPresent(ids::add));
    return ids;
  }

  /** Returns what its pipeline says; only one that was asked for alone has it. */
  Checks checks() {
    return json.at("head_pipeline")
        .at("status")
        .text()
        .map(MergeRequest::checks)
        .orElse(Checks.NONE);
  }

  // The statuses of docs.gitlab.com/api/pipelines.
  private static Checks checks(String status) {
    return switch (status) {
      case "success" -> Checks.PASSED;
      case "failed", "canceled", "canceling" -> Checks.FAILED;
      case "skipped" -> Checks.NONE;
      default -> Checks.PENDING;
    };
  }

  PullRequest read() throws ForgeException {
    Part part = part();
    return new PullRequest(
        part.number("iid"),
        part.page("web_url"),
        state(),
        isDraft(),
        part.text("source_branch"),
        json.at("sha").text().orElse(""),
        part.text("target_branch"),
        title(),
        description(),
        MetadataBlock.in(description()),
        part.time("created_at"));
  }

  /** Reads those whose branch is in the project. */
  static List<PullRequest> read(List<Json> list) throws ForgeException {
    List<PullRequest> requests = new ArrayList<>();
    for (Json json : list) {
      MergeRequest request = new MergeRequest(json);
      if (request.isOfProject()) {
        requests.add(request.read());
      }
    }
    return requests;
  }

  private State state() {
    return switch (json.at("state").text().orElse("")) {
      case "merged" -> State.MERGED;
      case "closed" -> State.CLOSED;
      // "locked" is what it is for the moment that merging takes.
      default -> State.OPEN;
    };
  }

  Part part() {
    return new Part("merge request", json);
  }
}
