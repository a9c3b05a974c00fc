package dev.untether.forge.owners;

import java.util.List;

/** The rules of a file, in the way of its dialect. */
interface Rules {
  /** Returns the owners of a path, which has no slash in front, each once. */
  List<String> of(String path);
}
