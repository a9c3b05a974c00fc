/** What became of a campaign: of a run over it, and of each unit. */
@NullMarked
package dev.untether.campaign.outcome;

import org.jspecify.annotations.NullMarked;
