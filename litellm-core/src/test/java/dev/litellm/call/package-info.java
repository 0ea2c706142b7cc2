@NullMarked
package dev.litellm.call;

import org.jspecify.annotations.NullMarked;
