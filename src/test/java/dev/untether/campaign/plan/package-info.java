/** Commits on branches, by the word of real git. */
@NullMarked
package dev.untether.campaign.plan;

import org.jspecify.annotations.NullMarked;
