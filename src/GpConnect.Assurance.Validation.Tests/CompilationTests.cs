using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>Every definition carried can be compiled whole, and what is wrong with the published ones is found and lived with.</summary>
public class CompilationTests
{
    private static readonly string[] KnownDefects =
    [
        "CareConnect-AllergyIntolerance-1#AllergyIntolerance.code.coding:snomedCT",
        "CareConnect-BloodPressure-Observation-1#Observation.related.target",
        "CareConnect-GPC-Composition-1#Composition.identifier:identifier",
        "CareConnect-GPC-Specimen-1#Specimen.type.coding:snomedCT",
        "CareConnect-GPC-Specimen-1#Specimen.collection.bodySite.coding:snomedCT",
        "CareConnect-Observation-1#Observation.code.coding:snomedCT",
        "CareConnect-Observation-1#Observation.component.code.coding:snomedCT",
        "CareConnect-VitalSigns-Observation-1#Observation.component.code.coding:loinc",
        "CareConnect-VitalSigns-Observation-1#Observation.component.code.coding:snomedCT",
    ];

    [Fact]
    public void Every_definition_compiles_and_the_defects_of_the_published_ones_are_found()
    {
        var store = DefinitionStore.Open(Profiles.Folder);

        store.CompileAll();

        store.Findings.Select(finding => $"{finding.Definition[(finding.Definition.LastIndexOf('/') + 1)..]}#{finding.Element}").Should().BeEquivalentTo(KnownDefects);
    }
}
