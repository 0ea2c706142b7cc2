package dev.litellm;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

class ArchitectureTests {

	private static final String RETRY = "dev.litellm.engine.SpringRetryRules";

	private static final String BLOCKING = "dev.litellm.Blocking";

	/** The packages from the caller down: each may use only those after it. */
	private static final List<String> LAYERS = List.of("dev.litellm", "dev.litellm.engine..",
			"dev.litellm.observation..", "dev.litellm.guard..", "dev.litellm.routing..", "dev.litellm.dialect..",
			"dev.litellm.auth..", "dev.litellm.provider..", "dev.litellm.transport..", "dev.litellm.responses..",
			"dev.litellm.moderation..", "dev.litellm.rerank..", "dev.litellm.audio..", "dev.litellm.image..",
			"dev.litellm.embedding..", "dev.litellm.chat..", "dev.litellm.call..", "dev.litellm.pricing..",
			"dev.litellm.error..", "dev.litellm.json..");

	private static final List<String> BLOCKING_METHODS = List.of("block", "blockFirst", "blockLast", "blockOptional",
			"toIterable", "toStream", "sleep", "join", "get", "await", "acquire", "take", "park", "parkNanos");

	private static final List<String> BLOCKING_OWNERS = List.of("reactor.core.publisher.Mono",
			"reactor.core.publisher.Flux", "java.lang.Thread", "java.util.concurrent.Future",
			"java.util.concurrent.CompletableFuture", "java.util.concurrent.CountDownLatch",
			"java.util.concurrent.Semaphore", "java.util.concurrent.BlockingQueue",
			"java.util.concurrent.LinkedBlockingQueue", "java.util.concurrent.ArrayBlockingQueue",
			"java.util.concurrent.locks.LockSupport");

	private static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target/classes"));

	@Test
	void packagesUseOnlyThoseBelowThem() {
		Architectures.LayeredArchitecture layers = Architectures.layeredArchitecture()
			.consideringOnlyDependenciesInAnyPackage("dev.litellm..")
			.ensureAllClassesAreContainedInArchitecture()
			.withOptionalLayers(true);
		for (String layer : LAYERS) {
			layers = layers.layer(layer).definedBy(layer);
		}
		for (int i = 0; i < LAYERS.size(); i++) {
			String[] below = LAYERS.subList(i + 1, LAYERS.size()).toArray(String[]::new);
			layers = (below.length != 0) ? layers.whereLayer(LAYERS.get(i)).mayOnlyAccessLayers(below)
					: layers.whereLayer(LAYERS.get(i)).mayNotAccessAnyLayer();
		}
		layers.check(MAIN);
	}

	@Test
	void packagesAreFreeOfCycles() {
		SlicesRuleDefinition.slices().assignedFrom(new SliceAssignment() {

			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				return SliceIdentifier.of(type.getPackageName());
			}

			@Override
			public String getDescription() {
				return "packages";
			}

		}).should().beFreeOfCycles().check(MAIN);
	}

	@Test
	void oneClassKnowsSpringRetry() {
		noClasses().that(are("are not " + RETRY, (type) -> !type.getName().startsWith(RETRY)))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.retry..")
			.check(MAIN);
	}

	@Test
	void onePackageKnowsTheHttpClient() {
		noClasses().that()
			.resideOutsideOfPackage("dev.litellm.transport..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.web..", "reactor.netty..", "io.netty..")
			.check(MAIN);
	}

	@Test
	void nothingUsesTheClientOfTheJdk() {
		noClasses().should().dependOnClassesThat().resideInAPackage("java.net.http..").check(MAIN);
	}

	@Test
	void nothingReadsTheEnvironment() {
		noClasses().should()
			.accessTargetWhere(are("the target is System.getenv",
					(access) -> access.getTargetOwner().isEquivalentTo(System.class)
							&& access.getTarget().getName().equals("getenv")))
			.check(MAIN);
	}

	@Test
	void oneClassBlocks() {
		noClasses().that(are("are not " + BLOCKING, (type) -> !type.getName().startsWith(BLOCKING)))
			.should()
			.accessTargetWhere(are("the target blocks", ArchitectureTests::blocks))
			.check(MAIN);
	}

	@Test
	void packagesAreNullMarked() {
		classes().should(new ArchCondition<>("be in a @NullMarked package") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				events.add(new SimpleConditionEvent(type, type.getPackage().isAnnotatedWith(NullMarked.class),
						type.getName() + " is in " + type.getPackageName()
								+ ", whose package-info is not @NullMarked"));
			}

		}).check(MAIN);
	}

	@Test
	void publicMethodsShowNoLibraryThatCouldBeReplaced() {
		String[] libraries = { "org.springframework.retry..", "org.springframework.web..", "reactor.netty.." };
		DescribedPredicate<JavaClass> replaceable = JavaClass.Predicates.resideInAnyPackage(libraries);
		noMethods().that()
			.arePublic()
			.and()
			.areDeclaredInClassesThat()
			.arePublic()
			.and()
			.areDeclaredInClassesThat()
			.resideOutsideOfPackage("dev.litellm.transport..")
			.should()
			.haveRawReturnType(replaceable)
			.orShould()
			.haveRawParameterTypes(DescribedPredicate.anyElementThat(replaceable))
			.check(MAIN);
	}

	private static boolean blocks(JavaAccess<?> access) {
		return BLOCKING_OWNERS.contains(access.getTargetOwner().getName())
				&& BLOCKING_METHODS.contains(access.getTarget().getName());
	}

	private static <T> DescribedPredicate<T> are(String description, Predicate<T> predicate) {
		return DescribedPredicate.describe(description, predicate);
	}

}
