@NullMarked
package dev.litellm.test.spring;

import org.jspecify.annotations.NullMarked;
