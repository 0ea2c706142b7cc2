@org.jspecify.annotations.NullMarked
package dev.litellm.dialect.huggingface;
