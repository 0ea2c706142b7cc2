/**
 * Ways to prove who calls that are more than a key in a header.
 */
@NullMarked
package dev.litellm.auth;

import org.jspecify.annotations.NullMarked;
