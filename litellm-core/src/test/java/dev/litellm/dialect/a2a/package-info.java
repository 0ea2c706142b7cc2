@NullMarked
package dev.litellm.dialect.a2a;

import org.jspecify.annotations.NullMarked;
