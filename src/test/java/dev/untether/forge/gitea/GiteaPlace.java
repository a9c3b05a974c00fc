package dev.untether.forge.gitea;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A repository and all that is in it. */
final class GiteaPlace {
  final String path;
  String defaultBranch = "main";
  boolean push = true;
  boolean archived;
  boolean fork;
  boolean empty;
  boolean hidden;
  final Map<String, String> branches = new TreeMap<>();
  final Map<String, String> files = new HashMap<>();
  final Map<Long, String> labels = new TreeMap<>();
  final Map<String, String> statuses = new HashMap<>();
  final List<Pull> pulls = new ArrayList<>();

  GiteaPlace(String path) {
    this.path = path;
    branches.put("main", "0".repeat(40));
  }

  /** A pull request and all that was done to it. */
  static final class Pull {
    final int number;
    final String head;
    final String base;
    final String commit;
    String title;
    String body;
    String state = "open";
    boolean merged;
    boolean fromFork;
    final Set<Long> labels = new LinkedHashSet<>();
    final Set<String> reviewers = new LinkedHashSet<>();
    final Set<String> teams = new LinkedHashSet<>();

    /** Those who have answered; they are no longer among those who were asked. */
    final Set<String> approvals = new LinkedHashSet<>();

    Set<String> assignees = new LinkedHashSet<>();
    final List<String> comments = new ArrayList<>();
    boolean autoMerge;

    Pull(int number, String head, String base, String commit, String title, String body) {
      this.number = number;
      this.head = head;
      this.base = base;
      this.commit = commit;
      this.title = title;
      this.body = body;
    }

    boolean isDraft() {
      return title.startsWith("WIP:") || title.startsWith("[WIP]");
    }
  }
}
