package dev.untether.campaign.plan;

import dev.untether.git.GitException;
import dev.untether.git.TreeListing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which module a vendored package was copied from, by the {@code modules.txt} beside it. */
final class VendorLists {
  private static final int MAX_BYTES = 16 << 20;
  private static final String VENDOR = "vendor/";

  private final TreeListing listing;
  private final Map<String, Map<String, String>> lists = new HashMap<>();

  VendorLists(TreeListing listing) {
    this.listing = listing;
  }

  /** Returns the module and version, if the directory is vendored and listed. */
  Optional<String> originOf(String directory) throws GitException {
    int at = ("/" + directory).lastIndexOf("/" + VENDOR);
    if (at < 0) {
      return Optional.empty();
    }
    String vendor = directory.substring(0, at + VENDOR.length());
    String packagePath = directory.substring(at + VENDOR.length());
    Map<String, String> list = lists.get(vendor);
    if (list == null) {
      list = read(vendor + "modules.txt");
      lists.put(vendor, list);
    }
    return Optional.ofNullable(list.get(packagePath));
  }

  /** Reads lines of the forms {@code # module version …}, {@code ## …} and {@code package}. */
  private Map<String, String> read(String file) throws GitException {
    Map<String, String> modules = new HashMap<>();
    Optional<byte[]> bytes = listing.content(file, MAX_BYTES);
    String text = bytes.map(it -> new String(it, StandardCharsets.UTF_8)).orElse("");
    String module = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ")) {
        String[] words = line.split(" ", -1);
        module = words[1] + (words.length > 2 && words[2].startsWith("v") ? "@" + words[2] : "");
      } else if (!line.isEmpty() && !line.startsWith("#") && !module.isEmpty()) {
        modules.put(line, module);
      }
    }
    return modules;
  }
}
