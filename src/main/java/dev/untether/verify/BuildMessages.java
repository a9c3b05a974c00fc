package dev.untether.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the go command prints when it does not succeed, taken apart. */
final class BuildMessages {
  private static final Pattern HEADER = Pattern.compile("# (\\S+)(?: \\[\\S+\\])?");

  /** What says that nothing was learned about the code: the build never got to it. */
  private static final List<Pattern> NOT_PROVEN =
      List.of(
          Pattern.compile("requires external \\(cgo\\) linking, but cgo is not enabled"),
          Pattern.compile("module lookup disabled by GOPROXY=off"),
          Pattern.compile("cannot find module providing package"),
          Pattern.compile("no required module provides package"),
          Pattern.compile("missing go\\.sum entry"),
          Pattern.compile("updates to go\\.(?:mod|sum|work) needed"),
          Pattern.compile("inconsistent vendoring"),
          Pattern.compile("reading https?://\\S+: "),
          Pattern.compile("dial tcp"),
          Pattern.compile("requires go >= \\S+ \\(running go"),
          Pattern.compile("invalid go version"),
          Pattern.compile("unsupported GOOS/GOARCH pair"),
          Pattern.compile("executable file not found in"),
          Pattern.compile("no space left on device"));

  private BuildMessages() {}

  /** Returns why nothing is proven by a build that printed {@code output}, if that is so. */
  static Optional<String> whyNotProven(String output) {
    for (Pattern pattern : NOT_PROVEN) {
      Matcher matcher = pattern.matcher(output);
      if (matcher.find()) {
        int start = output.lastIndexOf('\n', matcher.start()) + 1;
        int end = output.indexOf('\n', matcher.end());
        return Optional.of(output.substring(start, end < 0 ? output.length() : end).strip());
      }
    }
    return Optional.empty();
  }

  /** Returns whether a reason is that the port needs a C compiler. */
  static boolean needsCompiler(String reason) {
    return NOT_PROVEN.get(0).matcher(reason).find();
  }

  /**
   * Returns what was printed about each package, by import path; what stands before the first
   * package is under the empty name.
   */
  static Map<String, String> byPackage(String output) {
    Map<String, StringBuilder> sections = new LinkedHashMap<>();
    StringBuilder section = new StringBuilder();
    sections.put("", section);
    for (String line : output.lines().toList()) {
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        section = sections.computeIfAbsent(header.group(1), name -> new StringBuilder());
      } else {
        section.append(line).append('\n');
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    sections.forEach((name, text) -> texts.put(name, text.toString()));
    texts.values().removeIf(String::isBlank);
    return texts;
  }
}
