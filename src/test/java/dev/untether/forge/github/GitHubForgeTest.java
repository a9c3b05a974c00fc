package dev.untether.forge.github;

import dev.untether.forge.ForgeContract;
import dev.untether.forge.ForgeDouble;

/** What holds for every forge, for GitHub. */
final class GitHubForgeTest extends ForgeContract {
  @Override
  protected ForgeDouble start() {
    return new GitHubDouble();
  }
}
