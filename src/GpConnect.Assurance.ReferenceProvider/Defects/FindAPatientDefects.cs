using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of whom "Find a patient" and "Read a patient" give, and of how searches are understood.</summary>
internal static class FindAPatientDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-FND-027", "A patient is found twice", "GPC-FND-027")
        {
            OnResponse = Spoil.Bundles(bundle =>
            {
                if (bundle["entry"] is JsonArray { Count: > 0 } entries)
                {
                    entries.Add(entries[0]!.DeepClone());
                }
            }),
        },
        new("GPD-FND-028", "Another patient is found beside the one searched for", "GPC-API-223")
        {
            AlsoBreaks = ["GPC-FND-027", "GPC-FND-043"],
            Neglects = [Rule.OnlyThePatientAskedForIsFound],
        },
        new("GPD-FND-029", "Patients who have left are found", "GPC-FND-029") { Neglects = [Rule.InactivePatientsAreNotFound] },
        new("GPD-FND-030", "Deceased patients are found", "GPC-FND-029") { Neglects = [Rule.DeceasedPatientsAreNotFound] },
        new("GPD-FND-031", "Temporary patients are not found", "GPC-FND-030") { Neglects = [Rule.TemporaryPatientsAreFound] },
        new("GPD-FND-032", "The identifier system of a search is disregarded", "GPC-FND-031")
        {
            AlsoBreaks = ["GPC-API-152", "GPC-FND-105", "GPC-FND-147", "GPC-FND-033"],
            Neglects = [Rule.IdentifierSystemIsChecked],
        },
        new("GPD-FND-033", "An NHS number is not checked", "GPC-FND-032") { AlsoBreaks = ["GPC-API-154"], Neglects = [Rule.NhsNumberIsChecked] },
        new("GPD-FND-034", "A search without identifier gives everybody", "GPC-FND-033")
        {
            AlsoBreaks = ["GPC-FND-034", "GPC-FND-107", "GPC-FND-149"],
            Neglects = [Rule.IdentifierIsRequired],
        },
        new("GPD-FND-035", "A second identifier is disregarded", "GPC-FND-035") { Neglects = [Rule.IdentifierIsGivenOnce] },
        new("GPD-FND-036", "Other identifier values are not checked", "GPC-API-153")
        {
            AlsoBreaks = ["GPC-FND-106", "GPC-FND-148"],
            Neglects = [Rule.IdentifierValueIsChecked],
        },
        new("GPD-FND-037", "Sensitive patients are found", "GPC-FND-193")
        {
            AlsoBreaks = ["GPC-FND-037", "GPC-FND-038"],
            Neglects = [Rule.SensitivePatientsAreNotFound],
        },
        new("GPD-FND-038", "The error for a sensitive patient says who it is", "GPC-FND-193")
        {
            OnResponse = Spoil.Issues("PATIENT_NOT_FOUND", issue =>
                issue["diagnostics"] = "Mrs Testerley, born 1950-01-01, is a sensitive patient."),
        },
        new("GPD-FND-063", "Patients never traced are found as they are", "GPC-FND-067")
        {
            AlsoBreaks = ["GPC-FND-044", "GPC-FND-064", "GPC-FND-065", "GPC-FND-066"],
            Neglects = [Rule.UntracedPatientsAreVerified],
        },
        new("GPD-FND-065", "Patients never traced are found though PDS has them deceased", "GPC-FND-065")
        {
            Neglects = [Rule.UntracedPatientsDeceasedOnPdsAreNotFound],
        },
        new("GPD-FND-066", "Patients never traced are found though PDS flags them", "GPC-FND-066")
        {
            AlsoBreaks = ["GPC-FND-193"],
            Neglects = [Rule.UntracedPatientsFlaggedOnPdsAreNotFound],
        },
        new("GPD-FND-075", "Sensitive patients can be read", "GPC-FND-075")
        {
            AlsoBreaks = ["GPC-FND-193"],
            Neglects = [Rule.SensitivePatientsAreNotRead],
        },
        new("GPD-FND-076", "Dissent from sharing hides a patient", "GPC-FND-191") { Neglects = [Rule.DissentIsNotApplied] },
        new("GPD-FND-077", "A read gives less than a search", "GPC-FND-071")
        {
            AlsoBreaks = ["GPC-FND-087", "GPC-FND-092"],
            OnResponse = Spoil.Read("Patient", Spoil.Remove("telecom")),
        },
        new("GPD-FND-145", "The practice itself is not found by its ODS code", "GPC-FND-145")
        {
            AlsoBreaks = ["GPC-API-007", "GPC-FND-144"],
            Neglects = [Rule.OdsCodeFindsThePractice],
        },
    ];
}
