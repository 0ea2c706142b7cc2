@NullMarked
package dev.litellm.live;

import org.jspecify.annotations.NullMarked;
