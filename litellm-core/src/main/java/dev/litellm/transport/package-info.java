/**
 * Bytes out, status, headers and frames in: the only user of WebClient.
 */
@NullMarked
package dev.litellm.transport;

import org.jspecify.annotations.NullMarked;
