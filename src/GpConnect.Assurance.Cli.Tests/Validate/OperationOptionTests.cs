namespace GpConnect.Assurance.Cli.Tests.Validate;

/// <summary><c>--operation</c>: documents that are requests to an operation.</summary>
public sealed class OperationOptionTests : IDisposable
{
    private const string Number = """{"name":"patientNHSNumber","valueIdentifier":{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9476719931"}}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Number, 0)]
    [InlineData(Number + """,{"name":"includeGenomics"}""", 1)]
    public async Task The_parameters_are_held_against_the_operation(string parameters, int exitCode)
    {
        var tool = await Tool.Run("validate", Request(parameters), "--operation", "$gpc.getstructuredrecord");

        tool.ExitCode.Should().Be(exitCode, tool.Out);
        tool.Out.Contains("error parameter-unknown", StringComparison.Ordinal).Should().Be(exitCode == 1);
    }

    [Fact]
    public async Task An_unknown_operation_is_refused_with_a_sentence()
    {
        var tool = await Tool.Run("validate", Request(Number), "--operation", "$everything");

        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain("The operation $everything is not among the definitions;");
    }

    [Fact]
    public async Task An_operation_and_a_profile_of_two_releases_are_refused()
    {
        var tool = await Tool.Run("validate", Request(Number), "--operation", "$gpc.getcarerecord", "--profile", "https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1");

        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain("different FHIR releases");
    }

    private string Request(string parameters) => _folder.Write("request.json", $$"""{"resourceType":"Parameters","parameter":[{{parameters}}]}""");
}
