using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of a practice that has Appointment Management switched off.</summary>
internal static class AppointmentSwitchDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-APT-691", "Appointments are served though they are switched off", "GPC-APT-038")
        {
            AlsoBreaks = ["GPC-API-276"],
            Neglects = [Rule.AppointmentsAreRefusedWhenOff],
        },
        new("GPD-APT-692", "Where appointments are switched off, calls to them are answered with an empty Bundle", "GPC-APT-038")
        {
            AlsoBreaks = ["GPC-API-276"],
            OnResponse = response =>
            {
                if (response.Request.AppointmentsAreOff)
                {
                    (response.Status, response.Resource) = (200, SearchsetBundle.Of([]));
                }
            },
        },
        new("GPD-APT-693", "Where appointments are switched off, nothing else is served either", "GPC-APT-038")
        {
            AlsoBreaks = ["GPC-API-276"],
            Neglects = [Rule.AppointmentsAreSwitchedOnTheirOwn],
        },
    ];
}
