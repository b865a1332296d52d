namespace GpConnect.Assurance.Harness.Protocol;

/// <summary>One code of the Spine error set as a provider uses it.</summary>
/// <param name="Code">Code in <see cref="SpineErrors.CodeSystem"/>.</param>
/// <param name="Status">The HTTP status that goes with it.</param>
/// <param name="IssueTypes">FHIR issue types accepted, the documented one first.</param>
/// <param name="Displays">Displays accepted: that of the error page first, then those of examples and of the code system.</param>
public sealed record SpineError(string Code, int Status, IReadOnlyList<string> IssueTypes, IReadOnlyList<string> Displays);
