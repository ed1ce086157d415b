package dev.inlet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.inlet.platform.deprecation.Deprecation;
import io.micronaut.http.annotation.Controller;

/** Who may know whom; the arrows of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "dev.inlet", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ARROWS_GO_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("platform")
          .definedBy("dev.inlet.platform..")
          .layer("organizations")
          .definedBy("dev.inlet.organizations..")
          .layer("identity")
          .definedBy("dev.inlet.identity..")
          .layer("imis")
          .definedBy("dev.inlet.imis..")
          .layer("connections")
          .definedBy("dev.inlet.connections..")
          .layer("actions")
          .definedBy("dev.inlet.actions")
          .layer("actions.imis")
          .definedBy("dev.inlet.actions.imis..")
          .layer("webhooks")
          .definedBy("dev.inlet.webhooks..")
          .layer("deliveries")
          .definedBy("dev.inlet.deliveries..")
          .layer("alerts")
          .definedBy("dev.inlet.alerts..")
          .layer("audit")
          .definedBy("dev.inlet.audit..")
          .layer("intake")
          .definedBy("dev.inlet.intake..")
          .layer("support")
          .definedBy("dev.inlet.support..")
          .layer("offboarding")
          .definedBy("dev.inlet.offboarding..")
          .whereLayer("organizations")
          .mayOnlyBeAccessedByLayers("identity", "webhooks", "alerts", "support", "offboarding")
          .whereLayer("identity")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("imis")
          .mayOnlyBeAccessedByLayers("connections", "actions.imis")
          .whereLayer("connections")
          .mayOnlyBeAccessedByLayers("actions.imis", "alerts")
          .whereLayer("actions")
          .mayOnlyBeAccessedByLayers("actions.imis", "webhooks", "deliveries", "intake")
          .whereLayer("actions.imis")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("webhooks")
          .mayOnlyBeAccessedByLayers("deliveries", "intake", "support")
          .whereLayer("deliveries")
          .mayOnlyBeAccessedByLayers("intake", "support")
          .whereLayer("alerts")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("audit")
          .mayOnlyBeAccessedByLayers("support")
          .whereLayer("intake")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("support")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("offboarding")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule THE_PLATFORM_KNOWS_NO_FEATURE =
      noClasses()
          .that()
          .resideInAPackage("dev.inlet.platform..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.inlet..").and(resideOutsideOfPackage("dev.inlet.platform..")));

  @ArchTest
  static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
      slices().matching("dev.inlet.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule CONTROLLERS_ARE_NOBODYS_BUSINESS =
      classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate();

  /** One marks it in the contract, the other tells callers when. */
  @ArchTest
  static final ArchRule WHAT_IS_DEPRECATED_SAYS_UNTIL_WHEN =
      methods()
          .that()
          .areAnnotatedWith(Deprecation.class)
          .should()
          .beAnnotatedWith(Deprecated.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOTHING_GOES_WITHOUT_A_DAY =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Controller.class)
          .and()
          .areAnnotatedWith(Deprecated.class)
          .should()
          .beAnnotatedWith(Deprecation.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
      fields().should().notBeAnnotatedWith("jakarta.inject.Inject");

  @ArchTest
  static final ArchRule ONLY_THE_JOURNAL_AND_THE_DATABASE_HOLD_A_POOL =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.inlet.platform.database..", "dev.inlet.deliveries..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("javax.sql.DataSource");
}
