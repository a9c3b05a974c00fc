package dev.untether.git;

import dev.untether.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A series of commits as mails that {@code git am} takes, one for each commit. */
public final class MailSeries {
  private static final int MAX_SLUG = 52;
  // RFC 5322 allows 998 bytes in a line; a line of a file may well be longer.
  private static final int MAX_LINE = 900;
  private static final int QUOTED_LINE = 75;

  private MailSeries() {}

  /**
   * One mail.
   *
   * @param name the file name that {@code git format-patch} would give it
   * @param text the mail, with line feeds, as in a mailbox
   */
  public record Mail(String name, SourceText text) {}

  /**
   * Returns the mails of a series.
   *
   * @throws GitException when an object cannot be read
   */
  public static List<Mail> of(Series series) throws GitException {
    List<Mail> mails = new ArrayList<>();
    try (RevWalk walk = new RevWalk(series.repository())) {
      int number = 0;
      for (ObjectId id : series.commits()) {
        number++;
        RevCommit commit = walk.parseCommit(id);
        walk.parseHeaders(commit.getParent(0));
        String name =
            String.format(Locale.ROOT, "%04d-%s.patch", number, slug(commit.getShortMessage()));
        mails.add(new Mail(name, SourceText.of(mail(series, commit, number))));
      }
    } catch (IOException e) {
      throw GitException.of("the commits cannot be read again", e);
    }
    return mails;
  }

  private static byte[] mail(Series series, RevCommit commit, int number) throws IOException {
    PersonIdent author = commit.getAuthorIdent();
    String full = commit.getFullMessage();
    int end = full.indexOf('\n');
    String subject = end < 0 ? full : full.substring(0, end);
    String rest = end < 0 ? "" : full.substring(end).strip();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes((rest + "\n---\n\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(diff(series, commit));
    body.writeBytes("-- \nuntether\n\n".getBytes(StandardCharsets.UTF_8));
    boolean quoted = needsQuoting(body.toByteArray());
    String count = series.size() == 1 ? "" : " " + number + "/" + series.size();
    String head =
        "From "
            + commit.name()
            // The date by which git knows a mail of its own:
            // https://git-scm.com/docs/git-format-patch#_description
            + " Mon Sep 17 00:00:00 2001\nFrom: "
            + words(author.getName())
            + " <"
            + author.getEmailAddress()
            + ">\nDate: "
            + DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
                .format(author.getWhenAsInstant().atZone(author.getZoneId()))
            + "\nSubject: [PATCH"
            + count
            + "] "
            + encoded(subject)
            + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
            + "Content-Transfer-Encoding: "
            + (quoted ? "quoted-printable" : "8bit")
            + "\n\n";
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    mail.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    mail.writeBytes(quoted ? quoted(body.toByteArray()) : body.toByteArray());
    return mail.toByteArray();
  }

  private static byte[] diff(Series series, RevCommit commit) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      formatter.setRepository(series.repository());
      // Whatever the user's diff.* says: git am needs these.
      formatter.setOldPrefix("a/");
      formatter.setNewPrefix("b/");
      formatter.setContext(3);
      formatter.setDetectRenames(false);
      formatter.setAbbreviationLength(Constants.OBJECT_ID_STRING_LENGTH);
      formatter.setBinaryFileThreshold(Integer.MAX_VALUE);
      formatter.format(commit.getParent(0).getTree(), commit.getTree());
    }
    return out.toByteArray();
  }

  private static String slug(String subject) {
    String slug = subject.replaceAll("[^A-Za-z0-9._]+", "-").replaceAll("\\.{2,}", ".");
    slug = slug.substring(0, Math.min(slug.length(), MAX_SLUG));
    slug = slug.replaceAll("^[-.]+|[-.]+$", "");
    return slug.isEmpty() ? "patch" : slug;
  }

  /** Returns a name as a header takes it. */
  private static String words(String name) {
    if (!isAscii(name)) {
      return encoded(name);
    }
    boolean plain = name.matches("[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]*");
    return plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Returns a text as RFC 2047 wants it in a header. */
  private static String encoded(String text) {
    if (isAscii(text)) {
      return text;
    }
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int point : text.codePoints().toArray()) {
      // 45 bytes are 60 in Base64; with what surrounds them, at most the 75 that are allowed.
      String next = word + Character.toString(point);
      if (next.getBytes(StandardCharsets.UTF_8).length > 45) {
        words.add(word.toString());
        word.setLength(0);
      }
      word.appendCodePoint(point);
    }
    words.add(word.toString());
    return String.join(
        "\n ",
        words.stream()
            .map(
                each ->
                    "=?UTF-8?B?"
                        + Base64.getEncoder().encodeToString(each.getBytes(StandardCharsets.UTF_8))
                        + "?=")
            .toList());
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }

  /** Returns whether bytes would not come through as they are: git am takes CR for the mail's. */
  private static boolean needsQuoting(byte[] body) {
    int line = 0;
    for (byte each : body) {
      line = each == '\n' ? 0 : line + 1;
      if (each == '\r' || line > MAX_LINE) {
        return true;
      }
    }
    return false;
  }

  /** Returns bytes as quoted-printable, RFC 2045, 6.7. */
  private static byte[] quoted(byte[] body) {
    StringBuilder out = new StringBuilder(body.length + body.length / 8);
    int column = 0;
    for (int i = 0; i < body.length; i++) {
      int value = body[i] & 0xFF;
      if (value == '\n') {
        out.append('\n');
        column = 0;
        continue;
      }
      boolean endsLine = i + 1 == body.length || body[i + 1] == '\n';
      boolean blank = value == ' ' || value == '\t';
      boolean literal = value > ' ' && value < 0x7F && value != '=' || blank && !endsLine;
      int width = literal ? 1 : 3;
      if (column + width > QUOTED_LINE) {
        out.append("=\n");
        column = 0;
      }
      out.append(literal ? Character.toString(value) : String.format(Locale.ROOT, "=%02X", value));
      column += width;
    }
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
