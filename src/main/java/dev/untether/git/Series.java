package dev.untether.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Commits in a row, on a base; nothing points to them yet. Whoever stops us before something does
 * leaves objects that {@code git gc} sweeps up, and nothing else.
 */
public final class Series {
  private final Repository repository;
  private final Base base;
  private final List<ObjectId> commits;

  private Series(Repository repository, Base base, List<ObjectId> commits) {
    this.repository = repository;
    this.base = base;
    this.commits = List.copyOf(commits);
  }

  /**
   * Makes commits of the steps.
   *
   * @param place where their objects go
   * @throws GitException when the people are not known, or the signature fails
   */
  public static Series write(
      GitRepository place, Base base, List<Step> steps, CommitOptions options) throws GitException {
    return write(place, base, steps, options, List.of(), number -> List.of());
  }

  /** A step with the tree it leads to. */
  private record Planned(Step step, ObjectId tree) {}

  /**
   * Makes the commits. A step that leaves the same tree as the one before it makes none.
   *
   * @param present commits on the base that may be there already: when trees and recipes are the
   *     same, these are the result, and nothing is made
   * @param trailers what the message of a commit says last, by its number, from zero
   * @throws GitException when the people are not known, or the signature fails
   */
  public static Series write(
      GitRepository place,
      Base base,
      List<Step> steps,
      CommitOptions options,
      List<ObjectId> present,
      IntFunction<List<String>> trailers)
      throws GitException {
    Repository repository = place.repository();
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      List<Planned> planned = new ArrayList<>();
      ObjectId last = base.tree();
      // A recipe whose work shows only together with later ones is named with those.
      List<AppliedRecipe> recipes = new ArrayList<>();
      for (Step step : steps) {
        recipes.addAll(step.recipes());
        ObjectId tree = new StepTree(repository, inserter).write(base.tree(), step.changes());
        if (!tree.equals(last)) {
          planned.add(new Planned(new Step(recipes, step.changes(), step.command()), tree));
          recipes.clear();
        }
        last = tree;
      }
      if (planned.isEmpty() || isPresent(repository, planned, present, options)) {
        return new Series(repository, base, planned.isEmpty() ? List.of() : present);
      }
      List<ObjectId> commits = commit(place, base, planned, options, trailers, inserter);
      inserter.flush();
      return new Series(repository, base, commits);
    } catch (MissingObjectException e) {
      throw place.missing(e);
    } catch (IOException e) {
      throw GitException.of(place.root() + ": the commits could not be written", e);
    }
  }

  private static boolean isPresent(
      Repository repository, List<Planned> planned, List<ObjectId> present, CommitOptions options)
      throws IOException {
    if (planned.size() != present.size()) {
      return false;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      for (int i = 0; i < planned.size(); i++) {
        RevCommit commit = walk.parseCommit(present.get(i));
        String message = commit.getFullMessage();
        List<String> trailers =
            planned.get(i).step().recipes().stream().map(AppliedRecipe::trailer).toList();
        boolean asAsked =
            options.sign() == (commit.getRawGpgSignature() != null)
                && options.signOff() == message.contains("\n" + People.SIGN_OFF + ": ");
        if (!asAsked
            || !commit.getTree().getId().equals(planned.get(i).tree())
            || !CommitMessage.recipes(message).equals(trailers)) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<ObjectId> commit(
      GitRepository place,
      Base base,
      List<Planned> planned,
      CommitOptions options,
      IntFunction<List<String>> trailers,
      ObjectInserter inserter)
      throws IOException, GitException {
    GitSettings settings = GitSettings.of(place.repository(), options.environment());
    People people = People.of(settings, options.now(), options.zone());
    CommitMessage message = new CommitMessage();
    List<ObjectId> commits = new ArrayList<>();
    ObjectId parent = base.commit();
    for (Planned each : planned) {
      CommitBuilder builder = new CommitBuilder();
      builder.setTreeId(each.tree());
      builder.setParentId(parent);
      builder.setAuthor(people.author());
      builder.setCommitter(people.committer());
      List<String> more = new ArrayList<>();
      if (options.signOff()) {
        more.add(people.signOff());
      }
      more.addAll(trailers.apply(commits.size()));
      builder.setMessage(message.of(each.step(), base, each.tree(), more));
      if (options.sign()) {
        builder.setGpgSignature(new Signer(settings, people).sign(builder.build()));
      }
      parent = inserter.insert(builder);
      commits.add(parent);
    }
    return commits;
  }

  /** Returns how many commits there are; none when the recipes change nothing. */
  public int size() {
    return commits.size();
  }

  /** Returns the ids of the commits, the first one first. */
  public List<String> ids() {
    return commits.stream().map(ObjectId::name).toList();
  }

  /** Returns the id of the last commit, or of the base when there is none. */
  public String head() {
    return tip().name();
  }

  ObjectId tip() {
    return commits.isEmpty() ? base.commit() : commits.get(commits.size() - 1);
  }

  /** Returns the directory that its objects are in. */
  public Path objects() {
    return GitRepository.objects(repository);
  }

  /** Returns the commit that it starts from. */
  public Base base() {
    return base;
  }

  /**
   * Returns whether some commits say and make the same as these, whenever they were made.
   *
   * @param commits at hand where {@code place} is
   */
  public boolean isSameAs(GitRepository place, List<ObjectId> commits) throws GitException {
    if (commits.size() != this.commits.size()) {
      return false;
    }
    try (RevWalk here = new RevWalk(repository);
        RevWalk there = new RevWalk(place.repository())) {
      for (int i = 0; i < commits.size(); i++) {
        RevCommit mine = here.parseCommit(this.commits.get(i));
        RevCommit other = there.parseCommit(commits.get(i));
        boolean same =
            mine.getTree().getId().equals(other.getTree().getId())
                && mine.getFullMessage().equals(other.getFullMessage())
                && (mine.getRawGpgSignature() == null) == (other.getRawGpgSignature() == null);
        if (!same) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw GitException.of(place.root() + ": the commits cannot be compared", e);
    }
  }

  List<ObjectId> commits() {
    return commits;
  }

  Repository repository() {
    return repository;
  }
}
