using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>One practice that a reference provider serves: an ODS code in the URL, records of its own, and its defects.</summary>
public sealed record PracticeOptions
{
    public const string DefaultOdsCode = "GPC001";

    public const string DefaultConsumerOdsCode = "X99999";

    /// <summary>Letters and digits; the first segment of the practice's URLs.</summary>
    public string OdsCode { get; init; } = DefaultOdsCode;

    /// <summary>The accredited system id that <c>Ssp-To</c> must name.</summary>
    public string Asid { get; init; } = "999000000001";

    /// <summary>The same seed and date give the same patients, staff and sites.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The day the records are made for; today when null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What this practice does wrong; a sound practice has none.</summary>
    public IReadOnlyList<Defect> Defects { get; init; } = [];

    /// <summary>Which behaviour to show where pages of the specification differ and each is right.</summary>
    public IReadOnlySet<Reading> Readings { get; init; } = new HashSet<Reading>();

    /// <summary>False for a practice that has GP Connect switched off: every call is refused with <c>ACCESS DENIED</c>.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>False for a practice that has Appointment Management alone switched off.</summary>
    public bool HasAppointments { get; init; } = true;

    /// <summary>ASID of the one consumer that the practice serves where its defect is to keep a list of consumers.</summary>
    public string ConsumerAsid { get; init; } = "200000000001";

    /// <summary>ODS code of the organisation that the practice keeps some of its slots for, and of the one that it serves where its
    /// defect is to keep a list of organisations.</summary>
    public string ConsumerOdsCode { get; init; } = DefaultConsumerOdsCode;
}
