/** What a campaign would do to repositories that are at hand. */
@NullMarked
package dev.untether.campaign.plan;

import org.jspecify.annotations.NullMarked;
