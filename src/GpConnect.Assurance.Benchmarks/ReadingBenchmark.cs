using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Benchmarks;

/// <summary>Reading a structured record of 1,284 resources into nodes, against parsing the same JSON without any FHIR rule.</summary>
[MemoryDiagnoser]
public class ReadingBenchmark
{
    private byte[] _json = [];
    private byte[] _xml = [];

    [Params(false, true)]
    public bool Indented { get; set; }

    [GlobalSetup]
    public void MakeDocuments()
    {
        var bundle = SyntheticRecord.Bundle(1284);
        _json = Encoding.UTF8.GetBytes(bundle.ToJsonString(new JsonSerializerOptions { WriteIndented = Indented }));
        _xml = FhirXmlWriter.Write(bundle);
    }

    [Benchmark(Baseline = true)]
    public int JsonDocumentParse()
    {
        using var document = JsonDocument.Parse(_json);
        return document.RootElement.GetPropertyCount();
    }

    [Benchmark]
    public int FhirJson()
    {
        using var document = FhirReader.Read(_json, FhirFormat.Json);
        return document.Count;
    }

    [Benchmark]
    public int FhirXml()
    {
        using var document = FhirReader.Read(_xml, FhirFormat.Xml);
        return document.Count;
    }
}
