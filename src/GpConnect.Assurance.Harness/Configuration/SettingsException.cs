namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>The configuration cannot be used; the message is one sentence that says what, where and what to do.</summary>
public sealed class SettingsException(string message, Exception? innerException = null) : Exception(message, innerException);
