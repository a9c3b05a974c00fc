/** Recipe folders: untrusted YAML and templates, checked and made into recipes. */
@NullMarked
package dev.untether.recipe.folder;

import org.jspecify.annotations.NullMarked;
