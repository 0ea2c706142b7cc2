@NullMarked
package dev.litellm.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
