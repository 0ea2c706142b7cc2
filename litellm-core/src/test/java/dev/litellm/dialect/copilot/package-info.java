@NullMarked
package dev.litellm.dialect.copilot;

import org.jspecify.annotations.NullMarked;
