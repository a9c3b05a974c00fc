package dev.untether.forge;

/** The forges that can be spoken to. */
public enum ForgeKind {
  GITHUB,
  GITLAB,
  /** Gitea and Forgejo, whose interfaces are the same as far as we use them. */
  GITEA,
  /** Changes are pushed to {@code refs/for/}; there is nothing to ask. */
  GERRIT,
}
