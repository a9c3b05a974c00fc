package dev.untether.campaign.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over values, each with its length: {@code "a" + "bc"} is not {@code "ab" + "c"}. */
final class Hash {
  private final MessageDigest digest = sha256();

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Hash add(String value) {
    return add(value.getBytes(StandardCharsets.UTF_8));
  }

  Hash add(byte[] value) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, value.length));
    digest.update(value);
    return this;
  }

  /** Returns the digest as 64 hexadecimal digits. Nothing can be added after that. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
