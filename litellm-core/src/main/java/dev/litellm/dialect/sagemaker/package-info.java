/**
 * Models at endpoints of Amazon SageMaker.
 */
@NullMarked
package dev.litellm.dialect.sagemaker;

import org.jspecify.annotations.NullMarked;
