@NullMarked
package dev.litellm.test;

import org.jspecify.annotations.NullMarked;
