namespace GpConnect.Assurance.Harness.Client;

/// <summary>How a request asks for the format of the response.</summary>
[Flags]
public enum FormatVia
{
    /// <summary>It does not ask.</summary>
    None = 0,

    /// <summary>With the <c>Accept</c> header.</summary>
    Accept = 1,

    /// <summary>With the <c>_format</c> parameter.</summary>
    Parameter = 2,
}
