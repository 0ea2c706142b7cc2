@NullMarked
package dev.litellm.transport;

import org.jspecify.annotations.NullMarked;
