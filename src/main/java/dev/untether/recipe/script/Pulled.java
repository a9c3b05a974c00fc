package dev.untether.recipe.script;

import dev.untether.module.target.BuildConstraint;

/**
 * A symbol of the standard library that a file of a module pulls by linkname.
 *
 * @param file the path of the file below the module's directory
 * @param referrer the package that pulls, as the linker names it
 * @param symbol what is pulled
 * @param variable whether it is pulled as a variable
 * @param type the type that it is declared with, empty if that cannot be told
 * @param constraint which builds take the file
 */
public record Pulled(
    String file,
    String referrer,
    String symbol,
    boolean variable,
    String type,
    BuildConstraint constraint) {

  boolean isInTest() {
    return file.endsWith("_test.go");
  }
}
