using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace GpConnect.Assurance.Cli.Tests.Validate;

/// <summary>The formats of the verdicts, as docs/validation.md describes them.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_is_an_object_on_each_line()
    {
        var (tool, inputs) = await RunAsync("json");
        var lines = Lines(tool);
        lines.Select(line => (string?)line["file"]).Should().Equal(inputs);
        lines.Select(line => (string?)line["verdict"]).Should().Equal("valid", "not valid", "unreadable", "valid");
        lines.Select(line => (int?)line["line"]).Should().Equal(null, null, null, 1);
        ((string?)lines[1]["issues"]![0]!["code"]).Should().Be("element-missing");
        ((string?)lines[2]["problem"]).Should().Contain("neither JSON nor XML");
        lines[2]["issues"].Should().BeNull("nothing was judged");
        tool.Error.Should().BeEmpty("the sentence stands in the output");
        tool.ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task Outcome_is_an_OperationOutcome_on_each_line_and_each_is_valid_FHIR()
    {
        var (tool, inputs) = await RunAsync("outcome");
        var lines = Lines(tool);
        lines.Should().OnlyContain(line => (string?)line["resourceType"] == "OperationOutcome");
        lines.Select(line => (string?)line["extension"]![0]!["valueString"]).Should().Equal([.. inputs.Take(3), inputs[3] + ":1"]);
        lines.Select(line => (string?)line["issue"]![0]!["severity"]).Should().Equal("information", "error", "fatal", "information");
        var again = await Tool.Run("validate", _folder.Write("outcomes.ndjson", tool.Out));
        again.ExitCode.Should().Be(0, again.Out);
    }

    [Fact]
    public async Task Junit_has_a_case_for_each_document()
    {
        var (tool, inputs) = await RunAsync("junit");
        var suite = XDocument.Parse(tool.Out).Root!.Element("testsuite")!;
        string[] counts = ["tests", "failures", "errors"];
        counts.Select(count => suite.Attribute(count)!.Value).Should().Equal("4", "1", "1");
        suite.Elements("testcase").Select(test => test.Attribute("name")!.Value).Should().Equal([.. inputs.Take(3), inputs[3] + ":1"]);
        suite.Elements("testcase").Select(test => test.Elements().FirstOrDefault()?.Name.LocalName).Should().Equal(null, "failure", "error", null);
        suite.Descendants("failure").Single().Attribute("message")!.Value.Should().StartWith("1 error; the first: ");
    }

    [Fact]
    public async Task Junit_holds_what_XML_cannot_hold_as_a_replacement_character()
    {
        var file = _folder.Write("a.json", """{"resourceType":"Schedule","id":"\u0000\uFFFF","actor":[{"display":"Dr Abara"}]}""");
        var tool = await Tool.Run("validate", file, "--format", "junit");
        tool.ExitCode.Should().Be(1);
        XDocument.Parse(tool.Out).Descendants("failure").Should().ContainSingle();
    }

    [Fact]
    public async Task Defects_in_own_definitions_are_told_and_the_verdict_stands()
    {
        _folder.Write("definitions/odd.json", """
            {"resourceType":"StructureDefinition","url":"http://profile.example/Odd","name":"Odd","status":"active","kind":"resource","abstract":false,"type":"Schedule",
            "baseDefinition":"http://hl7.org/fhir/StructureDefinition/Schedule","derivation":"constraint",
            "differential":{"element":[{"id":"Schedule.colour","path":"Schedule.colour","min":1}]}}
            """);
        var file = _folder.Write("a.json", Documents.Valid);
        var tool = await Tool.Run("validate", file, "--profiles", _folder["definitions"], "--profile", "http://profile.example/Odd");
        tool.Error.Should().Contain("Definition http://profile.example/Odd");
        tool.Out.Should().EndWith($"{file}: valid\n");
        tool.ExitCode.Should().Be(0);
    }

    private async Task<(Tool Tool, string[] Inputs)> RunAsync(string format)
    {
        string[] inputs =
        [
            _folder.Write("a.json", Documents.Valid), _folder.Write("b.json", Documents.NotValid),
            _folder.Write("c.json", "Dear provider"), _folder.Write("d.ndjson", Documents.Valid),
        ];
        return (await Tool.Run(["validate", .. inputs, "--format", format]), inputs);
    }

    private static List<JsonNode> Lines(Tool tool) => [.. tool.Out.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!)];
}
