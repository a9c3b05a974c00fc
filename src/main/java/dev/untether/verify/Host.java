package dev.untether.verify;

import dev.untether.module.target.Target;
import java.util.Locale;

/** The machine that this program runs on, in Go's words. */
public final class Host {
  private Host() {}

  /** Returns the target whose programs run here. */
  public static Target target() {
    return new Target(goos(), goarch());
  }

  static String goos() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "windows";
    }
    return name.startsWith("mac") ? "darwin" : name.replaceAll("[^a-z0-9]", "");
  }

  static String goarch() {
    String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      case "x86", "i386", "i686" -> "386";
      case "loongarch64" -> "loong64";
      default -> name.replaceAll("[^a-z0-9]", "");
    };
  }
}
