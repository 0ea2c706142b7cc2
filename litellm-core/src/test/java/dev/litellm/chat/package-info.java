@NullMarked
package dev.litellm.chat;

import org.jspecify.annotations.NullMarked;
