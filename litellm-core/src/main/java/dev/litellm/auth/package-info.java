/**
 * How requests show who sends them, beyond a key in a header: tokens that are exchanged
 * and refreshed, and signatures.
 */
@NullMarked
package dev.litellm.auth;

import org.jspecify.annotations.NullMarked;
