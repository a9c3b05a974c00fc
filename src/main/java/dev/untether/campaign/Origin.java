package dev.untether.campaign;

import dev.untether.forge.Project;
import dev.untether.git.Base;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A repository of a campaign, at hand.
 *
 * @param name what people know it by, unique within a campaign: its path on the forge, or the name
 *     of its directory
 * @param place somewhere in it on this machine
 * @param remote the address that branches are pushed to; empty for one without a remote
 * @param project where its pull requests are; empty when the remote is no forge that we know
 * @param baseBranch the branch that changes are meant for
 * @param base the commit that everything starts from
 */
public record Origin(
    String name,
    Path place,
    Optional<String> remote,
    Optional<Project> project,
    String baseBranch,
    Base base) {}
