package dev.untether.recipe;

import java.util.Optional;

/** What a recipe does about a linkname directive or its declaration. */
public sealed interface GoAction extends Action
    permits GoAction.ReplaceDeclaration,
        GoAction.DeleteDirective,
        GoAction.SetDirective,
        GoAction.Comment,
        GoAction.AddImport,
        GoAction.Constrain,
        GoAction.MoveDeclaration,
        GoAction.CallFromGo,
        GoAction.RenameSymbol,
        GoAction.Report {

  /**
   * Gives the function a body, made by the template of its symbol, and takes the directive away.
   *
   * @param fallback what to do where the module may be built by a release that is too old for it
   */
  record ReplaceDeclaration(Fallback fallback) implements GoAction {}

  /** What to do where the new code needs a newer Go than the module does. */
  enum Fallback {
    /** Two files, one for each side of the release. */
    BUILD_TAGS,
    /** Nothing, and a finding. */
    REFUSE
  }

  /** Takes the directive away, and the unsafe import if nothing else needs it. */
  record DeleteDirective() implements GoAction {}

  /**
   * Writes the directive anew.
   *
   * @param template name of the template with its text, from {@code //} on, one line
   */
  record SetDirective(String template) implements GoAction {}

  /**
   * Puts a block of line comments above the directive, or in the place of the one that is there.
   *
   * @param template name of the template with the text, without slashes
   * @param marker how the first line of the block starts, by which it is found again
   */
  record Comment(String template, String marker) implements GoAction {}

  /**
   * Adds an import to the file of the directive.
   *
   * @param path the path
   * @param name the name before it
   */
  record AddImport(String path, Optional<String> name) implements GoAction {}

  /**
   * Adds a condition to the constraint of the file.
   *
   * @param template name of the template with the expression
   */
  record Constrain(String template) implements GoAction {}

  /**
   * Moves the declaration, with directive and comments, to another file of the directory.
   *
   * @param file name of the template with the file's name
   */
  record MoveDeclaration(String file) implements GoAction {}

  /**
   * Lets Go code do what assembly asks a symbol of the standard library for: a function that is
   * nothing but a jump there gets a body in Go, made by the template of the symbol, and other jumps
   * there lead to a new function of the package with that body.
   */
  record CallFromGo() implements GoAction {}

  /**
   * Lets jumps lead to another symbol.
   *
   * @param template name of the template with the symbol, as the linker names it
   */
  record RenameSymbol(String template) implements GoAction {}

  /**
   * Says something about the place, and changes nothing.
   *
   * @param template name of the template with the message
   */
  record Report(String template) implements GoAction {}
}
