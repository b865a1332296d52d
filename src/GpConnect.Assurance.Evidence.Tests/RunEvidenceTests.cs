using GpConnect.Assurance.Evidence.Reports;
using GpConnect.Assurance.Evidence.Tests.Samples;

namespace GpConnect.Assurance.Evidence.Tests;

public sealed class RunEvidenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Scenarios => Path.Combine(_folder.Run, EvidenceFiles.Scenarios);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_is_read_back_as_it_was_written()
    {
        SampleRun.Write(_folder.Run);

        var evidence = RunEvidence.Open(_folder.Run);

        evidence.Run.Should().BeEquivalentTo(SampleRun.Ended);
        evidence.Scenarios().Should().BeEquivalentTo(SampleScenarios.All(), options => options.WithStrictOrdering());
        evidence.Exchange("e07").Method.Should().Be("POST");
        RunEvidence.ReadStart(evidence.ResponseBodyFile("e04")!, 18).Should().Equal("{\n  \"resourceType\""u8.ToArray());
        evidence.RequestBodyFile("e07").Should().EndWith("request-body.json");
        evidence.ResponseBodyFile("e08").Should().BeNull();
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() => Opening(Path.Combine(_folder.Root, "none"))
        .Should().Throw<EvidenceException>().WithMessage("There is no evidence folder *none.");

    [Fact]
    public void A_missing_run_file_is_named()
    {
        Directory.CreateDirectory(_folder.Run);

        Opening(_folder.Run).Should().Throw<EvidenceException>().WithMessage("*run.json is missing.");
    }

    [Theory]
    [InlineData("{\n  \"id\": \"x\",\n  \"tool\"", "*run.json is not what this tool writes (line 3): *")]
    [InlineData("{\"id\": \"x\"}", "*run.json is not what this tool writes*: *required*")]
    [InlineData("null", "*run.json is not what this tool writes*: it is null")]
    [InlineData("", "*run.json is not what this tool writes*")]
    public void A_broken_run_file_is_named_with_its_line(string content, string message)
    {
        Directory.CreateDirectory(_folder.Run);
        File.WriteAllText(Path.Combine(_folder.Run, EvidenceFiles.Run), content);

        Opening(_folder.Run).Should().Throw<EvidenceException>().WithMessage(message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(400)]
    public void A_last_line_cut_off_by_a_kill_is_left_out_and_reports_are_made_of_the_rest(int cut)
    {
        SampleRun.Write(_folder.Run);
        var text = File.ReadAllText(Scenarios);
        File.WriteAllText(Scenarios, text[..^cut]);

        // A line that only lost its line break is whole.
        RunEvidence.Open(_folder.Run).Scenarios().Should().HaveCount(cut == 1 ? 10 : 9);
        EvidenceReports.Write(_folder.Run);
        Manifest.Verify(_folder.Run).Should().BeEmpty();
    }

    [Fact]
    public void A_run_that_was_killed_is_reported_as_incomplete()
    {
        using (var pack = EvidencePack.Create(_folder.Run, SampleRun.Begun))
        {
            pack.Append(SampleScenarios.All().First(s => s.Verdict == Verdict.Pass));
        }

        EvidenceReports.Write(_folder.Run);

        _folder.Read(EvidenceFiles.Summary).Should().StartWith("# GP Connect Assurance: Incomplete\n")
            .And.Contain("The run did not reach its end. 9 planned scenarios did not run.");
    }

    [Fact]
    public void A_broken_line_before_the_last_is_named_with_its_number()
    {
        SampleRun.Write(_folder.Run);
        var lines = File.ReadAllLines(Scenarios);
        lines[2] = lines[2][..50];
        File.WriteAllLines(Scenarios, lines);

        var reading = () => RunEvidence.Open(_folder.Run).Scenarios().Count();

        reading.Should().Throw<EvidenceException>().WithMessage("*scenarios.ndjson, line 3, is not a scenario record: *");
    }

    [Theory]
    [InlineData("\"steps\":[{", "\"steps\":[null,{")]
    [InlineData("\"checks\":[{", "\"checks\":[null,{")]
    [InlineData("\"exchanges\":[\"e01\"", "\"exchanges\":[null")]
    [InlineData("\"verdict\":\"warn\"", "\"verdict\":\"splendid\"")]
    [InlineData("\"verdict\":\"warn\"", "\"verdict\":3")]
    [InlineData("\"tags\":[", "\"tags\":null,\"x\":[")]
    public void A_line_that_is_JSON_but_no_scenario_is_refused_in_one_sentence(string whole, string broken)
    {
        SampleRun.Write(_folder.Run);
        var lines = File.ReadAllLines(Scenarios);
        lines[0].Should().Contain(whole);
        lines[0] = lines[0].Replace(whole, broken);
        File.WriteAllLines(Scenarios, lines);

        var reporting = () => EvidenceReports.Write(_folder.Run);

        reporting.Should().Throw<EvidenceException>().WithMessage("*scenarios.ndjson, line 1, is not a scenario record: *");
    }

    [Fact]
    public void A_last_line_that_ends_with_a_line_break_was_not_cut_off_and_must_be_a_scenario()
    {
        SampleRun.Write(_folder.Run);
        File.AppendAllText(Scenarios, "{}\n");

        var reading = () => RunEvidence.Open(_folder.Run).Scenarios().Count();

        reading.Should().Throw<EvidenceException>().WithMessage("*line 11, is not a scenario record*");
    }

    [Fact]
    public void A_missing_exchange_costs_its_place_in_the_report_and_nothing_else()
    {
        SampleRun.Write(_folder.Run);
        Directory.Delete(Path.Combine(_folder.Run, "exchanges", "e04"), recursive: true);

        EvidenceReports.Write(_folder.Run);

        _folder.Read(EvidenceFiles.Report).Should().Contain($"exchanges{Path.DirectorySeparatorChar}e04{Path.DirectorySeparatorChar}exchange.json is missing.").And.Contain("id=\"x-e05\"");
    }

    [SkippableFact]
    public void A_link_in_a_pack_is_not_followed()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege there.");
        SampleRun.Write(_folder.Run);
        var outside = Path.Combine(_folder.Root, "private.txt");
        File.WriteAllText(outside, "nobody's business");
        var body = Path.Combine(_folder.Run, "exchanges", "e04", "response-body.json");
        File.Delete(body);
        File.CreateSymbolicLink(body, outside);

        var reading = () => RunEvidence.ReadStart(body, 100);

        reading.Should().Throw<EvidenceException>().WithMessage("*is a link; evidence is made of plain files.");
    }

    private static Func<RunEvidence> Opening(string path) => () => RunEvidence.Open(path);
}
