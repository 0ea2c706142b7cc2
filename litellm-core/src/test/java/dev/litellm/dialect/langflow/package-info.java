@NullMarked
package dev.litellm.dialect.langflow;

import org.jspecify.annotations.NullMarked;
