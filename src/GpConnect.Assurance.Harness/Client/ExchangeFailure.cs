namespace GpConnect.Assurance.Harness.Client;

/// <summary>Why no whole response came of a request.</summary>
/// <param name="Kind">What kind of failure it is.</param>
/// <param name="Message">One plain sentence.</param>
public sealed record ExchangeFailure(ExchangeFailureKind Kind, string Message);
