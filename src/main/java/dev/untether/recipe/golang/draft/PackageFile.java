package dev.untether.recipe.golang.draft;

import dev.untether.golang.GoFile;
import dev.untether.golang.GoText;
import dev.untether.module.target.BuildConstraint;
import dev.untether.module.target.ConstraintHeader;
import dev.untether.text.SourceText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One Go file of a package directory, read once however many recipes' actions ask. */
public final class PackageFile {
  // https://go.dev/s/generatedcode
  private static final Pattern GENERATED =
      Pattern.compile("(?m)^// Code generated (.*)DO NOT EDIT\\.\r?$");
  private static final Pattern GENERATOR = Pattern.compile("(?:by|from|using) ([^;,]*[^;,. ])");

  private final String path;
  private final SourceText text;
  private final GoFile facts;
  private final GoText tokens;
  private final BuildConstraint constraint;
  private final ConstraintHeader header;

  /** Reads a file that findings name {@code path}, which has slashes between names. */
  public PackageFile(String path, SourceText text) {
    this.path = path;
    this.text = text;
    this.facts = GoFile.parse(path, text);
    this.tokens = GoText.of(text);
    this.constraint = BuildConstraint.of(path, text);
    this.header = ConstraintHeader.of(text);
  }

  /** Returns the path below the root of the tree, with slashes. */
  public String path() {
    return path;
  }

  /** Returns the name behind the last slash. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns the text. */
  public SourceText text() {
    return text;
  }

  /** Returns what the file declares. */
  public GoFile facts() {
    return facts;
  }

  /** Returns the tokens. */
  public GoText tokens() {
    return tokens;
  }

  /** Returns which builds take the file. */
  public BuildConstraint constraint() {
    return constraint;
  }

  /** Returns the constraint lines. */
  public ConstraintHeader header() {
    return header;
  }

  /** Returns whether it is a test. */
  public boolean isTest() {
    return path.endsWith("_test.go");
  }

  /** Returns the name in the package clause; empty if there is none. */
  public String packageName() {
    return facts.packageClause().map(clause -> clause.name()).orElse("");
  }

  /** Returns what generated the file, in the words of its first lines; empty if nothing did. */
  public Optional<String> generator() {
    int end = facts.packageClause().map(clause -> clause.span().start()).orElse(text.length());
    return generatorIn(text.slice(0, end));
  }

  /** Returns what generated the file that starts with {@code head}; empty if nothing did. */
  public static Optional<String> generatorIn(String head) {
    Matcher matcher = GENERATED.matcher(head);
    if (!matcher.find()) {
      return Optional.empty();
    }
    Matcher generator = GENERATOR.matcher(matcher.group(1));
    return Optional.of(generator.find() ? generator.group(1).strip() : "that its first lines name");
  }
}
