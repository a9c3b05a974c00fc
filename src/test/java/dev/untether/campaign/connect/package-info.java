/** Where campaigns meet repositories and toolchains. */
@NullMarked
package dev.untether.campaign.connect;

import org.jspecify.annotations.NullMarked;
