using System.Xml.Linq;
using AngleSharp.Html.Parser;
using GpConnect.Assurance.Evidence.Reports;
using GpConnect.Assurance.Evidence.Tests.Samples;

namespace GpConnect.Assurance.Evidence.Tests.Reports;

public sealed class GoldenReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GoldenReportTests() => SampleRun.Write(_folder.Run);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(EvidenceFiles.Summary)]
    [InlineData(EvidenceFiles.JUnit)]
    [InlineData(EvidenceFiles.Report)]
    public void The_report_of_the_sample_run_is_as_it_was(string name) => Golden.Check(name, WithoutInlineBlocks(_folder.Read(name)));

    [Theory]
    [InlineData(EvidenceFiles.Summary)]
    [InlineData(EvidenceFiles.JUnit)]
    [InlineData(EvidenceFiles.Report)]
    [InlineData(EvidenceFiles.Manifest)]
    public void Reports_made_again_are_the_same(string name)
    {
        var before = _folder.Read(name);

        EvidenceReports.Write(_folder.Run);

        _folder.Read(name).Should().Be(before);
    }

    [Fact]
    public void JUnit_counts_what_it_lists()
    {
        var junit = XDocument.Parse(_folder.Read(EvidenceFiles.JUnit)).Root!;

        foreach (var suite in junit.Elements("testsuite").Append(junit))
        {
            suite.Descendants("testcase").Should().HaveCount((int)suite.Attribute("tests")!);
            suite.Descendants("failure").Should().HaveCount((int)suite.Attribute("failures")!);
            suite.Descendants("error").Should().HaveCount((int)suite.Attribute("errors")!);
            suite.Descendants("skipped").Should().HaveCount((int)suite.Attribute("skipped")!);
        }
    }

    [Fact]
    public void Nothing_of_the_provider_becomes_markup()
    {
        var page = new HtmlParser().ParseDocument(_folder.Read(EvidenceFiles.Report));

        page.QuerySelectorAll("img, iframe, object, embed, link, base, video, audio").Should().BeEmpty();
        page.QuerySelectorAll("script").Should().ContainSingle();
        page.QuerySelectorAll("style").Should().ContainSingle();
        page.All.SelectMany(e => e.Attributes).Should().NotContain(a => a.Name.StartsWith("on") || a.Name == "style" || a.Name == "src");
        page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).Should().OnlyContain(href => href!.StartsWith('#') || href.StartsWith("exchanges/"));
    }

    [Fact]
    public void Every_link_into_the_page_leads_somewhere_and_every_id_is_there_once()
    {
        var page = new HtmlParser().ParseDocument(_folder.Read(EvidenceFiles.Report));

        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        ids.Should().OnlyHaveUniqueItems();
        page.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Should().OnlyContain(id => ids.Contains(id));
    }

    [Fact]
    public void Every_link_to_a_file_leads_to_one_that_a_browser_only_shows()
    {
        var page = new HtmlParser().ParseDocument(_folder.Read(EvidenceFiles.Report));

        var files = page.QuerySelectorAll("a[href^='exchanges/']").Select(a => a.GetAttribute("href")!).ToList();
        files.Should().NotBeEmpty().And.OnlyContain(file => File.Exists(Path.Combine(_folder.Run, file)));
        files.Should().NotContain(file => file.EndsWith(".html") || file.EndsWith(".xml"));
    }

    [Fact]
    public void Long_lists_and_long_bodies_leave_the_page_bounded()
    {
        using var folder = new TemporaryFolder();
        using (var pack = EvidencePack.Create(folder.Run, SampleRun.Begun))
        {
            var body = System.Text.Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 60_000))}]");
            var sample = SampleScenarios.All().First(s => s.Verdict == Verdict.Fail);
            for (var i = 0; i < 120; i++)
            {
                pack.Write(SampleExchanges.All().First().Record with { Id = $"big{i}" }, new ExchangeContent { ReceivedBody = body, Body = body });
                var checks = Enumerable.Range(0, 20).Select(n => new CheckRecord { Title = $"check {n}", Verdict = Verdict.Fail, Message = $"{i}", Exchange = $"big{i}" });
                pack.Append(sample with { Id = $"s{i}", Checks = [.. checks], Exchanges = [$"big{i}"] });
            }

            pack.Finish(SampleRun.Ended);
        }

        var page = folder.Read(EvidenceFiles.Report);

        page.Length.Should().BeLessThan(9_000_000, "the bodies alone are 40 MB");
        page.Should().Contain("2,150 more are listed with their scenarios below.").And.Contain("Only the beginning is shown; the whole stands in");
    }

    /// <summary>The page but for the style sheet and the script, which stand in files of their own, and their digests.</summary>
    private static string WithoutInlineBlocks(string page) => new[] { InlineBlock.Style, InlineBlock.Script }.Aggregate(page, (text, block) =>
        text.Replace(block.Content, $"({block.Element})").Replace(block.Source, $"'sha256-({block.Element})'"));
}
