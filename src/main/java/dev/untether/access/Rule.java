package dev.untether.access;

import java.util.Locale;

/** Why the linker decides as it does; each rule is a line or two of the linker's own source. */
public enum Rule {
  NOT_CHECKED("this release does not check who refers to what"),
  BUILTIN("the compiler's own builtins are referred to by number, which is never checked"),
  BLOCKED("the linker's list of blocked names holds it, whoever pushes it"),
  ALLOWED_BY_LIST("the linker's list of blocked names makes an exception for this package"),
  NOT_DEFINED("no package of the standard library defines it"),
  WRONG_ABI("it is defined only in the other calling convention"),
  OUTSIDE_STD("only symbols of the standard library are checked"),
  ASSEMBLY_NOT_CHECKED("this release does not count what assembly defines as the library's"),
  SAME_PACKAGE("a package may refer to what it defines itself"),
  NAMED_FOR_REFERRER("assembly defines it under a name that starts with the referring package's"),
  NO_PACKAGE_IN_NAME("a name without a package is meant for others to use"),
  NO_WRAPPERS("on this architecture the linker cannot tell, and lets assembly's functions pass"),
  STD_ONLY("it is pushed with //go:linknamestd, to the standard library only"),
  PUSHED("its definition carries //go:linkname"),
  ABI_WRAPPER("the compiler made a wrapper for it, which this release lets pass"),
  NOT_PUSHED("its definition does not carry //go:linkname"),
  NEW_VARIABLE("nobody else defines it: this is a new variable, and nothing writes to it"),
  OVERRIDDEN_VARIABLE("the initial value here takes the place of the library's zeroed variable"),
  DUPLICATE_DEFINITION("it has a definition with content already"),
  MAYBE_DUPLICATE_DEFINITION("whether the library's variable has content is decided by compiling"),
  LARGER_VARIABLE("the larger of two zeroed variables is the definition, and this one is larger"),
  MAYBE_LARGER_VARIABLE(
      "the larger of two zeroed variables is the definition, and the sizes are not known"),
  VARIABLE_FOR_FUNCTION("a variable cannot stand for a function"),
  THREAD_LOCAL_REPLACED("each thread has its own of it, and this would be one for all"),
  LINKER_PANIC("assembly and Go refer to one symbol of assembly, which crashes this linker"),
  METHOD_THROUGH_IMPORT(
      "the package imports the method's type, so that the compiler refers to the method by number"),
  MAYBE_THROUGH_IMPORT(
      "the package uses the function through its import too: what the compiler meets first counts"),
  COMPILER_MADE("compilers make such symbols as they see fit"),
  NO_DATA("nothing is known about it"),
  NOT_USED("nothing in its package uses it, so that the linker never hears of it");

  private final String reason;

  Rule(String reason) {
    this.reason = reason;
  }

  /** Returns the word for machines: lower case with hyphens. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the reason as half a sentence, without a full stop. */
  public String reason() {
    return reason;
  }
}
