package dev.untether.forge.gitea;

import dev.untether.forge.ForgeContract;
import dev.untether.forge.ForgeDouble;

/** What holds for every forge, for Gitea. */
final class GiteaForgeTest extends ForgeContract {
  @Override
  protected ForgeDouble start() {
    return new GiteaStage();
  }
}
