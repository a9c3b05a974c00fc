package dev.untether.forge.github;

import dev.untether.forge.PullRequest.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A repository of {@link GitHubDouble} and all that is in it. */
final class GitHubPlace {
  final int id;
  final String path;
  final boolean ofPerson;
  boolean push = true;
  boolean hidden;
  boolean drafts = true;
  boolean autoMergeAllowed = true;
  boolean clean;
  final Map<String, String> branches = new TreeMap<>();
  final Map<String, String> files = new HashMap<>();
  final Set<String> people = new TreeSet<>();
  final Set<String> teams = new TreeSet<>();
  final Map<String, List<String>> statuses = new HashMap<>();

  /** Each as {@code status/conclusion}. */
  final Map<String, List<String>> runs = new HashMap<>();

  final List<GitHubPull> pulls = new ArrayList<>();

  GitHubPlace(int id, String path, boolean ofPerson) {
    this.id = id;
    this.path = path;
    this.ofPerson = ofPerson;
    branches.put("main", "0".repeat(40));
  }

  String owner() {
    return path.substring(0, path.indexOf('/'));
  }

  /** A pull request and all that was done to it. */
  static final class GitHubPull {
    final int number;
    final String head;
    final String commit;
    final boolean fromFork;
    final boolean draft;
    String base;
    String title;
    String body;
    State state = State.OPEN;
    boolean autoMerge;
    final Set<String> labels = new LinkedHashSet<>();
    final Set<String> assignees = new LinkedHashSet<>();
    final Set<String> reviewers = new LinkedHashSet<>();
    final Set<String> teams = new LinkedHashSet<>();
    final Set<String> reviewed = new LinkedHashSet<>();
    final List<String> comments = new ArrayList<>();

    GitHubPull(int number, String head, String commit, boolean fromFork, boolean draft) {
      this.number = number;
      this.head = head;
      this.commit = commit;
      this.fromFork = fromFork;
      this.draft = draft;
      this.base = "main";
      this.title = "";
      this.body = "";
    }
  }
}
