using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Foundations;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of how long a practice takes.</summary>
internal static class ResponseTimeDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-API-441", "A search for an organisation takes more than 3 seconds", "GPC-API-268")
        {
            AlsoBreaks = ["GPC-API-269", "GPC-FND-276"],
            IsOnlyWarnedOf = true,
            Delay = On(FindAnOrganisation.Interaction, TimeSpan.FromMilliseconds(3_050)),
        },
        new("GPD-API-442", "A registration takes more than a quarter of a second", "GPC-API-266")
        {
            AlsoBreaks = ["GPC-API-267", "GPC-FND-275"],
            IsOnlyWarnedOf = true,
            Delay = On(RegisterAPatient.Interaction, TimeSpan.FromMilliseconds(600)),
        },
    ];

    private static Func<FhirResponse, TimeSpan> On(Interaction interaction, TimeSpan delay) =>
        response => response.Request.Interaction?.Id == interaction.Id ? delay : TimeSpan.Zero;
}
