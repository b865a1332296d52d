namespace GpConnect.Assurance.Evidence;

/// <summary>One header line; a header sent twice is two records.</summary>
public sealed record HeaderRecord(string Name, string Value);
