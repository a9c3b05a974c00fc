package dev.untether;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.VOLATILE;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ARCHITECTURE.md promises about packages and what they use. */
final class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(Layout.ROOT);

  /** Types that live for one call and are filled or advanced; what they make is immutable. */
  private static final DescribedPredicate<JavaClass> MAKERS =
      simpleName(".*(Buffer|Builder|Lexer|Parser|Preprocessor|Reader)");

  @Test
  void packagesImportOnlyFromPackagesBelow() {
    LayeredArchitecture table =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(Layout.ROOT + "..")
            .withOptionalLayers(true);
    for (String name : Layout.PACKAGES) {
      table = table.layer(name).definedBy(Layout.within(name));
    }
    for (int i = 0; i < Layout.PACKAGES.size(); i++) {
      String[] above = Layout.PACKAGES.subList(0, i).toArray(String[]::new);
      table =
          above.length == 0
              ? table.whereLayer(Layout.PACKAGES.get(i)).mayNotBeAccessedByAnyLayer()
              : table.whereLayer(Layout.PACKAGES.get(i)).mayOnlyBeAccessedByLayers(above);
    }
    table.check(PRODUCT);
  }

  @Test
  void everyClassIsInAPackageOfTheTable() {
    check(classes().should().resideInAnyPackage(Layout.fromDown("cli")));
  }

  @Test
  void tableInTheDocumentIsTheOneTestedHere() throws IOException {
    assertThat(Layout.documentedPackages()).isEqualTo(Layout.PACKAGES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(Layout.ROOT + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void packagesInsideAPackageHaveNoCycles() {
    slices().matching(Layout.ROOT + ".(**)").should().beFreeOfCycles().check(PRODUCT);
  }

  @ParameterizedTest
  @CsvSource({
    "access, access.goroot",
    "access, access.view",
    "access.packed, access",
    "asm.arch, asm",
    "git, git.transport",
    "module.target, module",
    "recipe, recipe.folder",
    "recipe, recipe.assembly",
    "recipe, recipe.golang",
    "recipe, recipe.script",
    "recipe, recipe.change",
    "recipe.assembly, recipe.folder",
    "recipe.golang, recipe.folder",
    "recipe.golang, recipe.script",
    "recipe.script, recipe.golang",
    "recipe.script, recipe.folder",
    "recipe.folder, recipe.assembly",
  })
  void packageDoesNotKnowTheOneNextToIt(String unaware, String other) {
    check(
        noClasses()
            .that()
            .resideInAPackage(Layout.ROOT + "." + unaware)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(Layout.ROOT + "." + other));
  }

  @ParameterizedTest
  @CsvSource({
    "picocli, cli",
    "me.tongfei, cli",
    "org.eclipse.jgit, git",
    "com.github.difflib, report",
    "com.fasterxml.jackson, report",
    "org.stringtemplate, recipe",
    "org.antlr, recipe",
    "org.snakeyaml, recipe",
  })
  void libraryIsUsedInOnePackageOnly(String library, String owner) {
    check(
        noClasses()
            .that(resideOutsideOfPackages(Layout.within(owner)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library + ".."));
  }

  @Test
  void foundationsUseNothingButTheJdk() {
    check(
        classes()
            .that()
            .resideInAnyPackage(Layout.fromDown("asm"))
            .should()
            .onlyDependOnClassesThat(
                resideInAPackage("java..")
                    .or(resideInAPackage("org.jspecify.annotations"))
                    .or(resideInAPackage(Layout.ROOT + ".."))));
  }

  @Test
  void onlyTheCommandLineTouchesTheProcess() {
    check(
        noClasses()
            .that(resideOutsideOfPackages(Layout.within("cli")))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace"));
  }

  @Test
  void sameInputGivesSameOutputWhateverTheTime() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(Layout.fromDown("engine"))
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class));
  }

  @Test
  void analysedCodeIsNeverRun() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(Layout.fromDown("engine"))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ProcessBuilder.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class)
            .orShould()
            .callMethod(Runtime.class, "exec", String.class));
  }

  @Test
  void onePackageStartsProcesses() {
    check(
        noClasses()
            .that(resideOutsideOfPackages(Layout.within("process")))
            .should()
            .callConstructor(ProcessBuilder.class, String[].class)
            .orShould()
            .callConstructor(ProcessBuilder.class, java.util.List.class));
  }

  @Test
  void namesSayWhatAThingIs() {
    check(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?"));
  }

  @Test
  void nothingStaticOrVisibleCanBeReassigned() {
    check(fields().that().areStatic().or().arePublic().or().areProtected().should().beFinal());
  }

  @Test
  void publicTypesOfTreesAndRecipesAreImmutable() {
    check(
        fields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(Layout.within("recipe", "asm", "syntax", "text"))
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(not(MAKERS))
            .should(
                be(
                    // A value computed late is volatile, or another thread may see it half made.
                    modifier(FINAL)
                        .or(modifier(VOLATILE))
                        .<JavaField>forSubtype()
                        .as("final or volatile"))));
  }

  @Test
  void everyPackageIsNullMarked() {
    for (JavaPackage inner : PRODUCT.getPackage(Layout.ROOT).getSubpackagesInTree()) {
      if (!inner.getClasses().isEmpty()) {
        assertThat(inner.isAnnotatedWith(NullMarked.class)).as(inner.getName()).isTrue();
      }
    }
  }

  private static DescribedPredicate<JavaClass> simpleName(String pattern) {
    return DescribedPredicate.describe(
        "have a simple name like " + pattern, type -> type.getSimpleName().matches(pattern));
  }

  private static void check(ArchRule rule) {
    // Packages of the table may still be empty.
    rule.allowEmptyShould(true).check(PRODUCT);
  }
}
