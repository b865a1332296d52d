namespace GpConnect.Assurance.Harness.Tls;

/// <summary>Protocol versions, with the number that stands for each on the wire.</summary>
public enum TlsVersion
{
    Ssl20 = 0x0002,
    Ssl30 = 0x0300,
    Tls10 = 0x0301,
    Tls11 = 0x0302,
    Tls12 = 0x0303,
    Tls13 = 0x0304,
}
