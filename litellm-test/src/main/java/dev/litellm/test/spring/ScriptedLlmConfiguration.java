package dev.litellm.test.spring;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportAware;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

import dev.litellm.test.ScriptedLlm;

/**
 * The beans of {@link ImportScriptedLlm}.
 */
@Configuration(proxyBeanMethods = false)
class ScriptedLlmConfiguration implements ImportAware {

	private List<String> prefixes = List.of();

	private boolean proxy;

	@Override
	public void setImportMetadata(AnnotationMetadata metadata) {
		MergedAnnotation<ImportScriptedLlm> annotation = metadata.getAnnotations().get(ImportScriptedLlm.class);
		this.proxy = annotation.getBoolean("proxy");
		this.prefixes = this.proxy ? List.of("litellm.proxy")
				: List.of(annotation.getStringArray("providers")).stream().map("litellm.providers."::concat).toList();
	}

	@Bean
	ScriptedLlm scriptedLlm() {
		return ScriptedLlm.start();
	}

	@Bean
	DynamicPropertyRegistrar scriptedLlmProperties(ScriptedLlm llm) {
		return (registry) -> this.prefixes.forEach((prefix) -> register(registry, prefix, llm));
	}

	private void register(DynamicPropertyRegistry registry, String prefix, ScriptedLlm llm) {
		registry.add(prefix + ".base-url", this.proxy ? llm::url : llm::baseUrl);
		registry.add(prefix + ".api-key", () -> "sk-test");
	}

}
