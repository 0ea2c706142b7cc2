@NullMarked
package dev.litellm.auth;

import org.jspecify.annotations.NullMarked;
