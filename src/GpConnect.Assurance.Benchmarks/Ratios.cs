using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Benchmarks;

/// <summary>
/// The short form of <see cref="ValidationBenchmark"/>, for a build server and for machines that do other work: the three ways to treat the same bytes take
/// turns within one process, and each counts with its fastest turn, so that a busy moment spoils none of the ratios.
/// </summary>
internal sealed class Ratios
{
    private readonly ProfileValidator _validator = new(DefinitionStore.Open(Path.Combine(AppContext.BaseDirectory, "profiles")));
    private readonly byte[] _json;
    private readonly int _resources;

    private Ratios(int resources)
    {
        _resources = resources;
        _json = FhirJsonWriter.Write(WorkedRecord.Bundle(resources));
    }

    internal static void Print(TimeSpan each)
    {
        Console.WriteLine("resources     bytes |  parse ms   read ms  (ratio)  read+validate ms  (ratio) |  MB/s  resources/s  B/resource");
        foreach (var resources in (ReadOnlySpan<int>)[42, 1284])
        {
            Console.WriteLine(new Ratios(resources).Measure(each));
        }
    }

    private string Measure(TimeSpan time)
    {
        Turns(Parse, Read, ReadAndValidate, TimeSpan.FromSeconds(2));
        var (parse, read, validate) = Turns(Parse, Read, ReadAndValidate, time);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadAndValidate();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_resources,9} {_json.Length,9} | {parse,9:0.000} {read,9:0.000} {read / parse,8:0.00} {validate,17:0.000} {validate / parse,8:0.00} | {_json.Length / validate / 1000,5:0} {_resources / validate * 1000,12:0} {allocated / _resources,11}");
    }

    /// <returns>The fastest turn of each, in milliseconds.</returns>
    private static (double First, double Second, double Third) Turns(Action first, Action second, Action third, TimeSpan time)
    {
        var fastest = (double.MaxValue, double.MaxValue, double.MaxValue);
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            fastest = (Math.Min(fastest.Item1, Turn(first)), Math.Min(fastest.Item2, Turn(second)), Math.Min(fastest.Item3, Turn(third)));
        }

        return fastest;
    }

    private static double Turn(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private void Parse()
    {
        using var document = JsonDocument.Parse(_json);
    }

    private void Read()
    {
        using var document = FhirReader.Read(_json, FhirFormat.Json);
    }

    private void ReadAndValidate()
    {
        using var document = FhirReader.Read(_json, FhirFormat.Json);
        _validator.Validate(document);
    }
}
