@NullMarked
package dev.litellm.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
