/**
 * The wire format of Oracle Cloud's Generative AI.
 */
@NullMarked
package dev.litellm.dialect.oci;

import org.jspecify.annotations.NullMarked;
