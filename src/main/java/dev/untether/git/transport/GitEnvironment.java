package dev.untether.git.transport;

import dev.untether.git.GitException;
import dev.untether.process.ChildProcess;
import dev.untether.text.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The variables that git gets from us: the user's, without those that point it at a repository or
 * make it say secrets, and without any way to ask somebody a question.
 */
final class GitEnvironment {
  private static final int MAX_ERROR_BYTES = 1 << 16;
  // Those that `git rev-parse --local-env-vars` lists, but for the ones that hold settings.
  private static final Set<String> POINTERS =
      Set.of(
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_CEILING_DIRECTORIES",
          "GIT_COMMON_DIR",
          "GIT_CONFIG",
          "GIT_DIR",
          "GIT_GRAFT_FILE",
          "GIT_IMPLICIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_INTERNAL_SUPER_PREFIX",
          "GIT_NAMESPACE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_PREFIX",
          "GIT_QUARANTINE_PATH",
          "GIT_REPLACE_REF_BASE",
          "GIT_SHALLOW_FILE",
          "GIT_TEMPLATE_DIR",
          "GIT_WORK_TREE");

  private final Map<String, String> variables;

  private GitEnvironment(Map<String, String> variables) {
    this.variables = variables;
  }

  /** Returns the variables for one with these options. */
  static GitEnvironment of(TransportOptions options) {
    Map<String, String> variables = new TreeMap<>(options.environment());
    variables
        .keySet()
        .removeIf(
            name ->
                POINTERS.contains(name)
                    || name.startsWith("GIT_TRACE")
                    || name.startsWith("GIT_REDIRECT_")
                    || name.startsWith("LC_")
                    || name.equals("LANGUAGE")
                    || name.equals("GIT_CURL_VERBOSE"));
    // What git says is read by us.
    variables.put("LC_ALL", "C");
    variables.put("GIT_TERMINAL_PROMPT", "0");
    // Set and empty: then git looks for no other program that asks.
    variables.put("GIT_ASKPASS", "");
    variables.put("SSH_ASKPASS", "");
    variables.put("SSH_ASKPASS_REQUIRE", "never");
    variables.put("GCM_INTERACTIVE", "never");
    variables.put("GIT_ALLOW_PROTOCOL", allowed(options.environment().get("GIT_ALLOW_PROTOCOL")));
    variables.put("GIT_NO_REPLACE_OBJECTS", "1");
    variables.put("GIT_NO_LAZY_FETCH", "1");
    variables.putIfAbsent("GIT_HTTP_LOW_SPEED_LIMIT", "100");
    variables.putIfAbsent("GIT_HTTP_LOW_SPEED_TIME", "120");
    return new GitEnvironment(variables);
  }

  /** Returns those of our protocols that the user allows: never one that runs a program. */
  private static String allowed(@Nullable String users) {
    List<String> allowed = new ArrayList<>(List.of("file", "git", "http", "https", "ssh"));
    if (users != null) {
      allowed.retainAll(new HashSet<>(List.of(users.split(":", -1))));
    }
    return String.join(":", allowed);
  }

  /** Returns whether the user has a variable. */
  boolean has(String name) {
    return variables.containsKey(name);
  }

  /** Sets a variable to a path. */
  GitEnvironment with(String name, Path value) {
    return with(name, value.toString());
  }

  /** Sets a variable. */
  GitEnvironment with(String name, String value) {
    Map<String, String> more = new TreeMap<>(variables);
    more.put(name, value);
    return new GitEnvironment(more);
  }

  /** Adds settings, which win over all that files say; nobody else sees them. */
  GitEnvironment with(List<Settings.Setting> settings) {
    Map<String, String> more = new TreeMap<>(variables);
    int count = number(more.getOrDefault("GIT_CONFIG_COUNT", "0"));
    for (Settings.Setting setting : settings) {
      more.put("GIT_CONFIG_KEY_" + count, setting.key());
      more.put("GIT_CONFIG_VALUE_" + count, setting.value());
      count++;
    }
    more.put("GIT_CONFIG_COUNT", Integer.toString(count));
    return new GitEnvironment(more);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      // Git itself would refuse to run.
      return 0;
    }
  }

  /** Runs git. */
  ChildProcess.Result run(TransportOptions options, List<String> arguments, int keptBytes)
      throws GitException, InterruptedException {
    return run(options, arguments, new byte[0], keptBytes);
  }

  /** Runs git, and gives it something to read. */
  ChildProcess.Result run(
      TransportOptions options, List<String> arguments, byte[] input, int keptBytes)
      throws GitException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("git");
    command.addAll(arguments);
    // Not the user's directory: git looks for repositories from where it is.
    var git = new ChildProcess(options.temporary(), variables, options.limit());
    try {
      return git.run(
          new ChildProcess.Order(
              command, SourceText.of(input), keptBytes, MAX_ERROR_BYTES, /* talkative= */ true));
    } catch (IOException e) {
      throw new GitException(
          GitException.Reason.LOCAL,
          "git cannot be started ("
              + e.getMessage()
              + "); install git, and see that it is on the PATH");
    }
  }
}
