using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Diagnosis;

/// <summary>Whether whoever is mapped to a role is there, and in the state that the role needs.</summary>
internal sealed class RoleDiagnosis(RunContext context, ProviderClient client)
{
    private TestDataMap Data => context.Settings.TestData;

    /// <summary>One finding for each role that is mapped or known.</summary>
    public async IAsyncEnumerable<Finding> FindAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var kind in Enum.GetValues<RoleKind>())
        {
            var mapped = Mapped(kind);
            foreach (var (name, participant) in mapped.Where(one => Roles.Find(kind, one.Key) is not { IsNumbered: true }))
            {
                yield return await FindAsync(kind, name, participant, cancellation).ConfigureAwait(false);
            }

            foreach (var role in Roles.All.Where(role => role.Kind == kind && role.IsNumbered))
            {
                await foreach (var finding in FindNumberedAsync(role, [.. mapped.Where(one => role.IsNamed(one.Key))], cancellation).ConfigureAwait(false))
                {
                    yield return finding;
                }
            }

            var missing = Roles.All.Where(role => role.Kind == kind && !mapped.Any(one => role.IsNamed(one.Key))).Select(role => role.IsNumbered ? $"{role.Name}-1, …" : role.Name).ToList();
            if (missing.Count > 0)
            {
                yield return new Finding(
                    FindingLevel.Note, $"{Word(kind)}s", $"Nobody is mapped to {string.Join(", ", missing)}; the scenarios of these roles are skipped.", $"Map them under {Setting(kind)} to have these scenarios tried.");
            }
        }
    }

    /// <summary>The problems of each, and one finding on how many are left to be used up.</summary>
    private async IAsyncEnumerable<Finding> FindNumberedAsync(
        Role role, List<KeyValuePair<string, TestParticipant>> mapped, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var used = new List<string>();
        foreach (var (name, participant) in mapped)
        {
            var finding = await FindAsync(role.Kind, name, participant, cancellation).ConfigureAwait(false);
            if (finding.Level == FindingLevel.Problem)
            {
                yield return finding;
            }
            else if (finding.Level == FindingLevel.Note)
            {
                used.Add(name);
            }
        }

        if (mapped.Count > 0)
        {
            var left = FormattableString.Invariant($"{mapped.Count - used.Count} of {mapped.Count} are left to be used up.");
            yield return used.Count == 0
                ? new Finding(FindingLevel.Fine, $"{Word(role.Kind)}s \"{role.Name}-…\"", left)
                : new Finding(
                    FindingLevel.Note, $"{Word(role.Kind)}s \"{role.Name}-…\"", $"{left} These were before, and are passed over: {string.Join(", ", used)}.",
                    "Remove their registrations in the practice's system, or map others in their place.");
        }
    }

    private async Task<Finding> FindAsync(RoleKind kind, string name, TestParticipant participant, CancellationToken cancellation)
    {
        var subject = $"{Word(kind)} \"{name}\"";
        if (Roles.Find(kind, name) is not { } role)
        {
            return new Finding(FindingLevel.Note, subject, "No scenario that comes with the tool knows this role, so that nothing is looked for.");
        }

        if (role.Needs.FirstOrDefault(key => !participant.Expected.ContainsKey(key)) is { } lacking)
        {
            return new Finding(FindingLevel.Problem, subject, $"What is expected of the record lacks {lacking}.", $"Set {Setting(kind)}.{name}.expected.{lacking}.");
        }

        var request = new GpConnectRequest(Interaction(kind), context.Settings, context.Clock).With(Placeholder(kind), participant.Identifier).Build();
        var exchange = await client.SendAsync(request, cancellation).ConfigureAwait(false);
        return exchange.Failure is { } failure
            ? new Finding(FindingLevel.Problem, subject, failure.Message, "Run the command again; where it stays so, see what the provider logs.")
            : Judge(subject, role, Read(exchange.Response!));
    }

    private static Finding Judge(string subject, Role role, Seen seen) => role.State switch
    {
        RoleState.Found when seen is { Status: 200, Resources: 1 } => role.Condition is null || seen.Meets(role.Condition)
            ? Fine(subject, role, "There")
            : new Finding(FindingLevel.Problem, subject, $"The record is there, but has not what the role needs: {role.ConditionSays}.", $"Record that, or map {Whom(role)}."),
        RoleState.Found => new Finding(FindingLevel.Problem, subject, $"The provider should give one record, but answers {seen.Summary}.", $"Map {Whom(role)}."),
        RoleState.NotFound when seen is { Status: 200, Resources: 0 } or { Status: 404 } => Fine(subject, role, "Not found, as it has to be"),
        RoleState.NotFound when role.IsNumbered => new Finding(FindingLevel.Note, subject, "The patient was registered before."),
        RoleState.NotFound => new Finding(FindingLevel.Problem, subject, $"Nothing should be found, but the provider answers {seen.Summary}.", $"Map {Whom(role)}."),
        _ => seen.Status == 500
            ? Fine(subject, role, "Answered with 500, as it has to be")
            : new Finding(FindingLevel.Problem, subject, $"The record should not be told, but the provider answers {seen.Summary}.", $"Map {Whom(role)}."),
    };

    private static Finding Fine(string subject, Role role, string isSo) => new(FindingLevel.Fine, subject, $"{isSo}: {role.PlayedBy}.");

    private static string Whom(Role role) => role.PlayedBy.Split(';')[0];

    private IReadOnlyDictionary<string, TestParticipant> Mapped(RoleKind kind) => kind switch
    {
        RoleKind.Patient => Data.Patients.ToDictionary(one => one.Key, one => (TestParticipant)one.Value),
        RoleKind.Practitioner => Data.Practitioners.ToDictionary(one => one.Key, one => (TestParticipant)one.Value),
        RoleKind.Organization => Data.Organizations.ToDictionary(one => one.Key, one => (TestParticipant)one.Value),
        _ => Data.Locations.ToDictionary(one => one.Key, one => (TestParticipant)one.Value),
    };

    private static Interaction Interaction(RoleKind kind) => kind switch
    {
        RoleKind.Patient => Interactions.FindPatient,
        RoleKind.Practitioner => Interactions.FindPractitioner,
        RoleKind.Organization => Interactions.FindOrganization,
        _ => Interactions.ReadLocation,
    };

    private static string Placeholder(RoleKind kind) => kind switch
    {
        RoleKind.Patient => "nhsNumber",
        RoleKind.Practitioner => "sdsUserId",
        RoleKind.Organization => "odsCode",
        _ => "id",
    };

    private static string Word(RoleKind kind) => kind == RoleKind.Organization ? "organisation" : kind.ToString().ToLowerInvariant();

    private static string Setting(RoleKind kind) => $"testData.{kind.ToString().ToLowerInvariant()}s";

    private static Seen Read(ReceivedResponse response)
    {
        var document = FhirReader.Sniff(response.Body.Span) is { } format ? FhirReader.Read(response.Body, format) : null;
        return new Seen(response.Status, document is { IsReadable: true } ? document : null);
    }

    /// <summary>An answer as far as a diagnosis looks at it.</summary>
    private sealed class Seen(int status, FhirDocument? document)
    {
        private readonly List<FhirNode> _found = document is null ? [] : Found(document.Root);

        public int Status => status;

        public int Resources => _found.Count;

        public string Summary => $"{status} with {document?.Root.ResourceType ?? "no resource"}{(document?.Root.ResourceType == "Bundle" ? $" of {Resources}" : "")}";

        public bool Meets(string condition) => FhirPathExpression.Parse(condition).Evaluate(_found[0]).ToDisplayString() == "true";

        private static List<FhirNode> Found(FhirNode root) => root.ResourceType == "Bundle"
            ? [.. root.ChildrenNamed("entry").ToArray().Select(entry => entry.Child("resource")).Where(resource => resource.ResourceType is not (null or "OperationOutcome"))]
            : root.ResourceType is null or "OperationOutcome" ? [] : [root];
    }
}
