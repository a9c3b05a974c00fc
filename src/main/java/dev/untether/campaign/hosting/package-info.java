/** Branches by the user's git, and words by the templates of a campaign. */
@NullMarked
package dev.untether.campaign.hosting;

import org.jspecify.annotations.NullMarked;
