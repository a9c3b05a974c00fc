package dev.untether.campaign;

/**
 * What goes into one pull request.
 *
 * @param depth for {@link By#DIRECTORY}: how many names of a path count, from 1
 * @param maxFiles the most files of one unit, from 1; what is more becomes further units
 */
public record Split(By by, int depth, int maxFiles) {
  /** No bound on the files of a unit. */
  public static final int ALL_FILES = Integer.MAX_VALUE;

  /** What changes are put together by. */
  public enum By {
    REPOSITORY,
    MODULE,
    OWNER,
    RECIPE,
    DIRECTORY,
  }
}
