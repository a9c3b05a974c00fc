package dev.untether.campaign.plan;

import dev.untether.text.Finding;
import dev.untether.text.Position;
import dev.untether.text.Severity;
import dev.untether.text.SourceText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An outcome as bytes: the SHA-256 of what follows, the key that it is kept under, the outcome.
 * What was cut, changed or moved to another key is not taken for one.
 */
final class OutcomeFormat {
  /** Counts changes of this format and of what outcomes mean; part of every key. */
  static final int VERSION = 1;

  private static final int DIGEST_BYTES = 32;

  private OutcomeFormat() {}

  static byte[] write(String key, Outcome outcome) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      text(out, key);
      out.writeInt(outcome.changes().size());
      for (Outcome.FileEdit edit : outcome.changes()) {
        text(out, edit.path());
        source(out, edit.before());
        source(out, edit.after());
        out.writeInt(edit.recipes().size());
        for (String recipe : edit.recipes()) {
          text(out, recipe);
        }
      }
      findings(out, outcome.refused());
      findings(out, outcome.notes());
      findings(out, outcome.problems());
      out.writeInt(outcome.sketches().size());
      for (Sketch sketch : outcome.sketches()) {
        text(out, sketch.directory());
        out.writeInt(sketch.tokens());
        for (long least : sketch.least()) {
          out.writeLong(least);
        }
      }
      out.writeInt(outcome.stands().size());
      for (var stand : outcome.stands().entrySet()) {
        text(out, stand.getKey());
        text(out, stand.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes everything", e);
    }
    byte[] body = bytes.toByteArray();
    byte[] whole = Arrays.copyOf(Hash.sha256().digest(body), DIGEST_BYTES + body.length);
    System.arraycopy(body, 0, whole, DIGEST_BYTES, body.length);
    return whole;
  }

  /** Returns the outcome that was written under {@code key}; empty if these bytes are another. */
  static Optional<Outcome> read(String key, byte[] whole) {
    if (whole.length < DIGEST_BYTES) {
      return Optional.empty();
    }
    MessageDigest digest = Hash.sha256();
    digest.update(whole, DIGEST_BYTES, whole.length - DIGEST_BYTES);
    if (!MessageDigest.isEqual(digest.digest(), Arrays.copyOf(whole, DIGEST_BYTES))) {
      return Optional.empty();
    }
    ByteArrayInputStream body =
        new ByteArrayInputStream(whole, DIGEST_BYTES, whole.length - DIGEST_BYTES);
    try (DataInputStream in = new DataInputStream(body)) {
      return text(in).equals(key) ? Optional.of(outcome(in)) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      // The digest fits, the form does not: somebody else's bytes.
      return Optional.empty();
    }
  }

  private static Outcome outcome(DataInputStream in) throws IOException {
    List<Outcome.FileEdit> changes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String path = text(in);
      Optional<SourceText> before = source(in);
      Optional<SourceText> after = source(in);
      List<String> recipes = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        recipes.add(text(in));
      }
      changes.add(new Outcome.FileEdit(path, before, after, recipes));
    }
    List<Finding> refused = findings(in);
    List<Finding> notes = findings(in);
    List<Finding> problems = findings(in);
    List<Sketch> sketches = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String directory = text(in);
      int tokens = in.readInt();
      List<Long> least = new ArrayList<>(Sketch.CLASSES);
      for (int i = 0; i < Sketch.CLASSES; i++) {
        least.add(in.readLong());
      }
      sketches.add(new Sketch(directory, tokens, least));
    }
    SortedMap<String, String> stands = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String directory = text(in);
      stands.put(directory, text(in));
    }
    return new Outcome(changes, refused, notes, problems, sketches, stands);
  }

  private static void findings(DataOutputStream out, List<Finding> findings) throws IOException {
    out.writeInt(findings.size());
    for (Finding finding : findings) {
      text(out, finding.rule());
      text(out, finding.severity().name());
      text(out, finding.path());
      out.writeInt(finding.position().line());
      out.writeInt(finding.position().column());
      text(out, finding.message());
    }
  }

  private static List<Finding> findings(DataInputStream in) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      String rule = text(in);
      Severity severity = Severity.valueOf(text(in));
      String path = text(in);
      Position position = new Position(in.readInt(), in.readInt());
      findings.add(new Finding(rule, severity, path, position, text(in)));
    }
    return findings;
  }

  private static void source(DataOutputStream out, Optional<SourceText> text) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      bytes(out, text.get().bytes());
    }
  }

  private static Optional<SourceText> source(DataInputStream in) throws IOException {
    return in.readBoolean() ? Optional.of(SourceText.of(bytes(in))) : Optional.empty();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    bytes(out, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("cut short");
    }
    return in.readNBytes(length);
  }
}
