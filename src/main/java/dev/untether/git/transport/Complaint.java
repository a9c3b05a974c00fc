package dev.untether.git.transport;

import dev.untether.git.GitException;
import dev.untether.git.GitException.Reason;
import dev.untether.process.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What git or a server says when it does not do as it is told, told apart by its words. */
final class Complaint {
  private static final int MAX_LINES = 12;
  private static final int MAX_COLUMNS = 400;
  private static final Pattern LOGIN = Pattern.compile("(?<=://)[^/@\\s]+@");
  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?i)(authorization: *\\w+) +[^\\s']+");

  private Complaint() {}

  /**
   * Words that stand for a reason.
   *
   * @param next what to do about it
   */
  private record Sign(Reason reason, Pattern words, String next) {
    static Sign of(Reason reason, String words, String next) {
      return new Sign(reason, Pattern.compile("(?i)" + words), next);
    }
  }

  // The first that matches counts: what a server says of the branch comes before what git makes of
  // the connection that ends with it.
  private static final List<Sign> SIGNS =
      List.of(
          Sign.of(
              Reason.DECLINED,
              "exists; cannot create|refusing to (create|update) ref with bad name|funny refname",
              "a branch cannot be beside one whose name starts with its own and a slash; choose"
                  + " another name"),
          // git's remote.c (stale info), and receive-pack when its lock comes too late.
          Sign.of(
              Reason.OVERTAKEN,
              "\\(stale info\\)|\\(fetch first\\)|\\(non-fast-forward\\)|but expected [0-9a-f]"
                  + "|reference already exists|failed to update ref|incorrect old value"
                  + "|failed to lock|remote ref updated since checkout|cannot lock ref",
              "somebody pushed meanwhile, and nothing was changed; run untether again"),
          // GitHub and GitLab, Gitea, Forgejo, Bitbucket.
          Sign.of(
              Reason.PROTECTED,
              "protected branch|branch is protected|GH006|GH013|rule violations"
                  + "|refusing to update checked out branch|deletion of the current branch",
              "choose a branch that is not protected"),
          Sign.of(
              Reason.FORBIDDEN, "prohibited by gerrit", "ask for the right to push to refs/for/"),
          Sign.of(
              Reason.DECLINED,
              "hook declined|(missing|invalid|duplicate) change-id|no new changes"
                  + "|\\(deletion prohibited\\)|remote rejected",
              "see what the server says, and ask those who run it"),
          Sign.of(
              Reason.FORBIDDEN,
              "error: 403|http 403|permission to \\S+ denied|write access to repository not granted"
                  + "|not allowed to push|insufficient permission|read-only file system"
                  + "|unable to create temporary object directory|service not enabled"
                  + "|deploy key|marked as read only|push access denied",
              "ask for the right to push, or use a token that has it"),
          Sign.of(
              Reason.UNAUTHENTICATED,
              "authentication failed|could not read (username|password)|terminal prompts disabled"
                  + "|error: 401|permission denied \\(|host key verification failed"
                  + "|invalid username or",
              "give a token, set up a credential helper or load a key: `git ls-remote` of that"
                  + " address must work without a question"),
          Sign.of(
              Reason.NOT_FOUND,
              "repository .*not found|not found: did you|error: 404|does not appear to be a git"
                  + "|does not exist|no such (file|repository|project)|could not be found"
                  + "|couldn't find remote ref",
              "see whether the address is right, and whether you may see it"),
          // With a token we follow nobody to another address.
          Sign.of(
              Reason.NOT_FOUND,
              "error: 30[1278]|unable to update url base",
              "the repository has moved; use its new address"),
          Sign.of(
              Reason.UNREACHABLE,
              "could not resolve|failed to connect|connection (refused|reset|timed out|closed)"
                  + "|couldn't connect|timed out|early eof|hung up|rpc failed|network is unreachable"
                  + "|transfer closed|operation too slow|error: 5\\d\\d|unexpected disconnect"
                  + "|empty reply|no route to host|ssl certificate|ssl_|gnutls|tls connection|expected flush|index-pack failed|bad pack",
              "see whether the network is well; a second run goes on where this one ended"));

  static GitException of(
      String doing, ChildProcess.Result result, Duration limit, List<String> secrets) {
    if (result.late()) {
      return new GitException(
          Reason.UNREACHABLE,
          doing
              + ": no end after "
              + limit.toSeconds()
              + " s, so it was stopped; see whether the network is well, or give it more time");
    }
    String all = result.text() + "\n" + result.err();
    Optional<Sign> sign =
        SIGNS.stream().filter(each -> each.words().matcher(all).find()).findFirst();
    String said = shown(result, secrets);
    String message = doing + ": " + (said.isEmpty() ? "git says nothing" : said);
    return sign.isPresent()
        ? new GitException(sign.get().reason(), message + "\n  " + sign.get().next())
        : new GitException(Reason.LOCAL, message);
  }

  /** Returns what was said, on a few lines, with nothing in it that is secret or moves a cursor. */
  private static String shown(ChildProcess.Result result, List<String> secrets) {
    List<String> lines =
        (rejected(result.text()) + result.err())
            .lines()
            // What a terminal would write over.
            .map(line -> line.substring(line.lastIndexOf('\r') + 1))
            .map(line -> scrubbed(line, secrets).replaceAll("\\p{Cntrl}", " ").strip())
            .filter(line -> !line.isEmpty() && !line.startsWith("hint:"))
            .distinct()
            .toList();
    return lines.stream()
        .limit(MAX_LINES)
        .map(line -> line.length() > MAX_COLUMNS ? line.substring(0, MAX_COLUMNS) + "…" : line)
        .collect(Collectors.joining("\n  "));
  }

  /** Returns the lines of {@code git push --porcelain} that tell of refusals. */
  private static String rejected(String out) {
    return out.lines()
        .filter(line -> line.startsWith("!\t"))
        .map(line -> line.substring(line.lastIndexOf('\t') + 1) + "\n")
        .collect(Collectors.joining());
  }

  static String scrubbed(String text, List<String> secrets) {
    String clean = text;
    for (String secret : secrets) {
      if (!secret.isEmpty()) {
        clean = clean.replace(secret, "(secret)");
      }
    }
    clean = LOGIN.matcher(clean).replaceAll("");
    return AUTHORIZATION.matcher(clean).replaceAll("$1 (secret)");
  }
}
