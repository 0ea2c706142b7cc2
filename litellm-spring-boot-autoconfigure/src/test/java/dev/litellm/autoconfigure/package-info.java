@NullMarked
package dev.litellm.autoconfigure;

import org.jspecify.annotations.NullMarked;
