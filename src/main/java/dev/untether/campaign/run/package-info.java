/** Makes a campaign's plan so: branches, pull requests, and what became of them. */
@NullMarked
package dev.untether.campaign.run;

import org.jspecify.annotations.NullMarked;
