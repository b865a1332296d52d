using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Defects;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>Whatever a sound practice answers is valid against the published profiles.</summary>
public sealed class ConformanceTests
{
    private static readonly ProfileValidator Validator = new(DefinitionStore.Open(ProfilesFolder()));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4711)]
    public async Task Every_answer_is_valid(int seed)
    {
        var issues = new List<string>();
        foreach (var format in new[] { FhirFormat.Json, FhirFormat.Xml })
        {
            issues.AddRange(await IssuesOf(new() { Seed = seed }, format));
        }

        issues.Should().BeEmpty();
    }

    [Fact]
    public async Task A_defective_answer_is_not() =>
        (await IssuesOf(new() { Defects = [DefectCatalogue.Find("GPD-FND-342")] }, FhirFormat.Json)).Should().NotBeEmpty();

    private static async Task<List<string>> IssuesOf(PracticeOptions practice, FhirFormat format)
    {
        await using var host = await ReferenceProviderHost.StartAsync(new() { Practices = [practice] });
        var accept = format == FhirFormat.Json ? "application/fhir+json" : "application/fhir+xml";
        var answers = await Answers(new Consumer(host), request => SspHeaderTests.Change(request, "Accept", accept));
        return [.. answers.SelectMany(answer => Validate(answer, format))];
    }

    private static async Task<List<Answer>> Answers(Consumer consumer, Action<HttpRequestMessage> accept)
    {
        var data = consumer.TestData;
        var answers = new List<Answer>
        {
            await consumer.GetMetadata(accept),
            await consumer.FindPatient("unknown", accept),
            await consumer.Find("Patient", "https://fhir.nhs.uk/Id/nhs-number", "1", accept),
            await consumer.GetMetadata(request =>
            {
                accept(request);
                request.Headers.Remove("Ssp-From");
            }),
            await consumer.Register(RegistrationForm.Minimal(data.Unregistered[0]), accept),
            await consumer.Register(RegistrationForm.Full(data.Unregistered[1]), accept),
            await consumer.Register(RegistrationForm.Minimal(data.Patients["inactive"]), accept),
        };
        foreach (var patient in data.Patients.Values)
        {
            answers.Add(await consumer.FindPatient(patient.Role, accept));
            if (patient.LogicalId is { } id)
            {
                answers.Add(await consumer.ReadById("Patient", id, accept));
            }
        }

        foreach (var practitioner in data.Practitioners.Values)
        {
            answers.Add(await consumer.Find("Practitioner", "https://fhir.nhs.uk/Id/sds-user-id", practitioner.SdsUserId, accept));
            answers.Add(await consumer.ReadById("Practitioner", practitioner.LogicalId ?? "none", accept));
        }

        foreach (var organization in data.Organizations.Values)
        {
            answers.Add(await consumer.Find("Organization", "https://fhir.nhs.uk/Id/ods-organization-code", organization.OdsCode, accept));
            answers.Add(await consumer.ReadById("Organization", organization.LogicalId ?? "none", accept));
        }

        foreach (var location in data.Locations.Values)
        {
            answers.Add(await consumer.ReadById("Location", location.LogicalId, accept));
        }

        answers.AddRange(await Appointments(consumer, accept));
        return answers;
    }

    private static async Task<List<Answer>> Appointments(Consumer consumer, Action<HttpRequestMessage> accept)
    {
        var patient = consumer.TestData.Patients["registered"];
        var found = await consumer.FindSlots();
        var slots = found.OfType("Nurse telephone review").Take(2).ToArray();
        var booked = await consumer.Book(AppointmentForm.For(found, patient, slots));
        var amended = await consumer.Amend(AppointmentForm.Amended(booked.Json, "Amended"), "1");
        var answers = new List<Answer>
        {
            (await consumer.FindSlots(-10, 3, AppointmentCalls.OrganisationType + "urgent-care" + AppointmentCalls.OdsCode + "X99999", accept)).Answer,
            (await consumer.FindSlots(700, 710, change: accept)).Answer,
            await consumer.Book(AppointmentForm.For(found, patient, found.OfType("Video consultation")[0]), accept),
            await consumer.Book(AppointmentForm.For(found, patient, slots), accept),
            await consumer.ReadAppointment(booked.Json["id"]!.GetValue<string>(), accept),
            await consumer.ReadAppointment("none", accept),
            await consumer.Amend(AppointmentForm.Amended(amended.Json, "Amended again"), "2", accept),
            await consumer.Amend(AppointmentForm.Amended(amended.Json, "Amended again"), "2", accept),
            await consumer.Cancel(AppointmentForm.Cancelled(AppointmentForm.Amended(amended.Json, "Amended again")), "3", accept),
        };
        foreach (var role in new[] { "registered", "registered-minimal", "booked-in-practice", "incomplete-appointment", "sensitive" })
        {
            answers.Add(await consumer.Retrieve(consumer.TestData.Patients[role], consumer.Range(0, 14), accept));
        }

        return answers;
    }

    /// <summary>What is wrong; but for the delivery channel of visits, which the pages have and the code system has not (GPC-APT-195).</summary>
    private static IEnumerable<string> Validate(Answer answer, FhirFormat format)
    {
        var document = FhirReader.Read(answer.Body, format);
        return document.Issues.Select(issue => $"{format} {issue.Path}: {issue.Message}")
            .Concat(Validator.Validate(document).Issues
                .Where(issue => issue.Severity is not IssueSeverity.Information && !issue.Message.StartsWith("The code Visit of ", StringComparison.Ordinal))
                .Select(issue => $"{format} {issue.Path}: {issue.Code} {issue.Message}"));
    }

    private static string ProfilesFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GpConnect.Assurance.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "profiles");
    }
}
