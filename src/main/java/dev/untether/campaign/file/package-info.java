/** The campaign file: YAML that says what a campaign is to do. */
@NullMarked
package dev.untether.campaign.file;

import org.jspecify.annotations.NullMarked;
