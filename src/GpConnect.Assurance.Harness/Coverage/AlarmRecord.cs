using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>A scenario that did not pass against a provider that is right.</summary>
/// <param name="Practice"><c>sound</c>, or the reading that the practice shows.</param>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Name">The scenario's name.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Requirements">Ids of the requirements of the worst check.</param>
/// <param name="Message">What the worst check says.</param>
public sealed record AlarmRecord(string Practice, string Scenario, string Name, Verdict Verdict, IReadOnlyList<string> Requirements, string Message);
