using GpConnect.Assurance.Harness.Client;

namespace GpConnect.Assurance.Harness.Run;

/// <summary>What the first call to a target gave.</summary>
/// <param name="Exchange">The call itself.</param>
/// <param name="Failure">Why there was no whole response; null when there was one.</param>
/// <param name="Software">Name and version of the software, and the GP Connect version, as its capability statement gives them.</param>
/// <param name="SpecificationVersion">The version of the specification that the capability statement declares; null when it declares none.</param>
public sealed record ProbeResult(
    Exchange Exchange, ExchangeFailure? Failure = null, string? Software = null, string? SpecificationVersion = null);
