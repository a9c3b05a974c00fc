package dev.untether.forge.gitlab;

import dev.untether.forge.ForgeContract;
import dev.untether.forge.ForgeDouble;

/** What holds for every forge, for GitLab. */
final class GitLabForgeTest extends ForgeContract {
  @Override
  protected ForgeDouble start() {
    return new GitLabStage();
  }
}
