/** Repositories of campaigns, by the word of real git. */
@NullMarked
package dev.untether.campaign.source;

import org.jspecify.annotations.NullMarked;
