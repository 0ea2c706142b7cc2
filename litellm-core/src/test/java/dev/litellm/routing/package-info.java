@NullMarked
package dev.litellm.routing;

import org.jspecify.annotations.NullMarked;
