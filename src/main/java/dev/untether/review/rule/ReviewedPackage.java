package dev.untether.review.rule;

import dev.untether.golang.Declaration;
import dev.untether.golang.LinkTarget;
import dev.untether.golang.linkname.Rationale;
import dev.untether.module.SourceFile;
import dev.untether.review.JudgedReference;
import dev.untether.text.Comment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The Go files of one directory, and the pulls in them.
 *
 * @param sources the files, by path
 * @param pulls the pulls, by file and place
 */
record ReviewedPackage(List<SourceFile> sources, List<Pull> pulls) {

  /** Copies the lists. */
  ReviewedPackage {
    sources = List.copyOf(sources);
    pulls = List.copyOf(pulls);
  }

  /** Returns the package of {@code sources}; only files with pulls are read. */
  static ReviewedPackage of(List<SourceFile> sources, List<JudgedReference.OfLinkname> references) {
    Map<String, Optional<GoSource>> read = new TreeMap<>();
    Map<String, List<Rationale>> rationales = new TreeMap<>();
    List<Pull> pulls = new ArrayList<>();
    for (JudgedReference.OfLinkname reference : references) {
      Optional<GoSource> source =
          read.computeIfAbsent(reference.file().relative(), path -> GoSource.of(reference.file()));
      Optional<LinkTarget> target = reference.reference().target();
      if (source.isPresent() && target.isPresent()) {
        List<Rationale> known =
            rationales.computeIfAbsent(
                reference.file().relative(), path -> Rationale.of(source.get().comments()));
        pulls.add(pull(reference, source.get(), target.get(), known));
      }
    }
    return new ReviewedPackage(sources, pulls);
  }

  /** Returns all files that can be read; reads them, so call it once, and only where needed. */
  List<GoSource> files() {
    return sources.stream().map(GoSource::of).flatMap(Optional::stream).toList();
  }

  private static Pull pull(
      JudgedReference.OfLinkname reference,
      GoSource source,
      LinkTarget target,
      List<Rationale> rationales) {
    Optional<Declaration> declaration = source.declaration(reference.reference().localName());
    Set<Comment> remarks = new LinkedHashSet<>(source.around(reference.position().line()));
    declaration.ifPresent(it -> remarks.addAll(source.around(it.position().line())));
    return new Pull(
        reference,
        source,
        target,
        declaration,
        rationale(reference, rationales, remarks),
        List.copyOf(remarks));
  }

  /** Returns the rationale beside the directive; else the last one above it; else the first. */
  private static Optional<Rationale> rationale(
      JudgedReference reference, List<Rationale> rationales, Set<Comment> remarks) {
    for (Rationale rationale : rationales) {
      if (remarks.stream().anyMatch(it -> it.position().equals(rationale.position()))) {
        return Optional.of(rationale);
      }
    }
    Optional<Rationale> best = rationales.stream().findFirst();
    for (Rationale rationale : rationales) {
      if (rationale.position().compareTo(reference.position()) < 0) {
        best = Optional.of(rationale);
      }
    }
    return best;
  }

  /** Returns the files with pulls of the standard library, each with these, by path. */
  Map<GoSource, List<Pull>> standardPulls(Surroundings surroundings) {
    Map<GoSource, List<Pull>> byFile = new LinkedHashMap<>();
    for (Pull pull : pulls) {
      if (surroundings.isStandard(pull.target())) {
        byFile.computeIfAbsent(pull.source(), it -> new ArrayList<>()).add(pull);
      }
    }
    return byFile;
  }
}
