@NullMarked
package dev.untether.campaign.run;

import org.jspecify.annotations.NullMarked;
