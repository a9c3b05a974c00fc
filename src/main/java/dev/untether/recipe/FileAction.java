package dev.untether.recipe;

/** What a recipe does about a file as a whole, or line by line. */
public sealed interface FileAction extends Action
    permits FileAction.Create, FileAction.ReplaceText, FileAction.DeleteLines {

  /**
   * Creates a file unless there is one.
   *
   * @param file name of the template with its path: below the directory of the package or module
   * @param template name of the template with its text
   */
  record Create(String file, String template) implements FileAction {}

  /**
   * Replaces every occurrence of a text in the files that match.
   *
   * @param find the text, within one line; it must not be a part of a longer word
   * @param template name of the template with what takes its place, within one line; empty text
   *     takes one of the spaces around it away too
   */
  record ReplaceText(String find, String template) implements FileAction {}

  /**
   * Deletes the lines of the files that match that contain a text.
   *
   * @param containing the text
   */
  record DeleteLines(String containing) implements FileAction {}
}
