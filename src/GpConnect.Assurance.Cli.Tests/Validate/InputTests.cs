using System.Text;

namespace GpConnect.Assurance.Cli.Tests.Validate;

/// <summary>What can be named, in which order it is judged, and what is said of that which cannot be read.</summary>
public sealed class InputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_valid_file_is_exit_code_0_and_one_line()
    {
        var file = _folder.Write("a.json", Documents.Valid);
        var tool = await Tool.Run("validate", file);
        tool.Should().Be(new Tool(0, $"{file}: valid\n", ""));
    }

    [Fact]
    public async Task XML_is_judged_like_JSON()
    {
        var tool = await Tool.Run("validate", _folder.Write("a.xml", Documents.ValidXml));
        tool.ExitCode.Should().Be(0, tool.Out);
    }

    [Fact]
    public async Task A_file_that_is_not_valid_is_exit_code_1_and_its_issues_come_before_the_verdict()
    {
        var file = _folder.Write("b.json", Documents.NotValid);
        var tool = await Tool.Run("validate", file);
        tool.ExitCode.Should().Be(1);
        tool.Out.Split('\n').Should().HaveCount(3);
        tool.Out.Should().StartWith($"{file}(1,1): error element-missing: ").And.EndWith($"{file}: not valid\n");
    }

    [Fact]
    public async Task Broken_JSON_is_not_valid_rather_than_unreadable()
    {
        var tool = await Tool.Run("validate", _folder.Write("a.json", """{"resourceType":"Schedule","""));
        tool.ExitCode.Should().Be(1);
    }

    [Fact]
    public async Task A_folder_is_searched_to_its_depth_for_FHIR_files_in_the_order_of_their_names()
    {
        _folder.Write("in/b/z.xml", Documents.ValidXml);
        _folder.Write("in/a.json", Documents.Valid);
        _folder.Write("in/c.ndjson", Documents.Valid);
        _folder.Write("in/readme.md", "# No FHIR");
        var tool = await Tool.Run("validate", _folder["in"]);
        Verdicts(tool).Should().Equal("a.json: valid", "b/z.xml: valid", "c.ndjson:1: valid", "3 documents: 3 valid, 0 not valid, 0 unreadable");
        tool.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_pattern_picks_files()
    {
        _folder.Write("in/b/patient-2.json", Documents.Valid);
        _folder.Write("in/patient-1.json", Documents.Valid);
        _folder.Write("in/other.json", Documents.NotValid);
        var tool = await Tool.Run("validate", _folder["in/**/patient-*.json"]);
        Verdicts(tool).Should().Equal("b/patient-2.json: valid", "patient-1.json: valid", "2 documents: 2 valid, 0 not valid, 0 unreadable");
    }

    [Theory]
    [InlineData("nothing/*.json", "matches no file: the folder")]
    [InlineData("*.nothing", "matches no file.")]
    [InlineData("empty", "holds no .json, .xml or .ndjson file.")]
    [InlineData("absent.json", "does not exist; name a file, a folder, a pattern")]
    public async Task An_input_that_leads_to_nothing_is_exit_code_2_with_one_sentence(string input, string says)
    {
        Directory.CreateDirectory(_folder["empty"]);
        var tool = await Tool.Run("validate", _folder[input]);
        tool.ExitCode.Should().Be(2);
        tool.Out.Should().BeEmpty();
        tool.Error.Trim().Should().StartWith(_folder[input]).And.Contain(says).And.NotContain("\n");
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n ", "is empty")]
    [InlineData("Dear provider", "neither JSON nor XML")]
    public async Task Other_inputs_are_judged_although_one_cannot_be_read(string content, string says)
    {
        var good = _folder.Write("good.json", Documents.Valid);
        var bad = _folder.Write("bad.json", content);
        var worse = _folder.Write("worse.json", Documents.NotValid);
        var tool = await Tool.Run("validate", bad, worse, good);
        tool.ExitCode.Should().Be(2, "what cannot be read outweighs what is not valid");
        tool.Error.Should().Contain(bad).And.Contain(says);
        tool.Out.Should().Contain($"{worse}: not valid\n{good}: valid\n3 documents: 1 valid, 1 not valid, 1 unreadable\n");
    }

    [Fact]
    public async Task A_file_of_lines_gets_a_verdict_for_each_line_in_order_however_many_jobs_there_are()
    {
        var lines = Enumerable.Range(0, 500).Select(i => i % 7 == 3 ? Documents.NotValid : Documents.Valid);
        var file = _folder.Write("in.ndjson", string.Join('\n', lines));
        var one = await Tool.Run("validate", file, "--jobs", "1");
        var many = await Tool.Run("validate", file, "--jobs", "8");
        many.Should().Be(one);
        one.ExitCode.Should().Be(1);
        Verdicts(one).Where(line => !line.Contains("error", StringComparison.Ordinal)).Take(500).Should()
            .Equal(Enumerable.Range(0, 500).Select(i => $"in.ndjson:{i + 1}: {(i % 7 == 3 ? "not valid" : "valid")}"));
    }

    [Fact]
    public async Task Issues_in_lines_name_the_line_of_the_file()
    {
        var file = _folder.Write("in.ndjson", $"{Documents.Valid}\n\n{Documents.NotValid}\n");
        var tool = await Tool.Run("validate", file);
        tool.Out.Should().Contain($"{file}(3,1): error element-missing").And.Contain($"{file}:3: not valid").And.NotContain(":2:", "blank lines hold no document");
    }

    [Fact]
    public async Task A_line_that_is_no_object_is_told_and_the_others_are_judged()
    {
        var file = _folder.Write("in.ndjson", $"{Documents.Valid}\nbroken\n{Documents.Valid}");
        var tool = await Tool.Run("validate", file);
        tool.ExitCode.Should().Be(2);
        tool.Error.Trim().Should().Be($"{file}, line 2 is no JSON object; each line of NDJSON holds one FHIR resource.");
        tool.Out.Should().Contain("2 valid, 0 not valid, 1 unreadable");
    }

    [Theory]
    [InlineData(Documents.Valid, "-: valid\n")]
    [InlineData(Documents.Valid + "\n", "-: valid\n")]
    [InlineData("\n" + Documents.ValidXml, "-: valid\n")]
    [InlineData("{\n\"resourceType\":\"Schedule\",\"id\":\"}\n{\"}", "not valid\n")]
    [InlineData("{\"resourceType\":\"Schedule\",\"actor\":[{}\n,{\"display\":\"Dr Abara\"}]\n}", "-: not valid\n")]
    [InlineData(Documents.Valid + "\n" + Documents.Valid + "\n", "-:1: valid\n-:2: valid\n2 documents: 2 valid, 0 not valid, 0 unreadable\n")]
    [InlineData(Documents.Valid + "\r\n\r\n" + Documents.Valid, "-:1: valid\n-:3: valid\n2 documents: 2 valid, 0 not valid, 0 unreadable\n")]
    public async Task Standard_input_is_taken_for_what_it_holds(string content, string says)
    {
        var tool = await FromStandardInput(content, "validate", "-");
        tool.Out.Should().EndWith(says, tool.Out + tool.Error);
    }

    [Fact]
    public async Task Standard_input_that_comes_byte_by_byte_is_read_whole()
    {
        using var input = new Drip(Encoding.UTF8.GetBytes($"{Documents.Valid}\n{Documents.NotValid}\n{Documents.Valid}"));
        var tool = await Tool.Run(["validate", "-"], CancellationToken.None, standardInput: input);
        tool.Out.Should().EndWith("-:3: valid\n3 documents: 2 valid, 1 not valid, 0 unreadable\n");
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(20_000)]
    public async Task No_more_is_held_of_many_lines_than_of_few(int lines)
    {
        using var stop = new CancellationTokenSource();
        using var input = new Endless(Encoding.UTF8.GetBytes(Documents.Valid + "\n"));
        var (verdicts, mostHeld) = (0, 0L);
        await Tool.Run(
            ["validate", "-", "--jobs", "2"], stop.Token, standardInput: input, said: _ =>
            {
                mostHeld = Math.Max(mostHeld, input.Given - (++verdicts * (Documents.Valid.Length + 1L)));
                if (verdicts == lines)
                {
                    stop.Cancel();
                }
            });
        verdicts.Should().BeGreaterThanOrEqualTo(lines);
        mostHeld.Should().BeLessThan(200_000, "what is read at once and a few lines more are held, however many lines went before");
    }

    [Fact]
    public async Task Endless_lines_are_judged_as_they_come_and_none_is_read_far_ahead()
    {
        using var stop = new CancellationTokenSource();
        using var input = new Endless(Encoding.UTF8.GetBytes(Documents.Valid + "\n"));
        var verdicts = 0;
        var tool = await Tool.Run(
            ["validate", "-", "--jobs", "2"], stop.Token, standardInput: input, said: _ =>
            {
                if (++verdicts == 20_000)
                {
                    stop.Cancel();
                }
            });
        tool.ExitCode.Should().Be(3);
        tool.Error.Should().StartWith("Stopped after ");
        input.Given.Should().BeLessThan((verdicts * (long)Documents.Valid.Length * 2) + 1_000_000);
    }

    [Theory]
    [InlineData("--profile", "http://no.such/profile", "The profile http://no.such/profile is not among the definitions")]
    [InlineData("--format", "yaml", "--format is 'yaml'; it takes one of text, json, outcome, junit.")]
    [InlineData("--references", "fatal", "--references is 'fatal'; it takes one of error, warning, information, ignore.")]
    [InlineData("--jobs", "0", "--jobs needs a whole number from 1 to 256.")]
    [InlineData("--terminology", "terminology.example", "--terminology: \"terminology.example\" is no FHIR base")]
    [InlineData("--terminology", "https://me:secret@terminology.example", "without credentials")]
    public async Task A_wrong_option_is_exit_code_2_with_one_sentence(string option, string value, string says)
    {
        var tool = await Tool.Run("validate", _folder.Write("a.json", Documents.Valid), option, value);
        tool.ExitCode.Should().Be(2);
        tool.Error.Trim().Should().Contain(says).And.NotContain("\n");
    }

    [Fact]
    public async Task A_profile_is_forced_on_a_resource_that_does_not_claim_it()
    {
        var file = _folder.Write("a.json", """{"resourceType":"Patient","active":true}""");
        (await Tool.Run("validate", file)).ExitCode.Should().Be(0);
        var forced = await Tool.Run("validate", file, "--profile", "https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1");
        forced.ExitCode.Should().Be(1, forced.Out);
    }

    [Fact]
    public async Task Dangling_references_are_as_bad_as_the_caller_says()
    {
        var file = _folder.Write("a.json", """
            {"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"http://x.example/Patient/1","resource":{"resourceType":"Patient","id":"1",
            "managingOrganization":{"reference":"Organization/7"}}}]}
            """);
        (await Tool.Run("validate", file)).Out.Should().NotContain("reference-dangling");
        (await Tool.Run("validate", file, "--references", "warning")).Should().Match<Tool>(tool => tool.ExitCode == 0 && tool.Out.Contains("warning reference-dangling"));
        (await Tool.Run("validate", file, "--references", "error")).ExitCode.Should().Be(1);
    }

    private IEnumerable<string> Verdicts(Tool tool) =>
        tool.Out.TrimEnd('\n').Split('\n').Select(line => line.Replace(_folder.Path + "/in/", "", StringComparison.Ordinal).Replace(_folder.Path + "/", "", StringComparison.Ordinal));

    private static async Task<Tool> FromStandardInput(string content, params string[] arguments)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await Tool.Run(arguments, CancellationToken.None, standardInput: input);
    }

    /// <summary>Gives one byte at a time.</summary>
    private sealed class Drip(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }

    /// <summary>The same line again and again.</summary>
    private sealed class Endless(byte[] line) : MemoryStream
    {
        public long Given { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = Math.Min(count, line.Length - (int)(Given % line.Length));
            Array.Copy(line, Given % line.Length, buffer, offset, given);
            Given += given;
            return given;
        }
    }
}
