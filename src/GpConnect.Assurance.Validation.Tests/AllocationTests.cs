using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>What a valid document costs in memory beside the arrays that go back to the pool.</summary>
public class AllocationTests
{
    private const int BytesPerResource = 1024;
    private readonly ProfileValidator _validator = new(Profiles.Store);

    [Fact]
    public void A_valid_resource_allocates_nothing_for_its_elements()
    {
        var few = Allocated(PatientWith(addresses: 5));
        var many = Allocated(PatientWith(addresses: 5_000));

        many.Should().BeLessThanOrEqualTo(few + BytesPerResource);
    }

    [Fact]
    public void A_structured_record_allocates_less_than_a_kilobyte_for_each_resource()
    {
        var record = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "WorkedExamples", "structured-record-1.json"));
        var resources = JsonNode.Parse(record)!["entry"]!.AsArray().Count;

        (Allocated(record) / resources).Should().BeLessThan(BytesPerResource);
    }

    private static byte[] PatientWith(int addresses)
    {
        var patient = Samples.Patient();
        var address = patient["address"]![0]!;
        patient["address"] = new JsonArray([.. Enumerable.Range(0, addresses).Select(_ => address.DeepClone())]);
        return FhirJsonWriter.Write(patient);
    }

    /// <summary>The least of several runs: whatever is learned or pooled was so before.</summary>
    private long Allocated(byte[] json)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            using (var document = FhirReader.Read(json, FhirFormat.Json))
            {
                _validator.Validate(document).IsValid.Should().BeTrue();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
