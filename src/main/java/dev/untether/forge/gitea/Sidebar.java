package dev.untether.forge.gitea;

import dev.untether.forge.ForgeException;
import dev.untether.forge.ForgeException.Reason;
import dev.untether.forge.Project;
import dev.untether.forge.Proposal;
import dev.untether.forge.http.ForgeClient;
import dev.untether.forge.http.Method;
import dev.untether.forge.http.Outcome;
import dev.untether.forge.http.UriPart;
import dev.untether.forge.rest.NumberedPages;
import dev.untether.report.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What goes with a pull request: labels, assignees, reviewers. Added, never removed. */
final class Sidebar {
  /** A grey that is read on light and on dark. */
  private static final String COLOUR = "#6e7781";

  private final Project project;
  private final ForgeClient client;
  private final String repository;

  Sidebar(Project project, ForgeClient client, String repository) {
    this.project = project;
    this.client = client;
    this.repository = repository;
  }

  /** Adds what the proposal has and the pull request has not. */
  void ask(Pull pull, Proposal proposal) throws ForgeException, InterruptedException {
    long number = pull.number();
    addLabels(number, missing(proposal.labels(), pull.names("labels", "name")));
    addAssignees(pull, missing(proposal.assignees(), pull.names("assignees", "login")));
    if (!proposal.reviewers().isEmpty()) {
      addReviewers(number, proposal.reviewers());
    }
  }

  private void addLabels(long number, List<String> names)
      throws ForgeException, InterruptedException {
    if (names.isEmpty()) {
      return;
    }
    Map<String, Long> known = labels();
    List<Long> ids = new ArrayList<>();
    for (String name : names) {
      Long id = known.get(name);
      if (id == null && make(name)) {
        // The number is asked for and not read from the answer, which may never have come.
        id = labels().get(name);
      }
      if (id != null) {
        ids.add(id);
      }
    }
    if (!ids.isEmpty()) {
      client.send(
          Method.POST,
          repository + "/issues/" + number + "/labels",
          json -> json.numbers("labels", ids));
    }
  }

  /** Returns the labels by name, those of the organisation too. */
  private Map<String, Long> labels() throws ForgeException, InterruptedException {
    Map<String, Long> labels = new LinkedHashMap<>();
    List<Json> listed = new ArrayList<>();
    try {
      String owner = project.path().substring(0, Math.max(0, project.path().indexOf('/')));
      listed.addAll(
          NumberedPages.of(client, "/orgs/" + UriPart.encoded(owner) + "/labels?limit=50"));
    } catch (ForgeException e) {
      // A person owns it, or the token sees nothing of the organisation.
      if (e.reason() != Reason.NOT_FOUND && e.reason() != Reason.FORBIDDEN) {
        throw e;
      }
    }
    listed.addAll(NumberedPages.of(client, repository + "/labels?limit=50"));
    for (Json label : listed) {
      String name = label.at("name").text().orElse("");
      label.at("id").number().ifPresent(id -> labels.put(name, id));
    }
    return labels;
  }

  /** Returns whether a label may be there now; Gitea does not keep two from having one name. */
  private boolean make(String name) throws ForgeException, InterruptedException {
    try {
      Outcome outcome =
          client.create(
              repository + "/labels", json -> json.string("name", name).string("color", COLOUR));
      return outcome instanceof Outcome.Done || labels().containsKey(name);
    } catch (ForgeException e) {
      if (isOfOne(e)) {
        return false;
      }
      throw e;
    }
  }

  private void addAssignees(Pull pull, List<String> names)
      throws ForgeException, InterruptedException {
    if (names.isEmpty()) {
      return;
    }
    // The list replaces the one that is there.
    Set<String> all = new LinkedHashSet<>(pull.names("assignees", "login"));
    List<String> there = List.copyOf(all);
    all.addAll(names);
    try {
      assign(pull.number(), List.copyOf(all));
    } catch (ForgeException e) {
      if (!isOfOne(e)) {
        throw e;
      }
      oneByOne(pull.number(), there, names);
    }
  }

  private void oneByOne(long number, List<String> there, List<String> names)
      throws ForgeException, InterruptedException {
    List<String> taken = new ArrayList<>(there);
    for (String name : names) {
      List<String> more = new ArrayList<>(taken);
      more.add(name);
      try {
        assign(number, more);
        taken = more;
      } catch (ForgeException e) {
        if (!isOfOne(e)) {
          throw e;
        }
      }
    }
  }

  private void assign(long number, List<String> names) throws ForgeException, InterruptedException {
    client.send(
        Method.PATCH, repository + "/pulls/" + number, json -> json.strings("assignees", names));
  }

  private void addReviewers(long number, List<String> reviewers)
      throws ForgeException, InterruptedException {
    String pull = repository + "/pulls/" + number;
    // Asked or answered: whoever is asked again has to answer again.
    Set<String> askedPeople = new HashSet<>();
    Set<String> askedTeams = new HashSet<>();
    for (Json review : NumberedPages.of(client, pull + "/reviews?limit=50")) {
      review.at("user").at("login").text().ifPresent(askedPeople::add);
      review.at("team").at("name").text().ifPresent(askedTeams::add);
    }
    List<String> people = new ArrayList<>();
    List<String> teams = new ArrayList<>();
    for (String reviewer : reviewers) {
      (reviewer.contains("/") ? teams : people)
          .add(reviewer.substring(reviewer.lastIndexOf('/') + 1));
    }
    people = missing(people, askedPeople);
    teams = missing(teams, askedTeams);
    if (people.isEmpty() && teams.isEmpty() || ask(pull, people, teams)) {
      return;
    }
    // One who cannot be asked, such as the author, loses all others: one by one.
    for (String one : people) {
      ask(pull, List.of(one), List.of());
    }
    for (String one : teams) {
      ask(pull, List.of(), List.of(one));
    }
  }

  private boolean ask(String pull, List<String> people, List<String> teams)
      throws ForgeException, InterruptedException {
    try {
      client.send(
          Method.POST,
          pull + "/requested_reviewers",
          json -> json.strings("reviewers", people).strings("team_reviewers", teams));
      return true;
    } catch (ForgeException e) {
      if (isOfOne(e)) {
        return false;
      }
      throw e;
    }
  }

  /** Returns whether it is about what was named, not about the server or the token. */
  private static boolean isOfOne(ForgeException e) {
    return e.reason() == Reason.REFUSED
        || e.reason() == Reason.NOT_FOUND
        || e.reason() == Reason.FORBIDDEN;
  }

  /** Returns those of {@code wanted} that are not there; names ignore case. */
  private static List<String> missing(List<String> wanted, Set<String> there) {
    Set<String> known = new HashSet<>();
    there.forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
    List<String> missing = new ArrayList<>();
    for (String name : wanted) {
      if (known.add(name.toLowerCase(Locale.ROOT))) {
        missing.add(name);
      }
    }
    return missing;
  }
}
