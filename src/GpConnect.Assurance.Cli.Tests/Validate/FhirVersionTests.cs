namespace GpConnect.Assurance.Cli.Tests.Validate;

/// <summary>The release of FHIR that a document is judged by: its own, or the one named.</summary>
public sealed class FhirVersionTests : IDisposable
{
    private const string Dstu2Patient = "http://fhir.nhs.net/StructureDefinition/gpconnect-patient-1";
    private const string Stu3Patient = "https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_document_tells_by_the_profile_it_claims()
    {
        var tool = await Tool.Run("validate", Patient($$"""{"profile":["{{Dstu2Patient}}"]}""", "[\"Smith\"]"), "--format", "json");

        tool.Out.Should().Contain($"\"profiles\":[\"{Dstu2Patient}\"]");
        tool.ExitCode.Should().Be(0, tool.Out);
    }

    [Theory]
    [InlineData("stu3", "\"Smith\"", 0)]
    [InlineData("stu3", "[\"Smith\"]", 1)]
    [InlineData("dstu2", "[\"Smith\"]", 0)]
    [InlineData("dstu2", "\"Smith\"", 1)]
    [InlineData("auto", "\"Smith\"", 0)]
    public async Task The_release_can_be_named(string release, string family, int exitCode)
    {
        (await Tool.Run("validate", Patient("""{"versionId":"1"}""", family), "--fhir", release)).ExitCode.Should().Be(exitCode);
    }

    [Fact]
    public async Task A_profile_named_decides_the_release()
    {
        var tool = await Tool.Run("validate", Patient("""{"versionId":"1"}""", "\"Smith\""), "--profile", Dstu2Patient);

        tool.Out.Should().Contain("error json-array-missing");
        tool.ExitCode.Should().Be(1);
    }

    [Fact]
    public async Task Profiles_of_two_releases_are_refused()
    {
        var tool = await Tool.Run("validate", Patient("""{"versionId":"1"}""", "\"Smith\""), "--profile", Dstu2Patient, "--profile", Stu3Patient);

        tool.Error.Should().Contain("different FHIR releases");
        tool.ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task A_profile_of_another_release_than_the_one_named_is_unknown()
    {
        var tool = await Tool.Run("validate", Patient("""{"versionId":"1"}""", "\"Smith\""), "--profile", Dstu2Patient, "--fhir", "stu3");

        tool.Error.Should().Contain($"The profile {Dstu2Patient} is not among the definitions");
        tool.ExitCode.Should().Be(2);
    }

    [Fact]
    public async Task Another_release_is_refused()
    {
        var tool = await Tool.Run("validate", "x.json", "--fhir", "r4");

        tool.Error.Should().Contain("--fhir is 'r4'; it takes one of auto, stu3, dstu2.");
        tool.ExitCode.Should().Be(2);
    }

    private string Patient(string meta, string family) => _folder.Write(
        "patient.json",
        $$"""{"resourceType":"Patient","meta":{{meta}},"identifier":[{"system":"http://fhir.nhs.net/Id/nhs-number","value":"9990041288"}],"name":[{"family":{{family}} }]}""");
}
