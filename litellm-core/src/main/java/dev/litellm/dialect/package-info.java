/**
 * Wire formats: how an operation is encoded, decoded and fails, without any I/O.
 */
@NullMarked
package dev.litellm.dialect;

import org.jspecify.annotations.NullMarked;
