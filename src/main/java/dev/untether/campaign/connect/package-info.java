/** The way of a campaign to forges, remotes, owners and the Go toolchain. */
@NullMarked
package dev.untether.campaign.connect;

import org.jspecify.annotations.NullMarked;
