package dev.litellm.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final Path CLASSES = Path.of("target/classes");

	private static final JavaClasses MAIN = new ClassFileImporter().importPath(CLASSES);

	@Test
	void autoConfigurationsArePublicAndFinal() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.andShould()
			.haveSimpleNameEndingWith("AutoConfiguration")
			.check(MAIN);
	}

	@Test
	void autoConfigurationsHaveNoPublicMembers() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should(new ArchCondition<>("have no public members") {

				@Override
				public void check(JavaClass type, ConditionEvents events) {
					type.getMembers()
						.stream()
						.filter((member) -> member.getModifiers().contains(JavaModifier.PUBLIC))
						.forEach(
								(member) -> events.add(SimpleConditionEvent.violated(member, member.getDescription())));
				}

			})
			.check(MAIN);
	}

	@Test
	void autoConfigurationsAreListedInOrder() throws IOException {
		List<String> listed = Files.readAllLines(
				CLASSES.resolve("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports"));
		assertThat(listed).containsExactlyElementsOf(MAIN.stream()
			.filter((type) -> type.isAnnotatedWith(AutoConfiguration.class))
			.map(JavaClass::getName)
			.sorted()
			.toList());
	}

	@Test
	void beanMethodsArePackagePrivate() {
		methods().that()
			.areAnnotatedWith(Bean.class)
			.should()
			.bePackagePrivate()
			.andShould()
			.notBeAnnotatedWith(ConditionalOnClass.class)
			.check(MAIN);
	}

	@Test
	void missingBeanConditionsDoNotRepeatTheReturnType() {
		methods()
			.that(are("annotated with @ConditionalOnMissingBean",
					(method) -> method.isAnnotatedWith(ConditionalOnMissingBean.class)))
			.should(new ArchCondition<>("not repeat the return type") {

				@Override
				public void check(JavaMethod method, ConditionEvents events) {
					Class<?>[] types = method.getAnnotationOfType(ConditionalOnMissingBean.class).value();
					if (types.length == 1 && method.getRawReturnType().isEquivalentTo(types[0])) {
						events.add(SimpleConditionEvent.violated(method, method.getDescription()));
					}
				}

			})
			.check(MAIN);
	}

	@Test
	void conditionsAreNotPublic() {
		classes().that().areAssignableTo(Condition.class).should().notBePublic().allowEmptyShould(true).check(MAIN);
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
	void packagesAreNullMarked() {
		classes().should(new ArchCondition<>("be in a @NullMarked package") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				events.add(new SimpleConditionEvent(type, type.getPackage().isAnnotatedWith(NullMarked.class),
						type.getName() + " is in " + type.getPackageName()));
			}

		}).check(MAIN);
	}

	@Test
	void nothingReadsTheEnvironmentOfTheProcess() {
		noClasses().should().callMethod(System.class, "getenv", String.class).check(MAIN);
		noClasses().should().callMethod(System.class, "getenv").check(MAIN);
	}

	private static <T> DescribedPredicate<T> are(String description, Predicate<T> predicate) {
		return DescribedPredicate.describe(description, predicate);
	}

}
