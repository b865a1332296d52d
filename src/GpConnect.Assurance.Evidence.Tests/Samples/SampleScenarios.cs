namespace GpConnect.Assurance.Evidence.Tests.Samples;

/// <summary>Scenarios of the sample run: one at least for each verdict, and one against a provider that means harm.</summary>
internal static class SampleScenarios
{
    public static IEnumerable<ScenarioRecord> All() =>
        [Statement(), FoundInJson(), FoundInXml(), Read("8", "A registered patient is read in JSON", "e04"), Read("14", "A patient is read twice and has not changed", "e05"), Hostile(), Book(), Cancel(), Structured(), Migrate()];

    private static ScenarioRecord Statement() => Scenario("foundations", "Get the FHIR capability statement", "capability.feature", 9, "The capability statement is returned", Verdict.Warn, 41.2) with
    {
        Tags = ["GPC-FND-002", "GPC-FND-010"],
        Requirements = ["GPC-FND-002", "GPC-FND-010"],
        Exchanges = ["e01"],
        Steps =
        [
            new("Given", "a consumer asking in JSON", 10, Verdict.Pass, 0.2),
            new("When", "it asks for the capability statement", 11, Verdict.Pass, 24.5),
            new("Then", "the response is 200 with a CapabilityStatement", 12, Verdict.Pass, 1.1),
            new("And", "no placeholder is left in it", 13, Verdict.Warn, 0.9),
        ],
        Checks =
        [
            Check("The status is 200", Verdict.Pass, SampleRequirements.Statement, "e01", 2),
            Check("The body is a CapabilityStatement", Verdict.Pass, SampleRequirements.Statement, "e01", 2),
            Check("The software's version is filled in", Verdict.Warn, SampleRequirements.Placeholders, "e01", 3) with
            {
                Message = "The version looks like the text of a template.",
                Expected = "a version",
                Actual = "[version]",
                Location = "CapabilityStatement.software.version",
                Line = 1,
                Column = 98,
            },
            Check("A return preference is honoured", Verdict.Info, SampleRequirements.Preferences, "e01", null) with { Message = "The provider ignores Prefer, which the specification allows." },
        ],
    };

    private static ScenarioRecord FoundInJson() => Scenario("foundations", "Find a patient", "find-a-patient.feature", 12, "A registered patient is found by NHS number in JSON", Verdict.Fail, 52.0) with
    {
        Tags = ["GPC-FND-047"],
        Requirements = ["GPC-FND-047"],
        Exchanges = ["e02"],
        ResponseTimes = [new("find a patient", IsCommand: false, 31), new("find a patient", IsCommand: false, 1_204.6)],
        Steps =
        [
            new("Given", "a consumer asking in JSON", 5, Verdict.Pass, 0.2),
            new("When", "it searches for the patient \"registered\" by NHS number", 6, Verdict.Pass, 31.0),
            new("Then", "the response is 200 with a searchset Bundle of 1 Patient", 7, Verdict.Pass, 0.6),
            new("And", "every resource conforms to its GP Connect profile", 8, Verdict.Fail, 4.8),
        ],
        Checks =
        [
            Check("The status is 200", Verdict.Pass, SampleRequirements.NhsNumber, "e02", 2),
            Check("The Bundle holds one Patient", Verdict.Pass, SampleRequirements.NhsNumber, "e02", 2),
            Check("The resource conforms to its profile", Verdict.Fail, SampleRequirements.Gender, "e02", 3) with
            {
                Message = "The code is not in the value set that the profile binds the element to. Codes are compared with regard to case.",
                Expected = "one of male, female, other, unknown",
                Actual = "Female",
                Location = "Bundle.entry[0].resource.gender",
                Line = 1,
                Column = 322,
                Code = "binding-required",
                Profile = "https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1",
            },
        ],
    };

    private static ScenarioRecord FoundInXml() => Scenario("foundations", "Find a patient", "find-a-patient.feature", 13, "A registered patient is found by NHS number in XML", Verdict.Pass, 47.3) with
    {
        Tags = ["GPC-FND-047"],
        Requirements = ["GPC-FND-047"],
        Exchanges = ["e03"],
        Steps =
        [
            new("Given", "a consumer asking in XML", 5, Verdict.Pass, 0.2),
            new("When", "it searches for the patient \"registered\" by NHS number", 6, Verdict.Pass, 28.1),
            new("Then", "the response is 200 with a searchset Bundle of 1 Patient", 7, Verdict.Pass, 0.5),
        ],
        Checks = [Check("The status is 200", Verdict.Pass, SampleRequirements.NhsNumber, "e03", 2)],
    };

    private static ScenarioRecord Read(string line, string name, string exchange) => Scenario("foundations", "Read a patient", "read-a-patient.feature", int.Parse(line), name, Verdict.Fail, 61.8) with
    {
        Tags = ["GPC-API-191", "GPC-FND-047"],
        Requirements = ["GPC-API-191", "GPC-FND-047"],
        Exchanges = [exchange],
        Steps =
        [
            new("Given", "a consumer asking in JSON", 9, Verdict.Pass, 0.2),
            new("When", "it reads the patient \"registered\"", 10, Verdict.Pass, 26.4),
            new("Then", "the response is 200 with a Patient", 11, Verdict.Fail, 1.4),
        ],
        Checks =
        [
            Check("The status is 200", Verdict.Pass, SampleRequirements.ETag, exchange, 2),
            Check("The response has an ETag of the resource's version", Verdict.Fail, SampleRequirements.ETag, exchange, 2) with
            {
                Message = "The header is missing, so that a consumer cannot tell which version it read.",
                Expected = "W/\"636064088100870233\"",
                Actual = "(no header)",
                Location = "ETag",
            },
            Check("The NHS number is ten digits with a valid check digit", Verdict.Fail, SampleRequirements.NhsNumber, exchange, null) with
            {
                Message = "The NHS number has nine digits.",
                Expected = "ten digits, the last of them the modulus 11 check digit",
                Actual = "900000000",
                Location = "Patient.identifier[0].value",
                Line = 11,
                Column = 16,
                Code = "nhs-number",
            },
        ],
    };

    private static ScenarioRecord Hostile() => Scenario("foundations", "Read a patient", "read-a-patient.feature", 20, "A patient that does not exist is not found </script><img src=x onerror=alert(1)>", Verdict.Fail, 58.6) with
    {
        Tags = ["GPC-API-044", "GPC-API-120"],
        Requirements = ["GPC-API-044", "GPC-API-120"],
        Exchanges = ["e06"],
        Steps =
        [
            new("When", "it reads the patient \"no-such-patient\"", 21, Verdict.Pass, 27.0),
            new("Then", "the response is an error 404 of code PATIENT_NOT_FOUND", 22, Verdict.Fail, 0.8, "Stopped: the body is not FHIR </details></pre><script>document.title='owned'</script>"),
        ],
        Checks =
        [
            Check("The content type is application/fhir+json", Verdict.Fail, SampleRequirements.MediaType, "e06", 1) with
            {
                Message = "The response is not FHIR.",
                Expected = "application/fhir+json",
                Actual = "text/html\"><img src=x onerror=alert(1)>\u202Egnp.exe",
                Location = "Content-Type",
            },
            Check("The body is an OperationOutcome </script><script>document.title='owned'</script>", Verdict.Fail, SampleRequirements.Outcome, "e06", 1) with
            {
                Message = "The body is HTML: " + SampleBodies.Hostile,
                Expected = "an OperationOutcome with code PATIENT_NOT_FOUND",
                Actual = new string('W', 20_000) + "|`*_<b>\u0000",
                Location = "/",
                Line = 2,
                Column = 6,
            },
        ],
    };

    private static ScenarioRecord Book() => Scenario("appointments", "Book an appointment", "book.feature", 11, "A free slot is booked", Verdict.Pass, 88.1) with
    {
        Requirements = ["GPC-API-191"],
        Exchanges = ["e07"],
        ResponseTimes = [new("book an appointment", IsCommand: true, 71.3)],
        LeftBehind = ["The appointment \"12\" is booked."],
        Steps = [new("When", "it books the first free slot", 12, Verdict.Pass, 80.2), new("Then", "the response is 201 with an Appointment", 13, Verdict.Pass, 0.7)],
        Checks = [Check("The status is 201", Verdict.Pass, SampleRequirements.ETag, "e07", 1)],
    };

    private static ScenarioRecord Cancel() => Scenario("appointments", "Cancel an appointment", "cancel.feature", 6, "A booked appointment is cancelled", Verdict.Error, 2_110.4) with
    {
        Reason = "The connection was refused (provider.example:443).",
        Exchanges = ["e08"],
        Steps = [new("When", "it cancels the appointment \"booked\"", 7, Verdict.Error, 2_104.9, "The connection was refused (provider.example:443)."), new("Then", "the response is 200 with an Appointment", 8, Verdict.Skip, 0)],
    };

    private static ScenarioRecord Structured() => Skipped("Retrieve a structured record", "retrieve.feature", 7, "A patient's medication is retrieved");

    private static ScenarioRecord Migrate() => Skipped("Retrieve a structured record", "retrieve.feature", 31, "A patient's allergies are retrieved");

    private static ScenarioRecord Skipped(string feature, string file, int line, string name) => Scenario("structured", feature, file, line, name, Verdict.Skip, 0.4) with
    {
        Reason = "The capability statement does not declare the operation gpc.getstructuredrecord.",
    };

    private static ScenarioRecord Scenario(string pack, string feature, string file, int line, string name, Verdict verdict, double duration) => new()
    {
        Id = $"{pack}/{file}:{line}",
        Pack = pack,
        Feature = feature,
        File = $"{pack}/{file}",
        Line = line,
        Name = name,
        Verdict = verdict,
        Started = SampleRun.Started.AddMilliseconds(line),
        DurationMs = duration,
    };

    private static CheckRecord Check(string title, Verdict verdict, RequirementRef requirement, string exchange, int? step) =>
        new() { Title = title, Verdict = verdict, Requirements = [requirement], Exchange = exchange, Step = step };
}
