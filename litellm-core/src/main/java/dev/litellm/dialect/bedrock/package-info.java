/**
 * Amazon Bedrock's Converse format.
 */
@NullMarked
package dev.litellm.dialect.bedrock;

import org.jspecify.annotations.NullMarked;
