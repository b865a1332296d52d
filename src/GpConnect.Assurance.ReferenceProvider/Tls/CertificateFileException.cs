namespace GpConnect.Assurance.ReferenceProvider.Tls;

/// <summary>A file of certificates is missing or cannot be used; the message is a sentence for the user.</summary>
public sealed class CertificateFileException(string message, Exception? inner = null) : Exception(message, inner);
