/** Shares of a campaign for machines side by side: which units each takes, and what came of all. */
@NullMarked
package dev.untether.campaign.shard;

import org.jspecify.annotations.NullMarked;
