package dev.untether.forge;

/**
 * A repository as a forge lists it.
 *
 * @param cloneUrl its address for git over https
 * @param archived whether it is read-only
 * @param fork whether it was made as a copy of another
 */
public record ListedRepository(
    Project project, String cloneUrl, String defaultBranch, boolean archived, boolean fork) {}
