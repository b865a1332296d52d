namespace GpConnect.Assurance.ReferenceProvider.Spine;

/// <summary>
/// Stands in for the Spine Directory Service: a practice's endpoint record, and who may send which interaction. Read-only once made.
/// (integration_spine_directory_service, integration_sds_registering_endpoints)
/// </summary>
public sealed class SpineDirectory
{
    private readonly Dictionary<(string OdsCode, string InteractionId), MhsRecord> _endpoints = [];
    private readonly ILookup<string, AsRecord> _systems;
    private readonly HashSet<string> _withoutAgreement = new(StringComparer.Ordinal);

    /// <param name="endpoints">One for each interaction of each practice.</param>
    /// <param name="systems">Providers and consumers.</param>
    /// <param name="withoutAgreement">ASIDs of consumers whom no practice has agreed to share data with.</param>
    public SpineDirectory(IEnumerable<MhsRecord> endpoints, IEnumerable<AsRecord> systems, IEnumerable<string>? withoutAgreement = null)
    {
        foreach (var endpoint in endpoints)
        {
            _endpoints[(endpoint.OdsCode, endpoint.InteractionId)] = endpoint;
        }

        _systems = systems.ToLookup(system => system.Asid, StringComparer.Ordinal);
        _withoutAgreement.UnionWith(withoutAgreement ?? []);
    }

    /// <summary>The endpoint that a practice has registered for an interaction; null when it has none.</summary>
    public MhsRecord? Endpoint(string odsCode, string interactionId) => _endpoints.GetValueOrDefault((odsCode, interactionId));

    /// <summary>The accredited systems with this ASID: one, but that practices of a reference provider may share theirs.</summary>
    public IEnumerable<AsRecord> Systems(string asid) => _systems[asid];

    /// <summary>False where the practices have not agreed to share data with the consumer.</summary>
    /// <param name="asid">Of the consumer.</param>
    public bool HasAgreement(string asid) => !_withoutAgreement.Contains(asid);

    /// <summary>The directory of the practices that a provider serves, and of the consumers that it is called by.</summary>
    /// <param name="provider">Its practices as they are now.</param>
    /// <param name="consumers">ASIDs that may send every interaction.</param>
    /// <param name="withoutAgreement">ASIDs that may too, but whom no practice shares data with.</param>
    public static SpineDirectory Of(ReferenceProviderHost provider, IEnumerable<string> consumers, params IReadOnlyList<string> withoutAgreement)
    {
        ArgumentNullException.ThrowIfNull(provider);
        var practices = provider.Practices.Select(provider.TestDataOf).ToList();
        var interactions = Api.ServiceRoot.FoundationsAndAppointments.Interactions.Select(interaction => interaction.Id).ToHashSet(StringComparer.Ordinal);
        var served = practices.SelectMany(Served).ToList();
        var endpoints = served.SelectMany(practice => interactions.Select(id => new MhsRecord(practice.OdsCode, PartyKey(practice.OdsCode), $"S{practice.Asid}", practice.Url.ToString().TrimEnd('/'), id)));
        var systems = served.Select(practice => new AsRecord(practice.OdsCode, PartyKey(practice.OdsCode), practice.Asid, interactions))
            .Concat(consumers.Concat(withoutAgreement).Select(asid => new AsRecord("X99999", $"X99999-{asid}", asid, interactions)));
        return new SpineDirectory(endpoints, systems, withoutAgreement);
    }

    /// <summary>The practice and its companion, which has an ODS code of its own as the first segment of its URLs.</summary>
    private static (string OdsCode, string Asid, Uri Url)[] Served(ProviderTestData practice) =>
    [
        (practice.OdsCode, practice.Asid, practice.BaseUrl),
        (practice.WithoutAppointments.Segments[1].TrimEnd('/'), practice.Asid, practice.WithoutAppointments),
    ];

    private static string PartyKey(string odsCode) => $"{odsCode}-000001";
}
