namespace GpConnect.Assurance.Harness.Client;

/// <summary>Stops the transport's reading when a limit is passed.</summary>
internal sealed class ResponseTooLargeException(string message) : IOException(message);
