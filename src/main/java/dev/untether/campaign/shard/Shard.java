package dev.untether.campaign.shard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal shares of a campaign.
 *
 * @param index which one, from 1 to {@code count}
 * @param count how many there are, from 1 to {@value #MOST}
 */
public record Shard(int index, int count) implements Comparable<Shard> {
  /** The most shards of a campaign; no cluster gives an array of jobs more tasks. */
  public static final int MOST = 100_000;

  /** The share of a machine that is on its own. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

  /** Refuses a share that is none with {@link IllegalArgumentException}. */
  public Shard {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          count + " shards; expected a number of shards from 1 to " + MOST);
    }
    if (index < 1 || index > count) {
      throw new IllegalArgumentException(
          "shard " + index + " of " + count + "; shards are counted from 1 to " + count);
    }
  }

  /**
   * Returns the shard written as {@code i/n}, counted from 1.
   *
   * @throws IllegalArgumentException if {@code text} is none; its message says what was expected
   */
  public static Shard parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "`" + text + "` is no shard; expected i/n such as 1/8, or auto");
    }
    return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  /**
   * Returns whether this shard is to do something. Of all shards of one count, exactly one is: it
   * depends on the names alone, on every machine and in every version. To be asked at one place
   * only of each campaign: of modules before they are looked at when the campaign is split by
   * module, else of finished units, since a unit of several modules must not be torn.
   *
   * @param repository the name of the repository
   * @param part the path of a module, or the id of a unit
   */
  public boolean takes(String repository, String part) {
    // Not hashCode: that of records and enums differs from one JVM to the next.
    byte[] name = (repository + '\0' + part).getBytes(StandardCharsets.UTF_8);
    long hash = ByteBuffer.wrap(sha256().digest(name)).getLong();
    return Long.remainderUnsigned(hash, count) == index - 1;
  }

  /** Orders by count, then by index. */
  @Override
  public int compareTo(Shard other) {
    return Comparator.comparingInt(Shard::count)
        .thenComparingInt(Shard::index)
        .compare(this, other);
  }

  /** Returns it as {@code i/n}. */
  @Override
  public String toString() {
    return index + "/" + count;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
