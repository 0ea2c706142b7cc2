/**
 * What the formats of Amazon's services have in common.
 */
@NullMarked
package dev.litellm.dialect.aws;

import org.jspecify.annotations.NullMarked;
