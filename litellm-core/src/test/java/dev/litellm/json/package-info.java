@NullMarked
package dev.litellm.json;

import org.jspecify.annotations.NullMarked;
