/**
 * Private JSON of the wire: token readers and writers that no application setting
 * reaches.
 */
@NullMarked
package dev.litellm.json;

import org.jspecify.annotations.NullMarked;
