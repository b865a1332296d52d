using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

public sealed class DefinitionStoreTests : IDisposable
{
    private const string StrictPatient = """
        {
          "resourceType": "StructureDefinition",
          "url": "https://example.org/StructureDefinition/strict-patient",
          "name": "strict-patient",
          "fhirVersion": "3.0.1",
          "kind": "resource",
          "abstract": false,
          "type": "Patient",
          "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Patient",
          "derivation": "constraint",
          "differential": { "element": [{ "id": "Patient.birthDate", "path": "Patient.birthDate", "min": 1 }] }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("definitions").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("strict.json", FhirFormat.Json)]
    [InlineData("strict.xml", FhirFormat.Xml)]
    public void A_definition_without_index_is_found_in_either_format(string file, FhirFormat format)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(StrictPatient)!.AsObject();
        File.WriteAllBytes(Path.Combine(_folder, file), format == FhirFormat.Json ? FhirJsonWriter.Write(json) : FhirXmlWriter.Write(json));
        var store = DefinitionStore.Open(Profiles.Folder, _folder);
        var patient = FhirReader.Read("""{ "resourceType": "Patient", "meta": { "profile": ["https://example.org/StructureDefinition/strict-patient"] } }"""u8.ToArray(), FhirFormat.Json);

        var result = new ProfileValidator(store).Validate(patient);

        result.Issues.Should().ContainSingle().Which.Element.Should().Be("Patient.birthDate");
    }

    [Theory]
    [InlineData("package.zip")]
    [InlineData("package.tgz")]
    [InlineData("bundle.json")]
    public void Definitions_come_out_of_archives_and_Bundles(string name)
    {
        var path = Path.Combine(_folder, name);
        Pack(path, StrictPatient);

        var store = DefinitionStore.Open(Profiles.Folder, path);

        store.TypeOf("https://example.org/StructureDefinition/strict-patient").Should().Be("Patient");
        store.CompileAll();
        store.Findings.Should().NotContain(finding => finding.Definition.Contains("example.org"));
    }

    [Theory]
    [InlineData("damaged.zip")]
    [InlineData("damaged.tgz")]
    public void A_damaged_archive_is_refused_with_a_sentence(string name)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, "not an archive");

        var act = () => DefinitionStore.Open(path);

        act.Should().Throw<DefinitionException>().WithMessage($"The archive '{path}' cannot be unpacked: *");
    }

    [Fact]
    public void A_definition_of_a_later_path_takes_the_place_of_an_earlier_one()
    {
        const string Url = Profiles.Nhs + "CareConnect-GPC-Patient-1";
        File.WriteAllText(Path.Combine(_folder, "own.json"), StrictPatient.Replace("https://example.org/StructureDefinition/strict-patient", Url, StringComparison.Ordinal));
        var store = DefinitionStore.Open(Profiles.Folder, _folder);
        var bytes = FhirJsonWriter.Write(Samples.Patient().With(patient => patient.Delete("birthDate")));

        var result = new ProfileValidator(store).Validate(FhirReader.Read(bytes, FhirFormat.Json));

        result.Issues.Should().ContainSingle().Which.Element.Should().Be("Patient.birthDate");
        store.ContentHash.Should().NotBe(Profiles.Store.ContentHash);
    }

    [Fact]
    public void The_content_hash_is_that_of_the_content()
    {
        DefinitionStore.Open(Profiles.Folder).ContentHash.Should().Be(Profiles.Store.ContentHash).And.MatchRegex("^[0-9a-f]{64}$");
    }

    [Fact]
    public void A_broken_file_is_a_finding_and_the_rest_is_used()
    {
        File.WriteAllText(Path.Combine(_folder, "broken.xml"), "<StructureDefinition xmlns=\"http://hl7.org/fhir\"><url value=\"x\"></StructureDefinition>");
        File.WriteAllText(Path.Combine(_folder, "strict.json"), StrictPatient);
        File.WriteAllText(Path.Combine(_folder, "package.json"), """{ "name": "a package" }""");

        var store = DefinitionStore.Open(Profiles.Folder, _folder);

        store.HasProfile("https://example.org/StructureDefinition/strict-patient").Should().BeTrue();
        store.Findings.Should().ContainSingle().Which.Definition.Should().EndWith("broken.xml");
    }

    [Fact]
    public void A_definition_derived_from_itself_is_a_finding()
    {
        File.WriteAllText(
            Path.Combine(_folder, "loop.json"),
            StrictPatient.Replace("\"http://hl7.org/fhir/StructureDefinition/Patient\"", "\"https://example.org/StructureDefinition/strict-patient\"", StringComparison.Ordinal));
        var store = DefinitionStore.Open(Profiles.Folder, _folder);
        var patient = FhirReader.Read("""{ "resourceType": "Patient", "meta": { "profile": ["https://example.org/StructureDefinition/strict-patient"] } }"""u8.ToArray(), FhirFormat.Json);

        var result = new ProfileValidator(store).Validate(patient);

        result.Issues.Should().ContainSingle().Which.Element.Should().Be("Patient.birthDate", "what it says still holds over the base type");
        store.Findings.Select(finding => finding.Message).Should().Contain("It is derived from itself.");
    }

    [Fact]
    public void A_path_that_is_not_there_is_refused_with_a_sentence()
    {
        var act = () => DefinitionStore.Open("/no/such/folder");

        act.Should().Throw<DefinitionException>().WithMessage("The definitions path '/no/such/folder' does not exist.");
    }

    [Fact]
    public void A_folder_without_definitions_is_refused_with_a_sentence()
    {
        var act = () => DefinitionStore.Open(_folder);

        act.Should().Throw<DefinitionException>().WithMessage("*holds no FHIR STU3 definition.");
    }

    private static void Pack(string path, string definition)
    {
        var bytes = Encoding.UTF8.GetBytes(definition);
        switch (Path.GetExtension(path))
        {
            case ".zip":
                using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
                {
                    using var entry = archive.CreateEntry("StructureDefinitions/strict.json").Open();
                    entry.Write(bytes);
                }

                break;
            case ".tgz":
                using (var archive = new TarWriter(new GZipStream(File.Create(path), CompressionMode.Compress)))
                {
                    archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "package/strict.json") { DataStream = new MemoryStream(bytes) });
                }

                break;
            default:
                File.WriteAllText(path, $$"""{ "resourceType": "Bundle", "type": "collection", "entry": [{ "resource": {{definition}} }] }""");
                break;
        }
    }

    [Theory]
    [InlineData("https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1", "Patient")]
    [InlineData("http://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1|1.8.0", "Patient")]
    [InlineData("https://fhir.nhs.uk/STU3/StructureDefinition/Extension-coding-sctdescid", "Extension")]
    [InlineData("https://example.org/none", null)]
    public void The_type_of_a_profile_is_known_by_its_canonical(string canonical, string? type)
    {
        Profiles.Store.TypeOf(canonical).Should().Be(type);
    }
}
