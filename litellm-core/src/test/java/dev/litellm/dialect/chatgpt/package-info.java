@NullMarked
package dev.litellm.dialect.chatgpt;

import org.jspecify.annotations.NullMarked;
