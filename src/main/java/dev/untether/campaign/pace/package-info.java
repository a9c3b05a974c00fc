/** How fast a campaign goes: what may be opened now, what has to wait, and why. */
@NullMarked
package dev.untether.campaign.pace;

import org.jspecify.annotations.NullMarked;
