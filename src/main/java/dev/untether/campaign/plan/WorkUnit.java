package dev.untether.campaign.plan;

import java.util.List;

/**
 * What is looked at by itself: a module, or, where no go.mod governs, what lies in one directory of
 * the root.
 *
 * @param directory below the root of the repository; empty for the root
 * @param isModule whether a go.mod is there
 * @param digest of everything in it: paths, kinds and ids of blobs, and of the attributes that git
 *     gives them from above
 * @param files how many files there are
 * @param cover paths that have all of it below them, and nothing of other units
 * @param hasOthersInside whether other units are below its directory
 * @param assembly its assembly files, if includes of theirs may lead to other units
 * @param links its symbolic links that may stand for source files
 */
record WorkUnit(
    String directory,
    boolean isModule,
    String digest,
    int files,
    List<String> cover,
    boolean hasOthersInside,
    List<String> assembly,
    List<String> links) {

  WorkUnit {
    cover = List.copyOf(cover);
    assembly = List.copyOf(assembly);
    links = List.copyOf(links);
  }
}
