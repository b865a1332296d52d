namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>A finding as it is made: its path and position are worked out when the table is complete.</summary>
/// <param name="Node">Index of the node concerned, or -1 when it lies outside the root.</param>
internal readonly record struct PendingIssue(ReadingSeverity Severity, string Code, string Message, int Node, int Offset);
