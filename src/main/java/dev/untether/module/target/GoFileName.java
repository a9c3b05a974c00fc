package dev.untether.module.target;

/**
 * The name of a source file, cut where a part can be put in that changes nothing about which builds
 * take it: {@code poll} and {@code _linux_test.go}.
 *
 * @param stem what stands before
 * @param suffix the system, the architecture, {@code _test} and the extension
 */
public record GoFileName(String stem, String suffix) {

  /** Returns the parts of the name behind the last slash of {@code path}. */
  public static GoFileName of(String path) {
    String name = FileName.of(path);
    int dot = name.indexOf('.');
    int cut = dot < 0 ? name.length() : dot;
    if (name.substring(0, cut).endsWith("_test")) {
      cut -= "_test".length();
    }
    for (String tag : FileName.tags(name)) {
      cut -= tag.length() + 1;
    }
    return new GoFileName(name.substring(0, cut), name.substring(cut));
  }

  /** Returns the name with {@code _part} put in. */
  public String with(String part) {
    return stem + "_" + part + suffix;
  }
}
