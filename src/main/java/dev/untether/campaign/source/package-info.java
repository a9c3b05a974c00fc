/** Finds the repositories that a campaign names, and gets them to this machine. */
@NullMarked
package dev.untether.campaign.source;

import org.jspecify.annotations.NullMarked;
