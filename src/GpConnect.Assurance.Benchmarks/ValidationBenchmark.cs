using System.Text.Json;
using BenchmarkDotNet.Attributes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Benchmarks;

/// <summary>Reading and validating a valid structured record, against parsing the same bytes without any rule of FHIR.</summary>
[MemoryDiagnoser]
public class ValidationBenchmark
{
    private readonly ProfileValidator _validator = new(DefinitionStore.Open(Path.Combine(AppContext.BaseDirectory, "profiles")));
    private byte[] _json = [];

    [Params(42, 1284)]
    public int Resources { get; set; }

    [GlobalSetup]
    public void MakeDocuments()
    {
        _json = FhirJsonWriter.Write(WorkedRecord.Bundle(Resources));
        Console.WriteLine($"// {Resources} resources, {_json.Length} bytes");
        using var document = FhirReader.Read(_json, FhirFormat.Json);
        if (_validator.Validate(document).Issues.FirstOrDefault(issue => issue.Severity == IssueSeverity.Error) is { } error)
        {
            // The reporting of faults would be measured.
            throw new InvalidOperationException($"The record must be valid: {IssueText.Line(error, "record")}");
        }
    }

    [Benchmark(Baseline = true)]
    public int JsonDocumentParse()
    {
        using var document = JsonDocument.Parse(_json);
        return document.RootElement.GetPropertyCount();
    }

    [Benchmark]
    public int Read()
    {
        using var document = FhirReader.Read(_json, FhirFormat.Json);
        return document.Count;
    }

    [Benchmark]
    public int ReadAndValidate()
    {
        using var document = FhirReader.Read(_json, FhirFormat.Json);
        return _validator.Validate(document).Issues.Count;
    }
}
