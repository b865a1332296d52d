namespace GpConnect.Assurance.Evidence;

/// <summary>An evidence folder that cannot be written or read; the message is one sentence for the person at the terminal.</summary>
public sealed class EvidenceException : IOException
{
    public EvidenceException()
    {
    }

    public EvidenceException(string message)
        : base(message)
    {
    }

    public EvidenceException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
