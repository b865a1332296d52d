namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>A way to reach somebody.</summary>
/// <param name="System"><c>phone</c> or <c>email</c>.</param>
/// <param name="Use"><c>home</c>, <c>work</c>, <c>mobile</c> or <c>temp</c>.</param>
/// <param name="End">Last day of one that is temporary.</param>
internal sealed record Telecom(string System, string Value, string Use, DateOnly? End = null);
