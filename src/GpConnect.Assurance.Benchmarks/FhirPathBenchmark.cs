using BenchmarkDotNet.Attributes;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Benchmarks;

/// <summary>Rules as packs have them, on every resource of a structured record that is already read.</summary>
[MemoryDiagnoser]
public class FhirPathBenchmark
{
    private static readonly FhirPathExpression[] Rules =
    [
        FhirPathExpression.Parse("id.exists() and id.matches('^[A-Za-z0-9.-]{1,64}$')"),
        FhirPathExpression.Parse("meta.profile.count() = 1 and meta.versionId.exists()"),
        FhirPathExpression.Parse("identifier.where(system.exists() and value.exists() and system != 'https://fhir.nhs.uk/Id/UBRN').exists()"),
        FhirPathExpression.Parse("subject.reference.where($this.contains('Patient/')).exists()"),
        FhirPathExpression.Parse("descendants().where(hasValue() and $this = '').empty()"),
    ];

    private FhirNode[] _resources = [];

    [GlobalSetup]
    public void ReadRecord()
    {
        var document = FhirReader.Read(FhirJsonWriter.Write(SyntheticRecord.Bundle(1284)), FhirFormat.Json);
        _resources = [.. document.Root.ChildrenNamed("entry").ToArray().Select(entry => entry.Child("resource"))];
    }

    [Benchmark]
    public int FiveRulesOnEachResource()
    {
        var met = 0;
        foreach (var resource in _resources)
        {
            foreach (var rule in Rules)
            {
                met += rule.Test(resource) == FhirPathTruth.True ? 1 : 0;
            }
        }

        return met;
    }
}
