namespace GpConnect.Assurance.Harness.Client;

/// <summary>How long the parts of an exchange took, in milliseconds; null for a part that was not reached.</summary>
/// <param name="ConnectMs">From dialling to a connection ready for the request, TLS included; null when a kept connection was used.</param>
/// <param name="HeadersMs">From sending the request to the response's headers.</param>
/// <param name="TotalMs">From sending the request to the last byte of the body.</param>
public sealed record ExchangeTimings(double? ConnectMs = null, double? HeadersMs = null, double? TotalMs = null);
